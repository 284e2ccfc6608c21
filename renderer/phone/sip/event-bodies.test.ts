import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newMessagesOf, stateOfDialogInfo } from './event-bodies.ts';

const info = (...states: readonly string[]): string =>
  `<?xml version="1.0"?><dialog-info version="1" state="full" entity="sip:702@pbx">${states
    .map(
      (state, index) =>
        `<dialog id="${index}" direction="recipient"><state>${state}</state></dialog>`,
    )
    .join('')}</dialog-info>`;

describe('stateOfDialogInfo', () => {
  it.each([
    [info(), 'free'],
    [info('terminated'), 'free'],
    [info('early'), 'ringing'],
    [info('proceeding'), 'ringing'],
    [info('confirmed'), 'busy'],
    [info('early', 'confirmed'), 'busy'],
    [info('<evil>'), 'free'],
    ['<presence/>', null],
    ['', null],
  ])('%s: %s', (body, state) => {
    expect(stateOfDialogInfo(body)).toBe(state);
  });
});

describe('newMessagesOf', () => {
  it.each([
    ['Messages-Waiting: yes\r\nMessage-Account: sip:a@b\r\nVoice-Message: 2/8 (0/0)\r\n', 2],
    ['Messages-Waiting: no\r\nVoice-Message: 0/3 (0/0)\r\n', 0],
    ['messages-waiting: YES\r\n', 1],
    ['Messages-Waiting: no\r\n', 0],
    ['Voice-Message: 2/8', null],
    ['', null],
  ])('%j: %s', (body, count) => {
    expect(newMessagesOf(body)).toBe(count);
  });
});

it('takes anything without throwing', () => {
  fc.assert(
    fc.property(fc.string(), (body) => {
      stateOfDialogInfo(`<dialog-info>${body}`);
      newMessagesOf(`Messages-Waiting: yes\n${body}`);
    }),
  );
});
