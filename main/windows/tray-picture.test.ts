import { describe, expect, it } from 'vitest';
import { newAgentState, type AgentState } from '../../shared/agent/agent-state.ts';
import type { DeskState } from '../../shared/contract.ts';
import { settingsDefaults } from '../../shared/settings/settings.ts';
import { trayPicture } from './tray-picture.ts';

const agent = (status: AgentState['status']): AgentState => ({
  ...newAgentState(0, null),
  status,
});
const registered = {
  phase: 'registered',
  server: 'wss://a',
  since: 0,
  confirmedAt: 0,
  answeredAt: 0,
} as const;
const picture = (changes: Partial<DeskState>) =>
  trayPicture({
    agent: agent({ kind: 'ready' }),
    callList: { version: 1, missed: 0, days: 1 },
    registration: registered,
    settings: settingsDefaults,
    ...changes,
  });

describe('trayPicture', () => {
  it('tells the state, and how many calls were missed', () => {
    expect(picture({})).toMatchObject({
      tooltip: 'Amtsdraht: Bereit',
      mark: 'ready',
      missed: false,
      missedLabel: null,
    });
    expect(picture({ callList: { version: 2, missed: 3, days: 1 } })).toMatchObject({
      tooltip: 'Amtsdraht: Bereit, 3 verpasste Anrufe',
      missed: true,
      missedLabel: '3 verpasste Anrufe',
    });
  });

  it.each([
    ['pause', { agent: agent({ kind: 'pause', reason: 'Mittag' }) }, 'away', 'Pause: Mittag'],
    ['wrap-up', { agent: agent({ kind: 'wrapUp' }) }, 'away', 'Nachbearbeitung'],
    ['logged off', { agent: agent({ kind: 'off' }) }, 'off', 'Abgemeldet'],
    ['no exchange', { registration: { phase: 'off' } }, 'off', 'Bereit, Nicht angemeldet'],
  ] as const)('%s', (_name, changes, mark, words) => {
    const shown = picture(changes);
    expect(shown.mark).toBe(mark);
    expect(shown.tooltip).toContain(words);
  });

  it('offers the states of the desk and marks the one that the exchange has confirmed', () => {
    const { states } = picture({
      agent: {
        ...agent({ kind: 'pause', reason: 'Mittag' }),
        pending: { kind: 'ready' },
      },
    });
    expect(states.map(({ label }) => label)).toEqual([
      'Bereit',
      'Pause: Kurze Pause',
      'Pause: Mittag',
      'Pause: Besprechung',
      'Nachbearbeitung',
      'Abgemeldet',
    ]);
    expect(states.filter(({ chosen }) => chosen).map(({ label }) => label)).toEqual([
      'Pause: Mittag',
    ]);
  });
});
