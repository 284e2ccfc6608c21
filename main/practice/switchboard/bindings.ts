import type { ConnectionId } from './action.ts';

/** Where a user can be reached: one contact on one connection (RFC 3261 §10). */
export interface Binding {
  readonly user: string;
  /** Contact URI, used as Request-URI of what is sent there. */
  readonly uri: string;
  /** `+sip.instance`: a client that comes back replaces its old binding (RFC 5626 §6). */
  readonly instance: string | null;
  readonly connection: ConnectionId;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** A user has one desk; more contacts than this are left over from crashes, the oldest gives way. */
const maxBindingsPerUser = 4;

/** The location table. Pure bookkeeping: every method takes the time, none sends. */
export interface Bindings {
  readonly of: (user: string) => readonly Binding[];
  readonly users: () => readonly string[];
  readonly put: (binding: Binding) => void;
  readonly remove: (matches: (binding: Binding) => boolean) => void;
  readonly expire: (now: number) => void;
}

export function createBindings(): Bindings {
  let all: readonly Binding[] = [];
  const of = (user: string): readonly Binding[] => all.filter((binding) => binding.user === user);
  return {
    of,
    users: () => [...new Set(all.map((binding) => binding.user))],
    put: (binding) => {
      all = all.filter((old) => !replaces(binding, old));
      const kept = of(binding.user).slice(-(maxBindingsPerUser - 1));
      all = [...all.filter((old) => old.user !== binding.user), ...kept, binding];
    },
    remove: (matches) => {
      all = all.filter((binding) => !matches(binding));
    },
    expire: (now) => {
      all = all.filter((binding) => binding.expiresAt > now);
    },
  };
}

function replaces(binding: Binding, old: Binding): boolean {
  if (old.user !== binding.user) return false;
  return (
    old.uri === binding.uri || (binding.instance !== null && old.instance === binding.instance)
  );
}
