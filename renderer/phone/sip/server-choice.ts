/** Which registrar is tried next: the first of the list that may be, given what was said and what failed. */
export class ServerChoice {
  readonly #servers: readonly string[];
  /** Until when a server wants to be left alone, in epoch milliseconds (RFC 3261 20.33). */
  readonly #notBefore = new Map<string, number>();
  #index = 0;

  /** @param servers in the order of priority, at least one */
  constructor(servers: readonly string[]) {
    this.#servers = servers;
  }

  get current(): string {
    return this.#servers[this.#index] ?? '';
  }

  /** The servers that would be better than the current one, best first. */
  get preferred(): readonly string[] {
    return this.#servers.slice(0, this.#index);
  }

  use(server: string): void {
    this.#index = Math.max(0, this.#servers.indexOf(server));
  }

  /** Starts again with the first: the network is another one, the old failures say nothing about it. */
  reset(): void {
    this.#index = 0;
    this.#notBefore.clear();
  }

  leaveAlone(server: string, until: number): void {
    this.#notBefore.set(server, until);
  }

  /**
   * Moves on to the next server that does not want to be left alone; if all do, to the one that is free
   * first.
   * @returns when it may be asked, in epoch milliseconds; in the past: now
   */
  next(now: number): number {
    const order = this.#servers.map(
      (_, step) => this.#servers[(this.#index + 1 + step) % this.#servers.length] ?? '',
    );
    const free = (server: string): number => Math.max(now, this.#notBefore.get(server) ?? 0);
    const [first = this.current] = order.toSorted((one, other) => free(one) - free(other));
    this.use(first);
    return free(first);
  }
}
