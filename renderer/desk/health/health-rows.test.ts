import { expect, it } from 'vitest';
import type { Health } from '../../../shared/diagnostics/health.ts';
import { settingsInForce } from '../../../shared/settings/settings.ts';
import { noSoundDevices } from '../../../shared/sound/sound-devices.ts';
import { textsFor } from '../../../shared/texts/index.ts';
import { healthRows } from './health-rows.ts';

const texts = textsFor('de');
const now = Date.parse('2026-11-25T10:00:00Z');
const health: Health = {
  version: '1.2.3',
  electron: '45.4.1',
  chromium: '140',
  system: 'win32 10',
  session: 'local',
  keyStore: true,
  policy: { source: 'policy.json', keys: 3, wrong: 0 },
  lastMessageAt: now - 3_000,
};
const desk: Parameters<typeof healthRows>[0] = {
  registration: {
    phase: 'registered',
    server: 'wss://pbx.example:8089/ws',
    since: now,
    confirmedAt: now,
    answeredAt: now,
  },
  sound: {
    ...noSoundDevices,
    inUse: { microphone: 'Jabra', speaker: 'Jabra', ring: 'Monitor', secondRing: null },
  },
  pack: null,
  knowledge: {
    synchronised: true,
    progress: null,
    publishedAt: now - 100,
    confirmedAt: now - 100,
    failure: null,
  },
  problems: [],
  update: { phase: 'idle', checkedAt: now, later: null },
  settings: settingsInForce({}, {}),
};
const pack = {
  id: 'p',
  name: 'P',
  issued: '2026-11-20',
  demonstration: false,
} as unknown as NonNullable<typeof desk.pack>;

const bad = (changes: Partial<typeof desk>, seen: Health | null = health): string[] =>
  healthRows({ ...desk, pack, ...changes }, seen, texts, now)
    .filter(({ state }) => state === 'bad')
    .map(({ row }) => row);

it('has nothing to complain about at a good workplace', () => {
  expect(bad({})).toEqual([]);
  const rows = healthRows({ ...desk, pack }, health, texts, now);
  expect(rows.map(({ row }) => row).sort()).toEqual(Object.keys(texts.health.rows).sort());
  expect(rows[1]?.text).toBe('pbx.example:8089');
});

it.each<[string, Partial<typeof desk>, string]>([
  ['a registration that does not stand', { registration: { phase: 'off' } }, 'registration'],
  [
    'no microphone',
    { sound: { ...desk.sound, inUse: { ...desk.sound.inUse, microphone: null } } },
    'microphone',
  ],
  ['no pack', { pack: null }, 'knowledge'],
  [
    'old knowledge',
    { knowledge: { ...desk.knowledge, confirmedAt: now - 73 * 3_600_000 } },
    'knowledge',
  ],
  ['a failed synchronisation', { knowledge: { ...desk.knowledge, failure: 'Fort.' } }, 'knowledge'],
  [
    'an update that failed',
    {
      update: {
        phase: 'failed',
        failure: 'unsigned',
        detail: null,
        version: null,
        retryAt: now,
      },
    },
    'updates',
  ],
  ['no key for updates', { update: { phase: 'off', reason: 'noKeys' } }, 'updates'],
  ['a problem', { problems: [{ code: 'packBroken', detail: null }] }, 'problems'],
])('points at %s', (_what, changes, row) => {
  expect(bad(changes)).toEqual([row]);
});

it.each<[Partial<Health>, string]>([
  [{ lastMessageAt: null }, 'lastMessage'],
  [{ keyStore: false }, 'keyStore'],
  [{ session: 'rdp' }, 'session'],
  [{ session: 'remote' }, 'session'],
  [{ policy: { ...health.policy, wrong: 2 } }, 'policy'],
])('points at %j', (changes, row) => {
  expect(bad({}, { ...health, ...changes })).toEqual([row]);
});

it('shows what the window knows while main is being asked', () => {
  expect(healthRows({ ...desk, pack }, null, texts, now).length).toBe(9);
});
