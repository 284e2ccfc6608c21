import { describe, expect, it } from 'vitest';
import type { HotkeyCommand } from '../../shared/windows/window-settings.ts';
import { HotkeyHost, type KeyLender } from './hotkey-host.ts';

/** A desktop on which another program has some combinations. */
function desktop(...taken: string[]) {
  const lent = new Map<string, () => void>();
  const others = new Set(taken);
  const lender: KeyLender = {
    register: (accelerator, onPress) => {
      if (others.has(accelerator) || lent.has(accelerator)) return false;
      lent.set(accelerator, onPress);
      return true;
    },
    unregister: (accelerator) => lent.delete(accelerator),
  };
  const pressed: HotkeyCommand[] = [];
  const host = new HotkeyHost(lender, (command) => pressed.push(command));
  return { host, lent, others, pressed };
}
const none = { answer: null, hangUp: null, mute: null };

describe('HotkeyHost', () => {
  it('registers what is set, and a press is its command', () => {
    const { host, lent, pressed } = desktop();
    expect(host.apply({ ...none, answer: 'Alt+Control+A', mute: 'F13' })).toEqual([]);
    expect([...lent.keys()]).toEqual(['Control+Alt+A', 'F13']);
    lent.get('F13')?.();
    lent.get('Control+Alt+A')?.();
    expect(pressed).toEqual(['mute', 'answer']);
  });

  it('tells what another program has, and gets it when that program is gone', () => {
    const { host, others, lent } = desktop('Control+Alt+A');
    const hotkeys = { ...none, answer: 'Control+Alt+A', hangUp: 'Control+Alt+H' };
    expect(host.apply(hotkeys)).toEqual([{ command: 'answer', accelerator: 'Control+Alt+A' }]);
    others.clear();
    expect(host.apply(hotkeys)).toEqual([]);
    expect(lent.size).toBe(2);
  });

  it('gives back what is no longer set, and moves a key from one command to another', () => {
    const { host, lent, pressed } = desktop();
    host.apply({ ...none, answer: 'F13', hangUp: 'F14' });
    expect(host.apply({ ...none, mute: 'F13' })).toEqual([]);
    expect([...lent.keys()]).toEqual(['F13']);
    lent.get('F13')?.();
    expect(pressed).toEqual(['mute']);
    host.stop();
    expect(lent.size).toBe(0);
  });
});
