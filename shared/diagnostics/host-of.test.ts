import { expect, it } from 'vitest';
import { hostOf } from './host-of.ts';

it.each([
  ['wss://pbx.example:8089/ws', 'pbx.example:8089'],
  ['wss://petersen:geheim@pbx.example/ws', 'pbx.example'],
  ['wss://a:b@c@pbx.example', 'pbx.example'],
  ['wss://[fd00::1]:8089', '[fd00::1]:8089'],
  ['Frau Petersen', '…'],
])('of %s shows %s', (address, host) => {
  expect(hostOf(address)).toBe(host);
});
