import type { Page } from 'playwright-core';

/** The devices in use as the phone's engine knows them; outputs by name. */
interface SeenSound {
  readonly microphone: (MediaTrackSettings & { readonly label: string }) | null;
  readonly outputs: readonly string[];
}

export async function phoneSound(phone: Page): Promise<SeenSound> {
  return phone.evaluate(async () => {
    const probe = (globalThis as { phoneProbe?: { sound: () => SeenSound } }).phoneProbe;
    if (probe === undefined) throw new Error('no probe');
    const { microphone, outputs } = probe.sound();
    const listed = await navigator.mediaDevices.enumerateDevices();
    const name = (id: string): string =>
      listed.find(({ deviceId }) => deviceId === id)?.label ?? 'standard';
    return { microphone, outputs: outputs.map(name) };
  });
}

/**
 * Unplugs a simulated device as far as lists tell: Chromium cannot take one away while it runs, so it is
 * hidden from the list and the event fires twice, as it does for a real plug.
 */
export async function hideDevice(phone: Page, label: string): Promise<void> {
  await phone.evaluate((hidden) => {
    const { mediaDevices } = navigator;
    const list = MediaDevices.prototype.enumerateDevices.bind(mediaDevices);
    mediaDevices.enumerateDevices = async () =>
      (await list()).filter((device) => device.label !== hidden);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    mediaDevices.dispatchEvent(new Event('devicechange'));
  }, label);
}

/** Plugs everything in again. */
export async function showDevices(phone: Page): Promise<void> {
  await phone.evaluate(() => {
    Reflect.deleteProperty(navigator.mediaDevices, 'enumerateDevices');
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });
}
