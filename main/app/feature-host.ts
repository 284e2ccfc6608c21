import type { FeatureState, PbxFeature } from '../../shared/agent/pbx-feature.ts';
import type { CodeOutcome } from '../../shared/contract.ts';

export interface FeaturePorts {
  readonly features: () => readonly PbxFeature[];
  readonly onState: (states: readonly FeatureState[]) => void;
  readonly dialCode: (order: string, code: string) => void;
  readonly newId: () => string;
}

/** Switches features of the PBX by code, and shows them as the PBX has confirmed them. */
export class FeatureHost {
  readonly #ports: FeaturePorts;
  #states: readonly FeatureState[];
  readonly #orders = new Map<string, { readonly name: string; readonly to: 'on' | 'off' }>();

  constructor(ports: FeaturePorts) {
    this.#ports = ports;
    this.#states = ports
      .features()
      .map(({ name }) => ({ name, state: 'unknown', pending: null, failure: null }));
  }

  get states(): readonly FeatureState[] {
    return this.#states;
  }

  /** One order at a time per feature; unknown names do nothing. */
  switch(name: string, to: 'on' | 'off'): void {
    const feature = this.#ports.features().find((candidate) => candidate.name === name);
    const state = this.#states.find((candidate) => candidate.name === name);
    if (feature === undefined || state?.pending !== null) return;
    const order = this.#ports.newId();
    this.#orders.set(order, { name, to });
    this.#change(name, { pending: to, failure: null });
    this.#ports.dialCode(order, feature[to]);
  }

  /** Answers to orders of others are none of its business. */
  codeAnswered(order: string, outcome: CodeOutcome): void {
    const asked = this.#orders.get(order);
    if (asked === undefined) return;
    this.#orders.delete(order);
    if (outcome === 'accepted') this.#change(asked.name, { state: asked.to, pending: null });
    else this.#change(asked.name, { pending: null, failure: outcome });
  }

  /** The phone page has (re)started: orders under way will get no answer. */
  phoneStarted(): void {
    for (const order of this.#orders.keys()) this.codeAnswered(order, 'noAnswer');
  }

  dismissFailures(): void {
    for (const { name, failure } of this.#states)
      if (failure !== null) this.#change(name, { failure: null });
  }

  #change(name: string, changes: Partial<FeatureState>): void {
    this.#states = this.#states.map((state) =>
      state.name === name ? { ...state, ...changes } : state,
    );
    this.#ports.onState(this.#states);
  }
}
