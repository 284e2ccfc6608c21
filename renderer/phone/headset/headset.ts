import type { Call } from '../../../shared/call/call.ts';
import { lampsFor, noKeys, press, withHook, type KeyAction, type KeyState } from './keys.ts';
import { lampReports, layoutOf, pressedIn, type Layout } from './layout.ts';
import type { Hid, HidConnectionEvent, HidDevice, HidInputEvent } from './web-hid.ts';

export interface HeadsetListener {
  readonly onKey: (action: KeyAction) => void;
  /** Name of the headset whose keys work; null: none. */
  readonly onHeadset: (name: string | null) => void;
  readonly log: (message: string) => void;
}

interface OpenHeadset {
  readonly device: HidDevice;
  readonly layout: Layout;
  readonly onInput: (event: Event) => void;
  keys: KeyState;
  /** Lamp reports as they were sent last. */
  shown: string;
}

/**
 * Keys and lamps of headsets with the telephony page of USB HID, whatever their maker. Opens every such
 * device that main permits, also one that is plugged in later. Knows nothing of sound.
 */
export class Headset {
  readonly #hid: Hid;
  readonly #listener: HeadsetListener;
  readonly #open = new Map<HidDevice, OpenHeadset>();
  #enabled = false;
  #calls: readonly Call[] = [];
  /** Devices are opened and closed one after the other: closing must not overtake opening. */
  #work: Promise<void> = Promise.resolve();

  constructor(hid: Hid, listener: HeadsetListener) {
    this.#hid = hid;
    this.#listener = listener;
    hid.addEventListener('connect', (event) => {
      const { device } = event as HidConnectionEvent;
      void this.#next(() => this.#take(device));
    });
    hid.addEventListener('disconnect', (event) => {
      this.#forget((event as HidConnectionEvent).device);
    });
  }

  /** Uses the keys or leaves them to another program. Never rejects. */
  async enable(enabled: boolean): Promise<void> {
    if (enabled === this.#enabled) return;
    this.#enabled = enabled;
    await this.#next(() => (enabled ? this.#takeAll() : this.#leaveAll()));
  }

  /** Shows the state of the calls on the headset. */
  follow(calls: readonly Call[]): void {
    this.#calls = calls;
    for (const headset of this.#open.values()) this.#show(headset);
  }

  #next(step: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(step);
    return this.#work;
  }

  async #takeAll(): Promise<void> {
    const devices = await this.#hid.getDevices().catch(() => []);
    for (const device of devices) await this.#take(device);
  }

  async #leaveAll(): Promise<void> {
    for (const headset of this.#open.values()) {
      this.#forget(headset.device);
      // Nobody else would put out a lamp that is still lit.
      await this.#light(headset, []);
      await headset.device.close().catch(() => undefined);
    }
  }

  async #take(device: HidDevice): Promise<void> {
    const layout = layoutOf(device.collections);
    const wanted = (): boolean => this.#enabled && !this.#open.has(device);
    if (layout === null || !wanted()) return;
    try {
      if (!device.opened) await device.open();
    } catch (error) {
      // Another program may hold it exclusively; sound works all the same.
      this.#listener.log(`headset keys: ${error instanceof Error ? error.name : 'not opened'}`);
      return;
    }
    // Switched off while it was being opened.
    if (!wanted()) {
      await device.close().catch(() => undefined);
      return;
    }
    const headset: OpenHeadset = {
      device,
      layout,
      keys: noKeys,
      shown: '',
      onInput: (event) => {
        this.#input(headset, event as HidInputEvent);
      },
    };
    this.#open.set(device, headset);
    device.addEventListener('inputreport', headset.onInput);
    this.#show(headset);
    this.#tell();
  }

  #forget(device: HidDevice): void {
    const headset = this.#open.get(device);
    if (headset === undefined) return;
    device.removeEventListener('inputreport', headset.onInput);
    this.#open.delete(device);
    this.#tell();
  }

  #input(headset: OpenHeadset, { reportId, data }: HidInputEvent): void {
    const report = pressedIn(headset.layout, reportId, data);
    const { state, action } = press(headset.keys, report, {
      calls: this.#calls,
      button: isButton(headset),
      now: performance.now(),
    });
    headset.keys = state;
    if (action !== null) this.#listener.onKey(action);
  }

  #show(headset: OpenHeadset): void {
    void this.#light(headset, this.#calls);
  }

  /** Never rejects. */
  async #light(headset: OpenHeadset, calls: readonly Call[]): Promise<void> {
    const lamps = lampsFor(calls);
    const reports = lampReports(headset.layout, lamps);
    const shown = reports
      .map(({ reportId, data }) => `${String(reportId)}:${data.join()}`)
      .join(' ');
    if (shown === headset.shown) return;
    headset.shown = shown;
    if (!isButton(headset)) headset.keys = withHook(headset.keys, lamps.offHook);
    const sent = reports.map(({ reportId, data }) =>
      headset.device.sendReport(reportId, data).catch((error: unknown) => {
        this.#listener.log(`headset lamps: ${error instanceof Error ? error.name : 'not sent'}`);
      }),
    );
    await Promise.all(sent);
  }

  #tell(): void {
    const [first] = this.#open.keys();
    this.#listener.onHeadset(first?.productName.slice(0, 256) ?? null);
  }
}

function isButton({ layout }: OpenHeadset): boolean {
  return layout.keys.hook?.momentary === true;
}
