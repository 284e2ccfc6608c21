import type { CallEntry, CallList } from './call-list.ts';
import { settle } from './bind-session.ts';
import { renegotiateHold } from './hold.ts';
import type { PhonePorts } from './ports.ts';

/**
 * The calls of which each hears all, mixed here in the phone. Who is on hold, by us or by his own
 * exchange, is heard by nobody: the music that he gets instead of us must not play for the others.
 */
export class Conference {
  readonly #calls: CallList;
  readonly #ports: PhonePorts;

  constructor(calls: CallList, ports: PhonePorts) {
    this.#calls = calls;
    this.#ports = ports;
  }

  /** All conversations become one. Whoever cannot be taken back from hold stays there. */
  async join(): Promise<void> {
    const { entries } = this.#calls;
    const parties = entries.filter(({ call }) => call.phase === 'connected');
    if (parties.length < 2) return;
    for (const entry of parties)
      if (entry.call.hold === 'held') await renegotiateHold(entry, false, this.#calls, this.#ports);
    const there = parties.filter(
      ({ call }) => call.phase === 'connected' && call.hold === 'active',
    );
    // Two conversations that hear only the agent are not what anybody wanted.
    if (there.length < 2) return;
    for (const entry of there) this.#calls.apply(entry, { type: 'conferenceJoined' });
  }

  /** The parties are apart again: one goes on talking, the others wait. */
  async leave(keep: string): Promise<void> {
    for (const entry of this.#parties())
      if (entry.call.id !== keep) await renegotiateHold(entry, true, this.#calls, this.#ports);
  }

  get isOn(): boolean {
    return this.#parties().length > 0;
  }

  /** Lets what everybody hears follow a change of the calls. */
  follow(): void {
    const parties = this.#parties();
    if (parties.length === 1)
      for (const entry of parties) this.#calls.apply(entry, { type: 'conferenceLeft' });
    for (const entry of this.#calls.entries) {
      const others = parties.length > 1 && parties.includes(entry) ? parties : [];
      const voices = others
        .filter((other) => other !== entry && !other.call.heldByRemote)
        .flatMap(({ media }) => media?.voice ?? []);
      if (entry.media !== null) settle(entry.media.mixWith(voices), this.#ports);
    }
  }

  #parties(): readonly CallEntry[] {
    return this.#calls.entries.filter(({ call }) => call.conference);
  }
}
