import { describe, expect, it } from 'vitest';
import { isPermitted } from './permissions.ts';

const ownNetwork = ['local-network-access', 'local-network', 'loopback-network'];
const needed = ['media', 'speaker-selection', 'hid', ...ownNetwork];
const others = ['geolocation', 'notifications', 'midi', 'clipboard-read', 'fullscreen', 'usb', 'x'];

describe('isPermitted', () => {
  it.each(['app://phone', 'app://phone/', 'app://phone/index.html'])(
    '%s hears, chooses, reads headset keys and reaches the exchange, and no more',
    (origin) => {
      for (const permission of needed) expect(isPermitted(permission, origin, false)).toBe(true);
      for (const permission of others) expect(isPermitted(permission, origin, false)).toBe(false);
    },
  );

  it('the simulated caller reaches the practice switchboard and hears nothing', () => {
    expect(needed.filter((name) => isPermitted(name, 'app://caller/', false))).toEqual(ownNetwork);
  });

  it.each([
    'app://desk/',
    'app://ring/',
    'app://phone.example/',
    'app://phonebook',
    'https://phone/',
    'file:///app://phone/',
    'null',
    '',
  ])('%j gets nothing', (origin) => {
    for (const permission of [...needed, ...others])
      expect(isPermitted(permission, origin, false)).toBe(false);
  });

  it('nobody gets a camera', () => {
    expect(isPermitted('media', 'app://phone/', true)).toBe(false);
  });
});
