import { describe, expect, it } from 'vitest';
import { newAgentState } from '../../../shared/agent/agent-state.ts';
import type { Call } from '../../../shared/call/call.ts';
import { newCall } from '../../../shared/call/transition.ts';
import type { DeskState } from '../../../shared/contract.ts';
import { settingsInForce } from '../../../shared/settings/settings.ts';
import { noSoundDevices } from '../../../shared/sound/sound-devices.ts';
import { textsFor } from '../../../shared/texts/index.ts';
import { announcementFor } from './announcements.ts';

const texts = textsFor('de');
const id = '6a1f7c0e-6a55-4f5c-9a43-0f6b8f3a1c11';
const call = (changes: Partial<Call>): Call => ({
  ...newCall({
    id,
    direction: 'incoming',
    party: { number: '+4941037070', displayName: null },
    at: 0,
  }),
  ...changes,
});
const picture = (calls: Call[], withCard = false): DeskState => ({
  mode: 'pbx',
  calls,
  cards: withCard
    ? [
        {
          callId: id,
          line: { id: 'wedel', name: 'Stadt Wedel', color: 'teal' },
          municipality: { ars: '010560050050', name: 'Wedel' },
          administeredBy: null,
          outside: false,
          areaCodeTrap: null,
          menuChoice: null,
          hours: [],
          source: 'To',
          certain: true,
          greeting: 'Guten Tag',
          area: '010560050050',
          opening: [],
          notices: [],
          topics: [],
          suggestion: null,
          choices: [],
        },
      ]
    : [],
  registration: { phase: 'off' },
  agent: newAgentState(0, null),
  features: [],
  watched: { states: {}, newMessages: null },
  linkToDial: null,
  lines: [],
  wrapUps: [],
  callbacks: { version: 0, open: 0, due: 0 },
  journal: { version: 0, waiting: null, exportFailure: null },
  view: { query: '', article: null },
  callList: { version: 0, missed: 0, days: 1 },
  problems: [],
  pack: null,
  knowledge: {
    synchronised: false,
    progress: null,
    publishedAt: null,
    confirmedAt: null,
    failure: null,
  },
  settings: settingsInForce({}, {}),
  managed: [],
  policySource: 'policy.json',
  traceUntil: null,
  updateWaiting: null,
  policyWaiting: null,
  update: { phase: 'off', reason: 'noServer' },
  scenarios: [],
  municipalities: [],
  sound: noSoundDevices,
});

describe('announcementFor', () => {
  it('says line, municipality and caller of a ringing call at once', () => {
    const announcement = announcementFor(picture([]), picture([call({})], true), texts);
    expect(announcement?.assertive).toBe(true);
    expect(announcement?.text).toMatch(/Stadt Wedel, Wedel, von 04103 7070/);
  });

  it('says that the line is unknown', () => {
    const withheld = call({ party: { number: null, displayName: null } });
    expect(announcementFor(null, picture([withheld]), texts)?.text).toMatch(
      /Leitung unbekannt, von Nummer unterdrückt/,
    );
  });

  it('interrupts when a transfer has failed: the caller comes back', () => {
    const before = picture([call({ phase: 'connected' })]);
    const after = picture([call({ phase: 'connected', transferFailure: 'busy' })]);
    expect(announcementFor(before, after, texts)).toEqual({
      text: 'Weiterleiten fehlgeschlagen: Besetzt.',
      assertive: true,
    });
  });

  const transferring = {
    phase: 'transferring',
    target: '+4941037070',
    consultation: null,
  } as const;
  it.each<[string, Partial<Call>, Partial<Call>, string | null]>([
    ['an answer', { phase: 'answering' }, { phase: 'connected' }, 'Verbunden.'],
    [
      'a socket that breaks in a call',
      { phase: 'connected' },
      { phase: 'connected', signalling: 'lost' },
      texts.call.signallingLost,
    ],
    [
      'a caller who cannot be heard any more',
      { phase: 'connected' },
      { phase: 'connected', media: 'lost' },
      texts.call.mediaLost,
    ],
    [
      'a hold',
      { phase: 'connected', hold: 'holding' },
      { phase: 'connected', hold: 'held' },
      'Gespräch gehalten.',
    ],
    [
      'a resume',
      { phase: 'connected', hold: 'resuming' },
      { phase: 'connected' },
      'Gespräch zurückgeholt.',
    ],
    ['mute', { phase: 'connected' }, { phase: 'connected', muted: true }, 'Mikrofon stumm.'],
    [
      'an end',
      { phase: 'connected' },
      { phase: 'ended', endReason: 'hungUpThere' },
      'Gespräch beendet: Gegenseite hat aufgelegt.',
    ],
    [
      'that it rings at the target',
      { phase: 'connected', transfer: { ...transferring, stage: 'accepted' } },
      { phase: 'connected', transfer: { ...transferring, stage: 'ringing' } },
      'Es klingelt bei 04103 7070.',
    ],
    [
      'nothing of a transfer that still rings',
      { phase: 'connected', transfer: { ...transferring, stage: 'ringing' } },
      { phase: 'connected', transfer: { ...transferring, stage: 'ringing' } },
      null,
    ],
    [
      'a conference',
      { phase: 'connected' },
      { phase: 'connected', conference: true },
      'Konferenz: alle hören einander.',
    ],
    [
      'its end',
      { phase: 'connected', conference: true },
      { phase: 'connected' },
      'Konferenz aufgelöst.',
    ],
    ['nothing new', { phase: 'connected' }, { phase: 'connected' }, null],
  ])('says %s politely', (_what, before, after, text) => {
    const announcement = announcementFor(picture([call(before)]), picture([call(after)]), texts);
    expect(announcement).toEqual(text === null ? null : { text, assertive: false });
  });
});
