import { expect, it } from 'vitest';
import type { RingPicture } from '../../shared/windows/ring-picture.ts';
import { createRingMessage } from './ring-message.ts';

const ringing = (callId: string, more = 0): NonNullable<RingPicture['ringing']> => ({
  callId,
  line: null,
  municipality: null,
  party: { number: null, displayName: null },
  more,
});

it('tells each call once, whatever changes about it', () => {
  const shown: string[] = [];
  const follow = createRingMessage(({ callId }) => shown.push(callId));
  follow(ringing('a'), true);
  follow(ringing('a', 1), true);
  follow({ ...ringing('a'), municipality: 'Wedel' }, true);
  expect(shown).toEqual(['a']);
  follow(ringing('b'), true);
  follow(null, true);
  follow(ringing('c'), true);
  expect(shown).toEqual(['a', 'b', 'c']);
});

it('is silent about a call that began in view, also when the agent looks away', () => {
  const shown: string[] = [];
  const follow = createRingMessage(({ callId }) => shown.push(callId));
  follow(ringing('a'), false);
  follow(ringing('a', 1), true);
  expect(shown).toEqual([]);
});
