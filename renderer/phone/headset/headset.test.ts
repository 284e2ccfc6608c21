import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeHeadset, headsetCollections } from '../../../tests/fakes/fake-headset.ts';
import { newCall } from '../../../shared/call/transition.ts';
import { Headset } from './headset.ts';
import { layoutOf, pressedIn } from './layout.ts';
import type { Hid, HidDevice } from './web-hid.ts';

const ringing = newCall({
  id: '6a1f7c0e-6a55-4f5c-9a43-0f6b8f3a1c11',
  direction: 'incoming',
  party: { number: null, displayName: null },
  at: 0,
});
const talking = { ...ringing, phase: 'connected' } as const;

class FakeHid extends EventTarget implements Hid {
  devices: HidDevice[] = [];

  getDevices(): Promise<readonly HidDevice[]> {
    return Promise.resolve(this.devices);
  }

  tell(type: 'connect' | 'disconnect', device: HidDevice): void {
    this.dispatchEvent(Object.assign(new Event(type), { device }));
  }
}

let hid: FakeHid;
let device: FakeHeadset;
let headset: Headset;
const onKey = vi.fn();
const onHeadset = vi.fn();
const log = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  hid = new FakeHid();
  device = new FakeHeadset();
  headset = new Headset(hid, { onKey, onHeadset, log });
});

describe('layoutOf', () => {
  it('finds keys and lamps behind paddings and in ranges', () => {
    const layout = layoutOf(headsetCollections());
    expect(layout?.keys.hook).toEqual({ reportId: 1, bit: 0, momentary: false });
    expect(layout?.keys.drop).toEqual({ reportId: 1, bit: 3, momentary: true });
    expect(layout?.lamps).toMatchObject({
      mute: { bit: 0 },
      offHook: { bit: 9 },
      ring: { bit: 10 },
    });
    expect(layout?.outputBytes).toEqual(new Map([[2, 2]]));
  });

  it.each([
    ['nothing', []],
    ['a media control', [{ usagePage: 0x0c, inputReports: [] }]],
    ['a telephone without a hook', [{ usagePage: 0x0b, inputReports: [] }]],
  ])('leaves %s alone', (_what, collections) => {
    expect(layoutOf(collections)).toBeNull();
  });

  it('reads any report of any length without harm', () => {
    const layout = layoutOf(headsetCollections());
    if (layout === null) throw new Error('no layout');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), fc.integer(), (bytes, reportId) => {
        const keys = pressedIn(layout, reportId, new DataView(new Uint8Array(bytes).buffer));
        expect(Object.keys(keys)).toHaveLength(reportId === 1 && bytes.length > 0 ? 4 : 0);
      }),
    );
  });
});

describe('Headset', () => {
  it('answers, mutes and ends, and shows on its lamps what it did', async () => {
    hid.devices = [device];
    await headset.enable(true);
    expect(onHeadset).toHaveBeenCalledWith('Virtual Headset');
    headset.follow([ringing]);
    expect(device.sent.at(-1)).toEqual([2, 0, 0b100]);
    device.report(0b0001);
    expect(onKey).toHaveBeenLastCalledWith({ type: 'answer', callId: ringing.id });
    headset.follow([talking]);
    expect(device.sent.at(-1)).toEqual([2, 0, 0b010]);
    device.report(0b0011);
    expect(onKey).toHaveBeenLastCalledWith({ type: 'mute', callId: ringing.id, muted: true });
    headset.follow([{ ...talking, muted: true }]);
    expect(device.sent.at(-1)).toEqual([2, 1, 0b010]);
    expect(onKey).toHaveBeenCalledTimes(2);
  });

  it('a mute at the desk lights the headset, and the same picture is sent once', async () => {
    hid.devices = [device];
    await headset.enable(true);
    headset.follow([{ ...talking, muted: true }]);
    const count = device.sent.length;
    headset.follow([{ ...talking, muted: true }]);
    expect(device.sent).toHaveLength(count);
    expect(device.sent.at(-1)).toEqual([2, 1, 0b010]);
  });

  it('one that is plugged in later works, one that is pulled is forgotten', async () => {
    await headset.enable(true);
    hid.tell('connect', device);
    await vi.waitFor(() => expect(onHeadset).toHaveBeenLastCalledWith('Virtual Headset'));
    hid.tell('disconnect', device);
    expect(onHeadset).toHaveBeenLastCalledWith(null);
    headset.follow([ringing]);
    device.report(0b0001);
    expect(onKey).not.toHaveBeenCalled();
  });

  it('leaves the keys to others when it is told to', async () => {
    hid.devices = [device];
    await headset.enable(true);
    await headset.enable(false);
    expect(device.opened).toBe(false);
    hid.tell('connect', device);
    await Promise.resolve();
    expect(device.opened).toBe(false);
  });

  it('puts out its lamps before it leaves the keys to others', async () => {
    hid.devices = [device];
    await headset.enable(true);
    headset.follow([{ ...talking, muted: true }]);
    expect(device.sent.at(-1)).toEqual([2, 1, 0b010]);
    const close = device.close.bind(device);
    let atTheEnd: number[] | undefined;
    device.close = () => {
      atTheEnd = device.sent.at(-1);
      return close();
    };
    await headset.enable(false);
    expect(atTheEnd).toEqual([2, 0, 0]);
    expect(onHeadset).toHaveBeenLastCalledWith(null);
  });

  it('told to leave the keys while the device opens, it closes it again', async () => {
    const open = device.open.bind(device);
    let opened: () => void = () => undefined;
    device.open = () =>
      new Promise((resolve) => {
        opened = () => {
          void open().then(resolve);
        };
      });
    hid.devices = [device];
    const begun = headset.enable(true);
    await vi.waitFor(() => {
      opened();
      expect(device.opened).toBe(true);
    });
    const left = headset.enable(false);
    await Promise.all([begun, left]);
    expect(device.opened).toBe(false);
    headset.follow([ringing]);
    device.report(0b0001);
    expect(onKey).not.toHaveBeenCalled();
    expect(onHeadset).not.toHaveBeenLastCalledWith('Virtual Headset');
    device.open = open;
    await headset.enable(true);
    expect(device.opened).toBe(true);
    expect(onHeadset).toHaveBeenLastCalledWith('Virtual Headset');
  });

  it('a headset that another program holds is no trouble for the phone', async () => {
    device.open = () => Promise.reject(new DOMException('in use', 'NotAllowedError'));
    hid.devices = [device];
    await headset.enable(true);
    headset.follow([ringing]);
    expect(log).toHaveBeenCalledWith('headset keys: NotAllowedError');
    expect(onHeadset).not.toHaveBeenCalled();
  });
});
