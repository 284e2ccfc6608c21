/**
 * The knowledge process (Electron utility process): holds the pack and its search index, answers main.
 * Its only way out is to the sources that the settings name (sync/); it has no window and no secret.
 */
import type { MessageEvent } from 'electron';
import { answerKnowledge } from './answer.ts';

process.parentPort.on('message', (event: MessageEvent) => {
  void answerKnowledge(event.data, (notice, payload) => {
    process.parentPort.postMessage({ notice, payload });
  }).then((answer) => {
    process.parentPort.postMessage(answer);
  });
});
