import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Log } from '../../../main/app/log.ts';
import { Broker } from '../../../main/ipc/index.ts';
import { FakeIpcMain, FakeWebContents } from '../../fakes/fake-ipc.ts';

const contract = {
  requests: {
    double: {
      input: z.strictObject({ of: z.number() }),
      output: z.strictObject({ is: z.number() }),
    },
    fail: { input: z.strictObject({}), output: z.strictObject({}) },
    lie: { input: z.strictObject({}), output: z.strictObject({ is: z.number() }) },
  },
  reports: { ring: z.strictObject({ times: z.number() }) },
  notices: { changed: z.strictObject({ to: z.string() }) },
} as const;

describe('broker', () => {
  let ipc: FakeIpcMain;
  let window: FakeWebContents;
  let warnings: string[];
  let rung: number[];
  let port: ReturnType<typeof join>;

  function join(broker: Broker) {
    return broker.join({
      origin: 'app://desk',
      contents: window.asWebContents(),
      contract,
      requests: {
        double: ({ of }) => ({ is: of * 2 }),
        fail: () => {
          throw new Error('bug');
        },
        lie: () => JSON.parse('{"is":"many"}') as { is: number },
      },
      reports: { ring: ({ times }) => void rung.push(times) },
    });
  }

  beforeEach(() => {
    ipc = new FakeIpcMain();
    window = new FakeWebContents(1, 'app://desk/index.html');
    warnings = [];
    rung = [];
    const log: Log = {
      info: () => undefined,
      error: () => undefined,
      warn: (_area, message, fields) => void warnings.push(`${message} ${JSON.stringify(fields)}`),
    };
    port = join(new Broker(ipc.asIpcMain(), log));
  });

  it('answers a request with the parsed output of its handler', async () => {
    const answer = ipc.request(window.event(), { name: 'double', payload: { of: 21 } });
    await expect(answer).resolves.toEqual({ is: 42 });
  });

  it('hands a report to its handler', () => {
    ipc.report(window.event(), { name: 'ring', payload: { times: 3 } });
    expect(rung).toEqual([3]);
  });

  it('sends notices to the window', () => {
    port.notify('changed', { to: 'x' });
    expect(window.sent).toEqual([{ name: 'changed', payload: { to: 'x' } }]);
  });

  it('refuses and logs a foreign frame, an unknown name and a bad payload, and runs no handler', async () => {
    const foreign = window.event({ url: 'app://desk/' });
    await expect(ipc.request(foreign, { name: 'double', payload: { of: 1 } })).rejects.toThrow(
      'subframe',
    );
    await expect(ipc.request(window.event(), { name: 'nope', payload: {} })).rejects.toThrow(
      'unknownName',
    );
    ipc.report(window.event(), { name: 'ring', payload: { times: 'often' } });
    expect(rung).toEqual([]);
    expect(warnings).toHaveLength(3);
    expect(warnings.join()).toContain('badPayload');
  });

  it('refuses a window that never joined', async () => {
    const other = new FakeWebContents(2, 'app://desk/index.html');
    await expect(
      ipc.request(other.event(), { name: 'double', payload: { of: 1 } }),
    ).rejects.toThrow('foreignWindow');
  });

  it('rejects when a handler throws or answers outside the contract', async () => {
    await expect(ipc.request(window.event(), { name: 'fail', payload: {} })).rejects.toThrow('bug');
    await expect(ipc.request(window.event(), { name: 'lie', payload: {} })).rejects.toThrow();
  });
});
