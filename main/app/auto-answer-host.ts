import { autoAnswerMs } from '../../shared/agent/auto-answer.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import type { DeskStateHolder } from './desk-state.ts';

/**
 * Answers calls by themselves where settings and PBX want it. Asked again when the time has come: the
 * agent may have gone on a break, or another call may have come.
 * @returns to be told of every incoming call, after the state has it
 */
export function autoAnswerer(
  state: DeskStateHolder,
  settings: () => Settings,
  answer: (callId: string) => void,
): (callId: string, askedFor: number | null) => void {
  const pauseFor = (callId: string, askedFor: number | null): number | null => {
    const { calls, agent } = state.current;
    return autoAnswerMs(settings().autoAnswer, askedFor, callId, calls, agent);
  };
  return (callId, askedFor) => {
    const pause = pauseFor(callId, askedFor);
    if (pause === null) return;
    setTimeout(() => {
      if (pauseFor(callId, askedFor) !== null) answer(callId);
    }, pause);
  };
}
