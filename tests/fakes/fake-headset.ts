import type { HidCollection, HidDevice } from '../../renderer/phone/headset/web-hid.ts';

/**
 * Collections of a headset as they are laid out in practice: report 1 in, with hook switch (a switch),
 * phone mute and flash (buttons) and drop; report 2 out, with lamps for mute, off-hook, ring and hold.
 * @param hookIsSwitch false: the hook springs back
 */
export function headsetCollections(hookIsSwitch = true): HidCollection[] {
  const key = (usage: number, isAbsolute: boolean) => ({
    usages: [usage],
    isAbsolute,
    reportSize: 1,
    reportCount: 1,
  });
  const padding = (reportCount: number) => ({ isConstant: true, reportSize: 1, reportCount });
  const inputs = {
    reportId: 1,
    items: [
      key(0x0b_0020, hookIsSwitch),
      key(0x0b_002f, false),
      key(0x0b_0021, false),
      key(0x0b_0026, false),
      padding(4),
    ],
  };
  const lamps = {
    reportId: 2,
    items: [
      { usages: [0x08_0009], isAbsolute: true, reportSize: 1, reportCount: 1 },
      padding(8),
      {
        isRange: true,
        usageMinimum: 0x08_0017,
        usageMaximum: 0x08_0018,
        reportSize: 1,
        reportCount: 2,
      },
      { usages: [0x08_0020], reportSize: 1, reportCount: 1 },
      padding(4),
    ],
  };
  return [{ usagePage: 0x0b, inputReports: [inputs], outputReports: [lamps] }];
}

/** A virtual headset: a test presses its keys and reads its lamps. */
export class FakeHeadset extends EventTarget implements HidDevice {
  opened = false;
  readonly productName = 'Virtual Headset';
  readonly collections: readonly HidCollection[];
  readonly sent: number[][] = [];

  constructor(collections: readonly HidCollection[] = headsetCollections()) {
    super();
    this.collections = collections;
  }

  open(): Promise<void> {
    this.opened = true;
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.opened = false;
    return Promise.resolve();
  }

  sendReport(reportId: number, data: BufferSource): Promise<void> {
    const bytes = data instanceof ArrayBuffer ? new Uint8Array(data) : new Uint8Array(data.buffer);
    this.sent.push([reportId, ...bytes]);
    return Promise.resolve();
  }

  /** Sends report 1 with these bits. */
  report(bits: number): void {
    const event = new Event('inputreport');
    const data = new DataView(new Uint8Array([bits]).buffer);
    this.dispatchEvent(Object.assign(event, { reportId: 1, data }));
  }
}
