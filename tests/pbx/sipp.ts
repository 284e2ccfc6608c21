import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tone, toALaw } from './audio.ts';
import type { Pbx } from './asterisk.ts';
import { freeMediaPort, freeUdpPort } from './ports.ts';
import { calledScenario, callerScenario } from './sipp-scenario.ts';
import { parseTrace } from './sipp-trace.ts';
import type { CallTrace } from './sipp-trace.ts';

/** Pitches of the people outside; apart from each other and from the music on hold (700 Hz). */
export const callerHz = 440;
export const calledHz = 1200;

/** Where the people outside listen, one port each. */
export const firstMediaPort = 32_000;
export const lastMediaPort = 63_998;

export interface OutsideCaller {
  callId: string;
  mediaPort: number;
  /** Everything so far; for waiting on 180 and the like while the call runs. */
  trace: () => Promise<CallTrace>;
  /** Trace once the call is over, however it ended. */
  finished: Promise<CallTrace>;
  /** Dies without a word, as a phone whose battery is empty. */
  kill: () => void;
}

interface SippJob {
  scenario: string;
  hz: number;
  args: readonly string[];
  port: number;
  /** Calls one after another. */
  calls: number;
}

async function runSipp(job: (audio: string) => SippJob, callId: string): Promise<OutsideCaller> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsdraht-sipp-'));
  const audio = join(folder, 'voice.alaw');
  const { scenario, hz, args, port, calls } = job(audio);
  await writeFile(audio, toALaw(tone(hz, 5)));
  await writeFile(join(folder, 'scenario.xml'), scenario);
  const messages = join(folder, 'messages.log');
  const mediaPort = await freeMediaPort(firstMediaPort, lastMediaPort);
  const child = spawn(
    'sipp',
    [
      ...args,
      ...['-sf', join(folder, 'scenario.xml'), '-i', '127.0.0.1', '-p', String(port)],
      ...[
        '-m',
        String(calls),
        '-l',
        '1',
        '-r',
        '50',
        '-nostdin',
        '-trace_msg',
        '-message_file',
        messages,
      ],
      ...['-mp', String(mediaPort)],
      ...['-trace_err', '-error_file', join(folder, 'errors.log')],
      ...['-timeout', `${String(60 + 60 * calls)}s`],
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const trace = async (): Promise<CallTrace> =>
    parseTrace(existsSync(messages) ? await readFile(messages, 'utf8') : '');
  const finished = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      resolve();
    });
  }).then(async () => {
    process.off('exit', kill);
    const result = await trace();
    if (result.messages.length === 0) throw new Error(`sipp did nothing:\n${complaint}`);
    await rm(folder, { recursive: true, force: true });
    return result;
  });
  return { callId, mediaPort, trace, finished, kill };
}

interface CallOptions {
  /** Number that is dialled, E.164. */
  number: string;
  /**
   * How the PBX tells the line: by header X-Dialed-Number, or only before the caller's name; `queue`: by
   * header, to whoever is next in the queue; `group`: by header, and another one answers first;
   * `itself`: by header, and the phone is to answer by itself; `waiting`:
   * stays in a queue without agents; `menu`: by header, after a voice menu in which a passport was chosen.
   */
  told?: 'header' | 'name' | 'queue' | 'group' | 'itself' | 'waiting' | 'menu';
  /** Who rings: agent1 (default) or the phone at `ports.outside`. */
  rings?: 'agent1' | 'outside';
  from?: string;
  displayName?: string;
  talkSeconds?: number;
  cancelAfterMs?: number;
  /** Pitch of the caller's voice. */
  hz?: number;
  headers?: readonly string[];
  /** Calls as often, each time as soon as the call before is over; the Call-IDs are sipp's then. */
  calls?: number;
}

/** What the dial plan does with a number, by its first letter. */
const prefixes = {
  header: '',
  name: 'P',
  queue: 'Q',
  group: 'G',
  itself: 'I',
  waiting: 'W',
  menu: 'M',
} as const;

/** Somebody outside calls a number of the centre with sipp and plays a tone once answered. */
export async function callFromOutside(pbx: Pbx, options: CallOptions): Promise<OutsideCaller> {
  const { number, told = 'header', from = '+4917139200002', displayName, headers = [] } = options;
  const callId = randomUUID();
  const port = await freeUdpPort();
  return runSipp((audio) => {
    const scenario = callerScenario({
      from,
      headers,
      audio,
      talk: (options.talkSeconds ?? 3) * 1000,
      ...(displayName === undefined ? {} : { displayName }),
      ...(options.cancelAfterMs === undefined ? {} : { cancelAfter: options.cancelAfterMs }),
    });
    const native = options.rings === 'outside' ? 'B' : '';
    const prefix = prefixes[told];
    const service = `${native}${prefix}${number}`;
    const calls = options.calls ?? 1;
    const id = calls === 1 ? ['-cid_str', callId] : [];
    const args = [`127.0.0.1:${String(pbx.ports.sip)}`, '-s', service, ...id];
    return { scenario, hz: options.hz ?? callerHz, args, port, calls };
  }, callId);
}

/** Somebody outside who is there for one call of an agent: rings, then answers with a tone or refuses. */
export async function phoneOutside(
  pbx: Pbx,
  options: { ringSeconds?: number; refuse?: number } = {},
): Promise<OutsideCaller> {
  return runSipp((audio) => {
    const ring = (options.ringSeconds ?? 0.5) * 1000;
    const refuse = options.refuse === undefined ? {} : { refuse: options.refuse };
    const scenario = calledScenario({ ring, audio, ...refuse });
    return { scenario, hz: calledHz, args: [], port: pbx.ports.outside, calls: 1 };
  }, 'called');
}
