import { expect, it } from 'vitest';
import { faultOf, UpdateError } from './update-fault.ts';

const coded = (code: string, message: string): Error => Object.assign(new Error(message), { code });

it.each<[string, unknown, object]>([
  [
    'a signature that is wrong',
    new UpdateError('unsigned', 'latest.yml'),
    { failure: 'unsigned', detail: 'latest.yml' },
  ],
  [
    'another program than was signed for',
    coded('ERR_CHECKSUM_MISMATCH', 'sha512 checksum mismatch'),
    { failure: 'damaged', detail: null },
  ],
  [
    'a full disk',
    coded('ENOSPC', 'ENOSPC: no space left on device, write\n    at …'),
    { failure: 'notStored', detail: 'ENOSPC: no space left on device, write' },
  ],
  [
    'a folder that is not ours',
    coded('EACCES', "EACCES: permission denied, open '/x'"),
    { failure: 'notStored', detail: "EACCES: permission denied, open '/x'" },
  ],
  [
    'a server that is away',
    new Error('net::ERR_CONNECTION_REFUSED\nheaders'),
    { failure: 'unreachable', detail: 'net::ERR_CONNECTION_REFUSED' },
  ],
  ['what is no error', 'gone', { failure: 'unreachable', detail: 'gone' }],
])('tells %s from the others', (_what, error, fault) => {
  expect(faultOf(error)).toEqual(fault);
});
