import { voiceWarnings, type VoiceWarning } from '../../../shared/sound/call-media.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { latch, lowered, type Latch, type Patience } from './latch.ts';
import type { Traffic } from './measure.ts';

/** One second of a connected call, as far as the warnings go. */
export interface Moment {
  readonly traffic: Traffic;
  readonly muted: boolean;
  /** One of the sides holds: silence is intended. */
  readonly held: boolean;
  /** Whether the microphone itself hears speech; null: nobody listened to it. */
  readonly speech: boolean | null;
}

export type Judgement = Readonly<Record<VoiceWarning, Latch>>;

export const noJudgement: Judgement = {
  mutedSpeaking: lowered,
  callerHearsNothing: lowered,
  callerNotHeard: lowered,
  poorQuality: lowered,
};

/** Seconds in a row. Speech has pauses, so a mute that is being talked into stays told for a while. */
const patience: Readonly<Record<VoiceWarning, Patience>> = {
  mutedSpeaking: { raise: 1, lower: 4 },
  callerHearsNothing: { raise: 5, lower: 2 },
  callerNotHeard: { raise: 5, lower: 1 },
  poorQuality: { raise: 4, lower: 6 },
};

/** G.109: below, nearly all users are dissatisfied; above the other, only some. Between: as it was. */
const poorMos = 3.1;
const goodMos = 3.6;

/**
 * Level of a live microphone in a silent room, 0 to 1: never quite nothing. A headset that is muted by
 * its own switch and a microphone that the system withholds deliver exact silence (B1-17).
 */
const deadLevel = 0.0001;

/** The next judgement. */
export function judge(before: Judgement, moment: Moment): Judgement {
  return {
    mutedSpeaking: judgeOne('mutedSpeaking', before, moment),
    callerHearsNothing: judgeOne('callerHearsNothing', before, moment),
    callerNotHeard: judgeOne('callerNotHeard', before, moment),
    poorQuality: judgeOne('poorQuality', before, moment),
  };
}

function judgeOne(warning: VoiceWarning, before: Judgement, moment: Moment): Latch {
  // Who unmutes or holds has understood; nothing may be left standing then.
  if (!applies(warning, moment)) return lowered;
  return latch(before[warning], isBad(warning, moment), patience[warning]);
}

function applies(warning: VoiceWarning, { muted, held }: Moment): boolean {
  if (held) return false;
  if (warning === 'mutedSpeaking') return muted;
  return warning !== 'callerHearsNothing' || !muted;
}

function isBad(warning: VoiceWarning, { traffic, speech }: Moment): boolean | null {
  switch (warning) {
    case 'mutedSpeaking':
      return speech;
    case 'callerHearsNothing':
      return (
        traffic.sent === 0 || (traffic.levelSent ?? 1) < deadLevel || (traffic.lostThere ?? 0) > 0.5
      );
    case 'callerNotHeard':
      return traffic.received === 0;
    case 'poorQuality':
      // No packets at all are told by the others, in words that help more.
      if (traffic.received === 0) return null;
      if (traffic.sample.mos < poorMos) return true;
      return traffic.sample.mos >= goodMos ? false : null;
    default:
      return unreachable(warning);
  }
}

/** What is to be told now. */
export function warningsOf(judgement: Judgement): VoiceWarning[] {
  return voiceWarnings.filter((warning) => judgement[warning].raised);
}
