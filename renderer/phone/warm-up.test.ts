import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FakePeerConnection } from '../../tests/fakes/fake-media.ts';
import { warmUp } from './warm-up.ts';

let made: FakePeerConnection[];
beforeEach(() => {
  vi.useFakeTimers();
  made = [];
});
afterEach(() => {
  vi.useRealTimers();
});

function create(): RTCPeerConnection {
  const connection = new FakePeerConnection();
  made.push(connection);
  return connection as unknown as RTCPeerConnection;
}

it('negotiates a whole connection and throws both ends away when it stands', async () => {
  const warm = warmUp(create);
  await vi.advanceTimersByTimeAsync(200);
  expect(made.map(({ history }) => history)).toEqual([
    ['local offer recvonly', 'remote answer inactive'],
    ['remote offer recvonly', 'local answer inactive'],
  ]);
  expect(made.map(({ signalingState }) => signalingState)).toEqual(['stable', 'stable']);
  made[0]?.become('connected');
  await warm;
  expect(made.map(({ signalingState }) => signalingState)).toEqual(['closed', 'closed']);
});

it.each([
  ['never connects', () => undefined],
  [
    'throws',
    () => {
      throw new Error('no ports left');
    },
  ],
])('an engine that %s holds nothing up', async (_what, trouble) => {
  const warm = warmUp(() => {
    const connection = create();
    const offer = made[0]?.createOffer.bind(made[0]);
    if (made.length === 1 && offer !== undefined)
      Object.assign(connection, {
        createOffer: () => {
          trouble();
          return offer();
        },
      });
    return connection;
  });
  await vi.advanceTimersByTimeAsync(3_000);
  await warm;
  expect(made.map(({ signalingState }) => signalingState)).toEqual(['closed', 'closed']);
});
