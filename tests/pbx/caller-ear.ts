import { spawn } from 'node:child_process';
import { fromALaw, tonesInOrder } from './audio.ts';
import type { PbxPorts } from './asterisk-config.ts';
import { firstMediaPort, lastMediaPort } from './sipp.ts';

/** What Asterisk sends to the callers outside, as it is on the wire. */
export interface CallerEar {
  /**
   * Clear tones that went to this caller, one after the other, see {@link tonesInOrder}.
   * @param mediaPort where the caller listens
   */
  readonly heardAt: (mediaPort: number, known: readonly number[]) => number[];
  readonly stop: () => void;
}

/** Header of a pcap file, of a packet in it, of Ethernet (the loopback has it), of UDP, of RTP; bytes. */
const sizes = { file: 24, packet: 16, ethernet: 14, udp: 8, rtp: 12 } as const;
const payloadALaw = 8;

/**
 * Listens on the loopback with tcpdump (as root). A recording by Asterisk is no proof of what a caller
 * hears: after a REFER its MixMonitor writes silence while the voice goes out.
 * @throws when it cannot listen
 */
export async function listenToCallers({ rtpFirst }: PbxPorts): Promise<CallerEar> {
  const from = `src portrange ${String(rtpFirst)}-${String(rtpFirst + 398)}`;
  const to = `dst portrange ${String(firstMediaPort)}-${String(lastMediaPort)}`;
  const child = spawn('tcpdump', ['-i', 'lo', '-U', '-w', '-', `udp and ${from} and ${to}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
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
    heardAt: (mediaPort, known) => {
      const voices = packetsTo(mediaPort, Buffer.concat(chunks));
      return tonesInOrder(fromALaw(Buffer.concat(voices)), known);
    },
    stop: () => {
      process.off('exit', kill);
      kill();
    },
  };
}

/** A-law payloads of the RTP packets to a port, from a pcap file that may end in the midst of a packet. */
function packetsTo(port: number, pcap: Buffer): Buffer[] {
  const voices: Buffer[] = [];
  let at: number = sizes.file;
  while (at + sizes.packet <= pcap.length) {
    const length = pcap.readUInt32LE(at + 8);
    const frame = pcap.subarray(at + sizes.packet, at + sizes.packet + length);
    at += sizes.packet + length;
    const udp = sizes.ethernet + (frame.readUInt8(sizes.ethernet) & 0x0f) * 4;
    const rtp = udp + sizes.udp;
    if (frame.length < rtp + sizes.rtp || frame.readUInt16BE(udp + 2) !== port) continue;
    if ((frame.readUInt8(rtp + 1) & 0x7f) === payloadALaw)
      voices.push(frame.subarray(rtp + sizes.rtp));
  }
  return voices;
}
