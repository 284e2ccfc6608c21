import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { configFiles } from './asterisk-config.ts';
import type { PbxPorts } from './asterisk-config.ts';
import { installAsterisk } from '../../tools/setup/asterisk-install.ts';
import { giveToAsterisk, startProcess } from './asterisk-process.ts';
import type { RunningAsterisk } from './asterisk-process.ts';
import { tone, toLinear16 } from './audio.ts';
import {
  changeCertificate,
  makeCertificates,
  type Certificates,
  type CertificateWish,
} from './certificates.ts';
import { pbxLines } from './lines.ts';
import type { PbxLine } from './lines.ts';
import type { Manager } from './manager.ts';
import { freeTcpPort, freeUdpPort } from './ports.ts';

export const agents = [
  { user: 'agent1', password: 'practice-only-1' },
  { user: 'agent2', password: 'practice-only-2' },
  { user: 'agent3', password: 'practice-only-3', digests: 'SHA-256' },
  { user: 'agent4', password: 'practice-only-4', digests: 'MD5,SHA-256' },
] as const;
export type AgentName = (typeof agents)[number]['user'];

/** Pitch of the music on hold, so that a test can tell it from voices. */
export const musicHz = 700;

async function choosePorts(): Promise<PbxPorts> {
  return {
    sip: await freeUdpPort(),
    wss: await freeTcpPort(),
    http: await freeTcpPort(),
    manager: await freeTcpPort(),
    outside: await freeUdpPort(),
    rtpFirst: 2 * randomInt(10_000, 15_000),
  };
}

/** A real Asterisk of a test: own configuration, ports and folders; loopback only. */
export class Pbx {
  readonly ports: PbxPorts;
  readonly lines: readonly PbxLine[];
  readonly version: string;
  /** Of the PBX, for `localhost`, with the authority that signed it; PEM files. */
  readonly certificates: Certificates;
  readonly #folder: string;
  readonly #boot: () => Promise<RunningAsterisk>;
  #running: RunningAsterisk;

  private constructor(
    parts: Pick<Pbx, 'ports' | 'lines' | 'version' | 'certificates'>,
    folder: string,
    boot: () => Promise<RunningAsterisk>,
    running: RunningAsterisk,
  ) {
    this.ports = parts.ports;
    this.lines = parts.lines;
    this.version = parts.version;
    this.certificates = parts.certificates;
    this.#folder = folder;
    this.#boot = boot;
    this.#running = running;
  }

  /**
   * Installs Asterisk if need be and starts it. Takes about 2 s once it is installed. Another program can take a
   * port between its choice and its use, or Asterisk can stand still while it loads: then once more, with other ports.
   */
  static async start(): Promise<Pbx> {
    try {
      return await Pbx.#startOnce();
    } catch (error) {
      console.warn('Asterisk is started once more:', error);
      return Pbx.#startOnce();
    }
  }

  static async #startOnce(): Promise<Pbx> {
    const install = await installAsterisk();
    const home = `/tmp/amtsdraht-pbx-${String(process.pid)}-${String(randomInt(1e6))}`;
    const folder = join(install.root, home);
    const [ports, lines] = [await choosePorts(), pbxLines()];
    for (const part of ['etc', 'db', 'spool', 'run', 'log', 'music', 'recordings'])
      await mkdir(join(folder, part), { recursive: true });
    const certificates = await makeCertificates(join(folder, 'keys'));
    await writeFile(join(folder, 'music', 'tone.sln'), toLinear16(tone(musicHz, 5)));
    for (const [name, text] of Object.entries(configFiles({ ports, lines, agents, home })))
      await writeFile(join(folder, 'etc', name), text);
    await giveToAsterisk(install, home);
    const boot = (): Promise<RunningAsterisk> => startProcess(install, home, ports.manager);
    const parts = { ports, lines, version: install.version, certificates };
    return new Pbx(parts, folder, boot, await boot());
  }

  /** PEM file of the authority that signed the PBX's certificate. */
  get caFile(): string {
    return this.certificates.caFile;
  }

  /** Address for the app's account. */
  get registrar(): string {
    return `wss://localhost:${String(this.ports.wss)}/ws`;
  }

  /** Events since the (re)start, and actions. */
  get manager(): Manager {
    return this.#running.manager;
  }

  /** Output of a command of Asterisk's console. */
  async rx(command: string): Promise<string> {
    return (await this.manager.action({ Action: 'Command', Command: command }))['Output'] ?? '';
  }

  /** @throws when the agent's phone has not registered within `limit` milliseconds. */
  async waitForContact(agent: AgentName, limit = 20_000): Promise<void> {
    const until = Date.now() + limit;
    while (!(await this.rx('pjsip show contacts')).includes(`${agent}/sip:`)) {
      if (Date.now() > until) throw new Error(`${agent} has not registered at Asterisk`);
      await new Promise((wake) => setTimeout(wake, 100));
    }
  }

  /**
   * A call from inside the PBX with an application as caller, as if it came from the trunk (or an agent).
   * @returns name under which {@link recording} finds its audio.
   */
  async originate(
    number: string,
    application = 'Milliwatt',
    data = '',
    context: 'trunk' | 'agents' = 'trunk',
  ): Promise<string> {
    const name = `originated-${String(Date.now())}-${String(randomInt(1e6))}`;
    await this.manager.action({
      Action: 'Originate',
      Channel: `Local/${number}@${context}`,
      Application: application,
      Data: data,
      CallerID: '"Asterisk" <+4917139200001>',
      Variable: `__RECORDING=${name}`,
      Async: 'true',
      Timeout: '40000',
    });
    return name;
  }

  /**
   * Audio files (16 bit linear, 8 kHz, see `measureAudio`) of a call by its Call-ID on the caller's side
   * or by the name that `originate` returned. Complete once the call has ended.
   */
  recording(name: string): { fromCaller: string; toCaller: string } {
    const file = (side: string): string => join(this.#folder, 'recordings', `${name}-${side}.sln`);
    return { fromCaller: file('from-caller'), toCaller: file('to-caller') };
  }

  /**
   * What a caller has heard, to the end: Asterisk writes the last seconds after the call is over.
   * @returns file, see {@link recording}
   */
  async completeRecording(name: string): Promise<string> {
    const { toCaller } = this.recording(name);
    for (let [before, size] = [-1, 0]; size === 0 || size !== before;) {
      await new Promise((wake) => setTimeout(wake, 300));
      [before, size] = [size, (await stat(toCaller)).size];
    }
    return toCaller;
  }

  /** DTMF digits that Asterisk has received from this endpoint since the (re)start. */
  dtmfFrom(endpoint: string): string {
    return this.manager.events
      .filter(
        ({ fields }) =>
          fields['Event'] === 'DTMFEnd' &&
          fields['Direction'] === 'Received' &&
          fields['Channel']?.startsWith(`PJSIP/${endpoint}-`),
      )
      .map(({ fields }) => fields['Digit'] ?? '')
      .join('');
  }

  /** Whether the endpoint's newest hold event is a hold (true), a resume (false), or there was none. */
  heldBy(endpoint: string): boolean | undefined {
    const last = this.manager.events.findLast(
      ({ fields }) =>
        /^(Hold|Unhold)$/.test(fields['Event'] ?? '') &&
        fields['Channel']?.startsWith(`PJSIP/${endpoint}-`),
    );
    return last === undefined ? undefined : last.fields['Event'] === 'Hold';
  }

  /** Number of channels that are up or ringing. */
  async channelCount(): Promise<number> {
    return Number(/(\d+) active channel/.exec(await this.rx('core show channels'))?.[1] ?? 0);
  }

  /** Ends as a power cut does: no BYE, no close. {@link restart} brings it up again. */
  async killHard(): Promise<void> {
    this.#running.manager.close();
    this.#running.process.kill('SIGKILL');
    await this.#running.gone;
  }

  /** Same configuration and ports again; kills it first if it still runs. */
  async restart(): Promise<void> {
    await this.killHard();
    this.#running = await this.#boot();
  }

  /** From the next connection on it shows this certificate; the connections that stand stay. */
  async showCertificate(wish: CertificateWish): Promise<void> {
    await changeCertificate(join(this.#folder, 'keys'), wish);
    await this.rx('module reload http');
  }

  /** What Asterisk has logged, for the message of a failed test. */
  async log(): Promise<string> {
    const file = join(this.#folder, 'log', 'full');
    return existsSync(file) ? await readFile(file, 'utf8') : '';
  }

  async stop(): Promise<void> {
    await this.killHard();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
