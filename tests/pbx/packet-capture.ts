import { spawn } from 'node:child_process';
import type { PbxPorts } from './asterisk-config.ts';

/** A packet on its way to a media port of Asterisk. */
interface SeenPacket {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly bytes: number;
}

/** Everything that anybody sends to the media ports of an Asterisk: RTP, DTLS and ICE alike. */
export interface MediaCapture {
  readonly packets: readonly SeenPacket[];
  readonly stop: () => void;
}

/** Listens on all interfaces with tcpdump (as root). @throws when it cannot listen */
export async function captureMedia({ rtpFirst }: PbxPorts): Promise<MediaCapture> {
  const ports = `${String(rtpFirst)}-${String(rtpFirst + 398)}`;
  const args = ['-i', 'any', '-n', '-q', '-tt', '--immediate-mode', '-l'];
  const child = spawn('tcpdump', [...args, `udp and dst portrange ${ports}`], {
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
      const found = /^(\d+\.\d+).*length (\d+)/.exec(line);
      if (found !== null) packets.push({ at: Number(found[1]) * 1000, bytes: Number(found[2]) });
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
