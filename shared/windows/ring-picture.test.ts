import { describe, expect, it } from 'vitest';
import type { Call } from '../call/call.ts';
import { newCall } from '../call/transition.ts';
import type { Card } from '../card.ts';
import { settingsDefaults } from '../settings/settings.ts';
import { ringPicture, ringPictureSchema } from './ring-picture.ts';

const ids = [
  '11111111-1111-4111-8111-111111111111',
  '22222222-2222-4222-8222-222222222222',
] as const;
const call = (id: string, changes: Partial<Call> = {}): Call => ({
  ...newCall({
    id,
    direction: 'incoming',
    party: { number: '+494066969101', displayName: 'Frau Petersen' },
    at: 0,
  }),
  ...changes,
});
const card: Card = {
  callId: ids[0],
  line: { id: 'stadt-wedel', name: 'Stadt Wedel', color: 'teal' },
  municipality: { ars: '010560050050', name: 'Wedel' },
  administeredBy: null,
  outside: false,
  areaCodeTrap: null,
  menuChoice: null,
  hours: [],
  source: 'X-Dialed-Number',
  certain: true,
  greeting: null,
  area: '010560050050',
  opening: [],
  notices: [],
  topics: [],
  suggestion: null,
  choices: [],
};
const picture = (calls: Call[], cards: Card[]) =>
  ringPicture({ calls, cards, settings: settingsDefaults });

describe('ringPicture', () => {
  it('shows the line, the municipality and the caller of the call that rings longest', () => {
    const shown = picture([call(ids[0]), call(ids[1])], [card]);
    expect(ringPictureSchema.parse(shown)).toEqual({
      language: 'de',
      theme: 'system',
      ringing: {
        callId: ids[0],
        line: card.line,
        municipality: 'Wedel',
        party: { number: '+494066969101', displayName: 'Frau Petersen' },
        more: 1,
      },
    });
  });

  it('passes over calls that no longer ring', () => {
    expect(picture([call(ids[0], { phase: 'answering' })], [card]).ringing).toBeNull();
    const second = picture([call(ids[0], { phase: 'connected' }), call(ids[1])], [card]);
    expect(second.ringing?.callId).toBe(ids[1]);
    expect(second.ringing?.line).toBeNull();
    expect(second.ringing?.municipality).toBeNull();
  });

  it('does without a card', () => {
    expect(picture([call(ids[0])], []).ringing?.line).toBeNull();
  });
});
