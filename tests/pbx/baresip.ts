import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pbx } from './asterisk.ts';
import { freeTcpPort } from './ports.ts';

/** A phone without a browser, to compare with: Debian's baresip, UDP and PCMA, at `ports.outside`. */
export interface NativePhone {
  /** Accepts the call that rings. @returns when it was told to, in epoch milliseconds */
  readonly accept: () => number;
  readonly stop: () => Promise<void>;
}

/** @throws when baresip is not there or does not start */
export async function startBaresip(pbx: Pbx): Promise<NativePhone> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-baresip-'));
  const control = await freeTcpPort();
  const address = `127.0.0.1:${String(pbx.ports.outside)}`;
  const config = `sip_listen ${address}
audio_source aubridge,nil
audio_player aubridge,nil
audio_alert aubridge,nil
audio_srate 8000
audio_channels 1
ctrl_tcp_listen 127.0.0.1:${String(control)}
module_path /usr/lib/baresip/modules
module g711.so
module aubridge.so
module_tmp account.so
module_app menu.so
module_app ctrl_tcp.so
`;
  await writeFile(join(folder, 'config'), config);
  await writeFile(
    join(folder, 'accounts'),
    `<sip:outside@${address}>;regint=0;answermode=manual;audio_codecs=pcma\n`,
  );
  const child = spawn('baresip', ['-f', folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  await new Promise<void>((resolve, reject) => {
    let output = '';
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(`baresip: ${output}`));
    });
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('baresip is ready')) resolve();
    });
  });
  const socket = connect(control, '127.0.0.1').setNoDelay(true);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.resume();
  return {
    accept: () => {
      // A netstring of JSON, as its module ctrl_tcp wants it.
      const order = JSON.stringify({ command: 'accept' });
      const at = performance.timeOrigin + performance.now();
      socket.write(`${String(order.length)}:${order},`);
      return at;
    },
    stop: async () => {
      socket.destroy();
      process.off('exit', kill);
      kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
