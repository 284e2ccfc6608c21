import { describe, expect, it } from 'vitest';
import type { VoiceWarning } from '../../../shared/sound/call-media.ts';
import { judge, noJudgement, warningsOf, type Moment } from './judge.ts';

interface Facts {
  readonly sent?: number;
  readonly received?: number;
  readonly lostThere?: number | null;
  readonly levelSent?: number | null;
  readonly mos?: number;
  readonly muted?: boolean;
  readonly held?: boolean;
  readonly speech?: boolean | null;
}

/** A second of a good conversation, but for what is said. */
function moment(facts: Facts = {}): Moment {
  const { muted = false, held = false, speech = null, mos = 4.4, ...rest } = facts;
  const sample = { mos, rttMs: 10, jitterMs: 1, lossPercent: 0 };
  const traffic = { sent: 50, received: 50, lostThere: null, levelSent: 0.05, sample, ...rest };
  return { traffic, muted, held, speech };
}

/** What is told after each second. */
function told(seconds: readonly Facts[]): readonly (readonly VoiceWarning[])[] {
  let judgement = noJudgement;
  return seconds.map((facts) => {
    judgement = judge(judgement, moment(facts));
    return warningsOf(judgement);
  });
}

const times = (count: number, facts: Facts): Facts[] => Array.from({ length: count }, () => facts);
const last = (seconds: readonly Facts[]): readonly VoiceWarning[] => told(seconds).at(-1) ?? [];

const talkingMuted = { muted: true, speech: true, levelSent: 0 };
const silentMuted = { muted: true, speech: false, levelSent: 0 };

describe('judge', () => {
  it.each<[string, Facts[], VoiceWarning[]]>([
    ['a good minute', times(60, {}), []],
    ['speech into a muted microphone, at once', [talkingMuted], ['mutedSpeaking']],
    ['nobody listens to the microphone yet', [{ muted: true, speech: null, levelSent: 0 }], []],
    ['a room that is silent while muted', times(30, silentMuted), []],
    [
      'a pause between two words stays told',
      [talkingMuted, ...times(3, silentMuted)],
      ['mutedSpeaking'],
    ],
    ['a long pause does not', [talkingMuted, ...times(4, silentMuted)], []],
    ['the mute is taken off', [talkingMuted, {}], []],
    ['muted and put on hold', [talkingMuted, { ...talkingMuted, held: true }], []],

    ['nothing goes out for 4 s', times(4, { sent: 0 }), []],
    ['nothing goes out for 5 s', times(5, { sent: 0 }), ['callerHearsNothing']],
    ['it goes out again for one second', [...times(5, { sent: 0 }), {}], ['callerHearsNothing']],
    ['and for two', [...times(5, { sent: 0 }), {}, {}], []],
    ['the headset is muted by its own switch', times(5, { levelSent: 0 }), ['callerHearsNothing']],
    ['a quiet room is not nothing', times(30, { levelSent: 0.0005 }), []],
    ['an engine that tells no level', times(30, { levelSent: null }), []],
    ['the exchange receives nothing', times(5, { lostThere: 1 }), ['callerHearsNothing']],
    ['the exchange misses a tenth', times(30, { lostThere: 0.1 }), []],
    [
      'muted here: it is meant',
      times(30, { muted: true, speech: false, sent: 0, levelSent: 0 }),
      [],
    ],

    ['nothing comes in for 4 s', times(4, { received: 0 }), []],
    ['nothing comes in for 5 s', times(5, { received: 0 }), ['callerNotHeard']],
    ['the first packet ends it', [...times(5, { received: 0 }), {}], []],
    [
      'gaps of a caller who is silent',
      times(20, {}).map((second, index) => (index % 5 === 4 ? second : { received: 0 })),
      [],
    ],
    ['on hold nothing has to flow', times(30, { held: true, received: 0, sent: 0 }), []],
    [
      'back from hold, counting starts anew',
      [...times(30, { held: true, received: 0 }), ...times(4, { received: 0 })],
      [],
    ],

    ['bad for 3 s', times(3, { mos: 2 }), []],
    ['bad for 4 s', times(4, { mos: 2 }), ['poorQuality']],
    [
      'between bad and good nothing changes',
      [...times(4, { mos: 2 }), ...times(60, { mos: 3.3 })],
      ['poorQuality'],
    ],
    ['between from the start', times(60, { mos: 3.3 }), []],
    ['good for 5 s', [...times(4, { mos: 2 }), ...times(5, {})], ['poorQuality']],
    ['good for 6 s', [...times(4, { mos: 2 }), ...times(6, {})], []],
    [
      'up and down',
      times(60, {}).map((_second, index) => ({ mos: index % 2 === 0 ? 2 : 4.4 })),
      [],
    ],
    ['no packets are not bad quality', times(10, { received: 0, mos: 1 }), ['callerNotHeard']],
  ])('%s', (_what, seconds, warnings) => {
    expect(last(seconds)).toEqual(warnings);
  });
});
