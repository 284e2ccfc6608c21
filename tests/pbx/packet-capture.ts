import { spawn } from 'node:child_process';
import type { PbxPorts } from './asterisk-config.ts';

/** A packet from or to a port of Asterisk. */
interface SeenPacket {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly fromPort: number;
  readonly toPort: number;
  /** What it carries beyond UDP's or TCP's own header. */
  readonly bytes: number;
}

export interface PacketCapture {
  readonly packets: readonly SeenPacket[];
  readonly stop: () => void;
}

/** Everything on the media ports of an Asterisk: RTP, DTLS and ICE alike. @throws as `capture` */
export function captureMedia(ports: PbxPorts): Promise<PacketCapture> {
  return capture(mediaFilter(ports));
}

/** Media, and what phones send to the ports for SIP of an Asterisk. @throws as `capture` */
export function captureCall(ports: PbxPorts): Promise<PacketCapture> {
  const signalling = `tcp dst port ${String(ports.wss)} or udp dst port ${String(ports.sip)}`;
  return capture(`(${mediaFilter(ports)}) or ${signalling}`);
}

function mediaFilter({ rtpFirst }: PbxPorts): string {
  return `udp and portrange ${String(rtpFirst)}-${String(rtpFirst + 398)}`;
}

/** Listens on all interfaces with tcpdump (as root). @throws when it cannot listen */
async function capture(filter: string): Promise<PacketCapture> {
  const args = ['-i', 'any', '-n', '-q', '-tt', '--immediate-mode', '-l'];
  const child = spawn('tcpdump', [...args, filter], {
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
      const [, at, from, to, bytes] =
        /^(\d+\.\d+) .*\.(\d+) > \S*\.(\d+): .* (\d+)$/.exec(line) ?? [];
      if (at === undefined) continue;
      packets.push({
        at: Number(at) * 1000,
        fromPort: Number(from),
        toPort: Number(to),
        bytes: Number(bytes),
      });
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
