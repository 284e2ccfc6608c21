import { describe, expect, it } from 'vitest';
import type { Call } from '../../../shared/call/call.ts';
import { newCall } from '../../../shared/call/transition.ts';
import { settingsInForce } from '../../../shared/settings/settings.ts';
import { followSetup, newSetup, type SetupRun } from './setup-run.ts';

const party = { number: null, displayName: null };
const ringing = newCall({ id: 'r', direction: 'incoming', party, at: 0 });
const ended: Call = { ...ringing, phase: 'ended' };
const asked: SetupRun = { step: 'call', testCall: 'asked' };

const picture = (calls: readonly Call[], setupAtStart = true) => ({
  calls: [...calls],
  settings: settingsInForce({ setupAtStart }, {}),
});

describe('followSetup', () => {
  it('offers itself at the start, unless it was ended or is not wanted', () => {
    const closed = { dialog: null };
    expect(followSetup(newSetup, closed, null, picture([]))).toMatchObject({ dialog: 'setup' });
    expect(followSetup(newSetup, closed, null, picture([], false))).toEqual({ setup: newSetup });
    expect(followSetup(newSetup, closed, [], picture([]))).toEqual({ setup: newSetup });
  });

  it('never stands before a call or another dialog', () => {
    expect(followSetup(newSetup, { dialog: null }, null, picture([ringing]))).toEqual({
      setup: newSetup,
    });
    expect(followSetup(newSetup, { dialog: 'dial' }, null, picture([]))).toEqual({
      setup: newSetup,
    });
  });

  it('makes room for a call, and leaves other dialogs alone', () => {
    const call = picture([ringing]);
    expect(followSetup(newSetup, { dialog: 'setup' }, [], call)).toEqual({
      setup: newSetup,
      dialog: null,
    });
    expect(followSetup(newSetup, { dialog: 'dial' }, [], call)).toEqual({ setup: newSetup });
  });

  it('comes back after the test call, not after another call', () => {
    const closed = { dialog: null };
    expect(followSetup(asked, closed, [ringing], picture([ended]))).toEqual({
      setup: { step: 'call', testCall: 'over' },
      dialog: 'setup',
    });
    expect(followSetup(asked, closed, [], picture([]))).toEqual({ setup: asked });
    expect(followSetup(newSetup, closed, [ringing], picture([ended]))).toEqual({ setup: newSetup });
    expect(followSetup(asked, { dialog: 'gap' }, [ringing], picture([]))).toEqual({
      setup: { step: 'call', testCall: 'over' },
    });
  });
});
