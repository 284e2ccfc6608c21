import { describe, expect, it } from 'vitest';
import { deviceOptions } from './device-options.ts';

const texts = { none: 'Standard', unplugged: (label: string) => `${label} fehlt` };
const jabra = { id: 'a', label: 'Headset (2- Jabra)' };
const laptop = { id: 'b', label: 'Realtek' };

describe('deviceOptions', () => {
  it('offers every device and none of one’s own', () => {
    const { options, selected } = deviceOptions([jabra, laptop], undefined, texts);
    expect(options.map(({ label }) => label)).toEqual(['Standard', jabra.label, 'Realtek']);
    expect(selected).toBe('none');
    expect(options[0]?.device).toBeNull();
  });

  it.each([
    ['by id', { id: 'b', label: 'renamed' }, 'id:b'],
    ['by name, in another socket', { id: 'x', label: 'Headset (Jabra)' }, 'id:a'],
  ])('marks the chosen one, found %s', (_what, wish, selected) => {
    expect(deviceOptions([jabra, laptop], wish, texts).selected).toBe(selected);
  });

  it('keeps one that is unplugged, and says so', () => {
    const wish = { id: 'x', label: 'Poly' };
    const { options, selected } = deviceOptions([laptop], wish, texts);
    expect(options.find(({ key }) => key === selected)).toEqual({
      key: 'absent',
      label: 'Poly fehlt',
      device: wish,
    });
  });
});
