import { spawn } from 'node:child_process';
import type { PbxPorts } from './asterisk-config.ts';

/** A packet from or to a media port of Asterisk. */
interface SeenPacket {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly fromPort: number;
  readonly toPort: number;
}

/** Everything on the media ports of an Asterisk: RTP, DTLS and ICE alike. */
export interface MediaCapture {
  readonly packets: readonly SeenPacket[];
  readonly stop: () => void;
}

/** Listens on all interfaces with tcpdump (as root). @throws when it cannot listen */
export async function captureMedia({ rtpFirst }: PbxPorts): Promise<MediaCapture> {
  const ports = `${String(rtpFirst)}-${String(rtpFirst + 398)}`;
  const args = ['-i', 'any', '-n', '-q', '-tt', '--immediate-mode', '-l'];
  const child = spawn('tcpdump', [...args, `udp and portrange ${ports}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const packets: SeenPacket[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [, at, from, to] = /^(\d+\.\d+) .*\.(\d+) > \S*\.(\d+): /.exec(line) ?? [];
      if (at !== undefined)
        packets.push({ at: Number(at) * 1000, fromPort: Number(from), toPort: Number(to) });
    }
  });
  let complaint = '';
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      reject(new Error(`tcpdump: ${complaint}`));
    });
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
      if (complaint.includes('listening on')) resolve();
    });
  });
  return {
    packets,
    stop: () => {
      process.off('exit', kill);
      kill();
    },
  };
}
