import { codesFor } from '../../shared/agent/agent-codes.ts';
import { wrapsUp } from '../../shared/agent/after-call.ts';
import {
  agentTransition,
  newAgentState,
  sameStatus,
  type AgentEvent,
  type AgentFailure,
  type AgentState,
  type AgentStatus,
} from '../../shared/agent/agent-state.ts';
import type { Call } from '../../shared/call/call.ts';
import type { CodeOutcome } from '../../shared/contract.ts';
import type { Registration } from '../../shared/registration.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { unreachable } from '../../shared/unreachable.ts';

/** What the agent state needs from its surroundings. */
export interface AgentPorts {
  readonly settings: () => Settings;
  readonly registration: () => Registration;
  readonly onState: (state: AgentState) => void;
  readonly dialCode: (order: string, code: string) => void;
  readonly refuseCalls: (refuse: boolean) => void;
  /** Registers or takes the registration back, as `wantsRegistration` says. */
  readonly reconnect: () => void;
  readonly now: () => number;
  readonly newId: () => string;
}

/** An order to the PBX under way: codes still to dial after the one that is being answered. */
interface Run {
  readonly target: AgentStatus;
  readonly order: string;
  readonly rest: readonly string[];
}

/** An un-REGISTER without an answer for this long has failed, in milliseconds. */
const unregisterLimitMs = 10_000;

/**
 * Brings the agent's wish to the PBX by the way of the settings and shows only what came back: the
 * answer to a feature code, to a REGISTER, or the phone's word that it refuses calls.
 */
export class AgentHost {
  readonly #ports: AgentPorts;
  #state: AgentState;
  #run: Run | null = null;
  #countdown: ReturnType<typeof setTimeout> | undefined;
  #limit: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: AgentPorts) {
    this.#ports = ports;
    // Logging into a queue is for the agent to say; being reachable at the own number is not.
    this.#state = newAgentState(ports.now(), this.#by === 'codes' ? null : { kind: 'ready' });
  }

  get state(): AgentState {
    return this.#state;
  }

  /** Whether the phone should be registered at all. */
  get wantsRegistration(): boolean {
    if (this.#by !== 'unregister') return true;
    return (this.#state.pending ?? this.#state.status).kind === 'ready';
  }

  choose(status: AgentStatus): void {
    this.#apply({ type: 'requested', status });
    this.#carryOut();
  }

  dismissFailure(): void {
    this.#apply({ type: 'failureSeen' });
  }

  /** The phone page has (re)started: it refuses nothing and knows nothing. */
  phoneStarted(): void {
    this.#run = null;
    this.#apply({ type: 'lost', at: this.#ports.now() });
    const { pending } = this.#state;
    if (this.#by === 'busy') this.#carryOut();
    // A page that has only begun has registered nothing, and the last one's socket went with it.
    else if (this.#by === 'unregister' && pending !== null && pending.kind !== 'ready')
      this.#confirm(pending);
  }

  /** To be told of every change of the registration. */
  registrationChanged({ phase }: Registration): void {
    if (this.#by === 'busy') return;
    if (phase === 'registered') {
      if (this.#by === 'codes') this.#carryOut();
      else if (this.wantsRegistration) this.#confirm({ kind: 'ready' });
    } else if (phase === 'waiting') {
      this.#run = null;
      const wasReady = this.#state.status.kind === 'ready';
      if (this.#by === 'codes' || wasReady) this.#apply({ type: 'lost', at: this.#ports.now() });
    }
  }

  callsChanged(before: readonly Call[], after: readonly Call[]): void {
    if (wrapsUp(before, after, this.#state, this.#ports.settings().wrapUp))
      this.choose({ kind: 'wrapUp' });
  }

  codeAnswered(order: string, outcome: CodeOutcome): void {
    const run = this.#run;
    if (run?.order !== order) return;
    this.#run = null;
    const { pending } = this.#state;
    const stillWanted = pending !== null && sameStatus(pending, run.target);
    if (outcome !== 'accepted') {
      this.#refuse(run.target, outcome);
      if (!stillWanted) this.#carryOut();
    } else if (run.rest.length === 0) {
      this.#confirm(run.target);
      this.#carryOut();
    } else if (stillWanted) this.#dial(run.target, run.rest);
    else {
      // Half of the way is done: only the full way from the start is sure now.
      this.#apply({ type: 'confirmed', status: { kind: 'unknown' }, ...this.#moment(null) });
      this.#carryOut();
    }
  }

  refusalChanged(refuse: boolean): void {
    const { pending } = this.#state;
    if (this.#by !== 'busy' || pending === null) return;
    if ((pending.kind !== 'ready') === refuse) this.#confirm(pending);
  }

  /** The registrar has confirmed that the registration is gone. */
  unregistered(): void {
    const { pending } = this.#state;
    if (this.#by === 'unregister' && pending !== null && pending.kind !== 'ready')
      this.#confirm(pending);
  }

  get #by(): Settings['agentState']['by'] {
    return this.#ports.settings().agentState.by;
  }

  #carryOut(): void {
    const { pending, status } = this.#state;
    const { agentState, pauseReasons } = this.#ports.settings();
    if (pending === null || this.#run !== null) return;
    switch (agentState.by) {
      case 'busy':
        this.#ports.refuseCalls(pending.kind !== 'ready');
        return;
      case 'unregister':
        this.#changeRegistration(pending);
        return;
      case 'codes':
        // Without a connection the wish stands until there is one (registrationChanged).
        if (this.#ports.registration().phase === 'registered')
          this.#dial(pending, codesFor(status, pending, agentState, pauseReasons));
        else if (status.kind !== 'unknown') this.#refuse(pending, 'notConnected');
        return;
      default:
        unreachable(agentState);
    }
  }

  #changeRegistration(pending: AgentStatus): void {
    const registered = this.#ports.registration().phase === 'registered';
    if (registered === (pending.kind === 'ready')) {
      this.#confirm(pending);
      return;
    }
    this.#ports.reconnect();
    // Nothing was registered, so there is nobody to confirm that it no longer is.
    if (!registered && pending.kind !== 'ready') this.#confirm(pending);
    if (!registered) return;
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => {
      this.#refuse(pending, 'noAnswer');
      // The phone has stopped registering: ready again only when the registrar says so.
      this.#apply({ type: 'lost', at: this.#ports.now() });
      this.#ports.reconnect();
    }, unregisterLimitMs);
  }

  #dial(target: AgentStatus, [code, ...rest]: readonly string[]): void {
    if (code === undefined) return;
    const order = this.#ports.newId();
    this.#run = { target, order, rest };
    this.#ports.dialCode(order, code);
  }

  #confirm(status: AgentStatus): void {
    clearTimeout(this.#limit);
    const { seconds } = this.#ports.settings().wrapUp;
    const counts = status.kind === 'wrapUp' && seconds > 0;
    this.#apply({
      type: 'confirmed',
      status,
      ...this.#moment(counts ? seconds * 1000 : null),
    });
    if (counts)
      this.#countdown = setTimeout(() => {
        this.choose({ kind: 'ready' });
      }, seconds * 1000);
  }

  #refuse(status: AgentStatus, cause: AgentFailure): void {
    this.#apply({ type: 'refused', status, cause });
  }

  #moment(countdownMs: number | null): { readonly at: number; readonly endsAt: number | null } {
    const at = this.#ports.now();
    return { at, endsAt: countdownMs === null ? null : at + countdownMs };
  }

  #apply(event: AgentEvent): void {
    const next = agentTransition(this.#state, event);
    if (next === this.#state) return;
    if (next.endsAt === null || event.type === 'confirmed') clearTimeout(this.#countdown);
    this.#state = next;
    this.#ports.onState(next);
  }
}
