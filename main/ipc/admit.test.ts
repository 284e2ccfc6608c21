import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { admit, type Sender } from './admit.ts';

const peer = { webContentsId: 7, origin: 'app://desk' };
const schemas = { answer: z.strictObject({ callId: z.string() }) };
const desk: Sender = {
  webContentsId: 7,
  isMainFrame: true,
  frameUrl: 'app://desk/index.html#ringing',
};
const answer = { name: 'answer', payload: { callId: 'a' } };

describe('admit', () => {
  it('lets a known message of a known window pass, parsed', () => {
    expect(admit(peer, schemas, desk, answer)).toEqual({ ok: true, value: answer });
  });

  it.each<[string, Partial<Sender>, unknown, string]>([
    ['a window that never joined', { webContentsId: 8 }, answer, 'foreignWindow'],
    ['a frame inside the window', { isMainFrame: false }, answer, 'subframe'],
    ['another page in the window', { frameUrl: 'https://evil.example/' }, answer, 'foreignOrigin'],
    ['another page of ours', { frameUrl: 'app://phone/index.html' }, answer, 'foreignOrigin'],
    ['a host that only begins alike', { frameUrl: 'app://desk.evil/' }, answer, 'foreignOrigin'],
    ['a frame that is gone', { frameUrl: null }, answer, 'foreignOrigin'],
    ['a file', { frameUrl: 'file:///etc/passwd' }, answer, 'foreignOrigin'],
    ['no envelope', {}, 'answer', 'malformedEnvelope'],
    ['too much in the envelope', {}, { ...answer, extra: 1 }, 'malformedEnvelope'],
    ['an unknown name', {}, { ...answer, name: 'shutdown' }, 'unknownName'],
    ['a name from Object.prototype', {}, { ...answer, name: '__proto__' }, 'unknownName'],
    ['another one', {}, { ...answer, name: 'constructor' }, 'unknownName'],
    ['a payload of the wrong type', {}, { ...answer, payload: { callId: 1 } }, 'badPayload'],
    ['an unknown field', {}, { ...answer, payload: { callId: 'a', x: 1 } }, 'badPayload'],
    ['no payload', {}, { name: 'answer' }, 'malformedEnvelope'],
  ])('refuses %s', (_what, sender, message, reason) => {
    const result = admit(peer, schemas, { ...desk, ...sender }, message);
    expect(result).toMatchObject({ ok: false, failure: { reason } });
  });

  it('names the field of a bad payload but never its value', () => {
    const message = { name: 'answer', payload: { callId: 4915112345678 } };
    const result = admit(peer, schemas, desk, message);
    expect(JSON.stringify(result)).toContain('callId');
    expect(JSON.stringify(result)).not.toContain('4915112345678');
  });
});
