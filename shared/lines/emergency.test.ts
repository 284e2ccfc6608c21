import { expect, it } from 'vitest';
import { emergencyNumber, emergencyRefusal } from './emergency.ts';
import { dialTarget } from './phone-number.ts';

const plan = { countryCode: '49', areaCode: '04121' };
it.each([
  ['110', '110'],
  ['112', '112'],
  [' 1 1 2 ', '112'],
  ['0112', '112'],
  ['0-110', '110'],
  ['tel:112', '112'],
  ['115', null],
  ['1120', null],
  ['04121 112', null],
  ['*112', null],
  ['+1112', null],
])('%j: %s', (text, number) => {
  const target = dialTarget(text, plan);
  expect(target.ok ? emergencyNumber(target.value) : null).toBe(number);
});

it.each([
  [true, true, true, 'emergencyPractice'],
  [false, true, false, 'emergencyRefused'],
  [false, false, false, 'emergencyRefused'],
  [false, false, true, 'emergencyNotRegistered'],
  [false, true, true, null],
] as const)(
  'practice %s, registered %s, allowed %s: %s',
  (practice, registered, allowed, refusal) => {
    const policy = { allowed, place: null, otherPhone: null };
    expect(emergencyRefusal({ practice, registered }, policy)).toBe(refusal);
  },
);
