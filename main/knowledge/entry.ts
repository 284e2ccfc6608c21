/**
 * The knowledge process (Electron utility process): holds the pack and its search index, answers main.
 * It has no network, no window and no secret.
 */
import type { MessageEvent } from 'electron';
import { answerKnowledge } from './answer.ts';

process.parentPort.on('message', (event: MessageEvent) => {
  void answerKnowledge(event.data).then((answer) => {
    process.parentPort.postMessage(answer);
  });
});
