import { canonicalAccelerator } from '../../shared/windows/accelerator.ts';
import {
  hotkeyCommands,
  type HotkeyCommand,
  type Hotkeys,
} from '../../shared/windows/window-settings.ts';

/** Keys of the whole system, as the operating system lends them. */
export interface KeyLender {
  /** @returns false when another program has the combination, or the desktop refuses */
  readonly register: (accelerator: string, onPress: () => void) => boolean;
  readonly unregister: (accelerator: string) => void;
}

/** A combination that was asked for and not given. */
export interface TakenHotkey {
  readonly command: HotkeyCommand;
  readonly accelerator: string;
}

/** Keeps exactly the keys of the settings registered. */
export class HotkeyHost {
  readonly #lender: KeyLender;
  readonly #onPress: (command: HotkeyCommand) => void;
  /** What is ours now, by canonical accelerator. */
  readonly #lent = new Map<string, HotkeyCommand>();

  constructor(lender: KeyLender, onPress: (command: HotkeyCommand) => void) {
    this.#lender = lender;
    this.#onPress = onPress;
  }

  /**
   * Gives back what is no longer wanted and asks for the rest; also once more for what was refused before,
   * because the other program may be gone.
   * @returns what could not be had
   */
  apply(hotkeys: Hotkeys): readonly TakenHotkey[] {
    const wanted = hotkeyCommands.flatMap((command) => {
      const accelerator = canonicalAccelerator(hotkeys[command] ?? '');
      return accelerator === null ? [] : [{ command, accelerator }];
    });
    for (const [accelerator, command] of this.#lent)
      if (
        !wanted.some((hotkey) => hotkey.accelerator === accelerator && hotkey.command === command)
      )
        this.#giveBack(accelerator);
    return wanted.filter(({ command, accelerator }) => {
      if (this.#lent.has(accelerator)) return false;
      const given = this.#lender.register(accelerator, () => {
        this.#onPress(command);
      });
      if (given) this.#lent.set(accelerator, command);
      return !given;
    });
  }

  stop(): void {
    for (const accelerator of [...this.#lent.keys()]) this.#giveBack(accelerator);
  }

  #giveBack(accelerator: string): void {
    this.#lender.unregister(accelerator);
    this.#lent.delete(accelerator);
  }
}
