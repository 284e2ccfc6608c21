import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { managerAccount } from './asterisk-config.ts';

/** One message of Asterisk's manager interface. Repeated keys (Output) are joined by newlines. */
export type ManagerMessage = Readonly<Record<string, string>>;
export interface ManagerEvent {
  at: number;
  fields: ManagerMessage;
}

function parseMessage(text: string): ManagerMessage {
  const fields: Record<string, string> = {};
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const key = line.slice(0, colon);
    const value = line.slice(colon + 1).replace(/^ /, '');
    fields[key] = key in fields ? `${fields[key] ?? ''}\n${value}` : value;
  }
  return fields;
}

/** Connection to Asterisk's manager interface (AMI): actions with their answers, and all events. */
export class Manager {
  /** Everything that has happened since the start, oldest first. */
  readonly events: ManagerEvent[] = [];
  readonly #socket: Socket;
  readonly #answers = new Map<string, (answer: ManagerMessage) => void>();
  #buffer = '';
  #number = 0;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      this.#read(text);
    });
    // A killed Asterisk resets the connection; who waits for an answer runs into its time limit.
    socket.on('error', () => undefined);
  }

  /** @throws when nothing listens there. */
  static async connect(port: number): Promise<Manager> {
    const socket = connect(port, '127.0.0.1');
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    const manager = new Manager(socket);
    const { user: Username, secret: Secret } = managerAccount;
    await manager.action({ Action: 'Login', Username, Secret });
    return manager;
  }

  #read(text: string): void {
    this.#buffer += text;
    const parts = this.#buffer.split('\r\n\r\n');
    this.#buffer = parts.pop() ?? '';
    for (const fields of parts.map(parseMessage)) {
      if (fields['Event'] !== undefined) this.events.push({ at: Date.now(), fields });
      else if (fields['ActionID'] !== undefined) this.#answers.get(fields['ActionID'])?.(fields);
    }
  }

  /** @throws when Asterisk answers with an error or not within 5 s. */
  async action(fields: Record<string, string>): Promise<ManagerMessage> {
    const id = String((this.#number += 1));
    const text = Object.entries({ ...fields, ActionID: id }).map(
      ([key, value]) => `${key}: ${value}`,
    );
    const answer = await new Promise<ManagerMessage>((resolve, reject) => {
      const late = setTimeout(() => {
        reject(new Error(`Asterisk did not answer ${fields['Action'] ?? ''} within 5 s`));
      }, 5000);
      this.#answers.set(id, (message) => {
        clearTimeout(late);
        resolve(message);
      });
      this.#socket.write(`${text.join('\r\n')}\r\n\r\n`);
    });
    this.#answers.delete(id);
    if (answer['Response'] === 'Error')
      throw new Error(`Asterisk: ${answer['Message'] ?? 'error'}`);
    return answer;
  }

  /**
   * The first event that fits, past or future.
   * @throws when none came within `limit` milliseconds.
   */
  async waitFor(
    what: string,
    fits: (fields: ManagerMessage, at: number) => boolean,
    limit = 10_000,
  ): Promise<ManagerEvent> {
    const until = Date.now() + limit;
    for (;;) {
      const found = this.events.find(({ fields, at }) => fits(fields, at));
      if (found !== undefined) return found;
      if (Date.now() > until) throw new Error(`Asterisk: no ${what} within ${String(limit)} ms`);
      await new Promise((wake) => setTimeout(wake, 25));
    }
  }

  close(): void {
    this.#socket.destroy();
  }
}
