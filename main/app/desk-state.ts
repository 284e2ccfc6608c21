import type { Call } from '../../shared/call/call.ts';
import type { Card } from '../../shared/card.ts';
import type { DeskState } from '../../shared/contract.ts';
import type { Problem, ProblemCode } from '../../shared/problem.ts';

/**
 * What the desk draws, kept in main so that a desk that crashed or was reloaded gets the whole picture
 * again. Every change is told once to the listener, in the same tick.
 */
export class DeskStateHolder {
  #state: DeskState;
  readonly #onChange: (state: DeskState) => void;

  constructor(initial: DeskState, onChange: (state: DeskState) => void) {
    this.#state = initial;
    this.#onChange = onChange;
  }

  get current(): DeskState {
    return this.#state;
  }

  /** Replaces parts of the state. */
  set(changes: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#onChange(this.#state);
  }

  /** Keeps what is open on the knowledge side for a desk that is loaded again; tells nobody. */
  remember(view: DeskState['view']): void {
    this.#state = { ...this.#state, view };
  }

  /** Replaces all calls; cards of calls that are gone go with them. */
  setCalls(calls: readonly Call[]): void {
    const ids = new Set(calls.map((call) => call.id));
    const cards = this.#state.cards.filter((card) => ids.has(card.callId));
    this.set({ calls: [...calls], cards });
  }

  /** Adds a ringing call together with its card, so that the desk never sees one without the other. */
  addCall(call: Call, card: Card | null): void {
    const calls = [...this.#state.calls.filter(({ id }) => id !== call.id), call];
    const cards = this.#state.cards.filter(({ callId }) => callId !== call.id);
    this.set({ calls, cards: card === null ? cards : [...cards, card] });
  }

  card(callId: string): Card | undefined {
    return this.#state.cards.find((card) => card.callId === callId);
  }

  setCard(card: Card): void {
    const cards = this.#state.cards.filter(({ callId }) => callId !== card.callId);
    this.set({ cards: [...cards, card] });
  }

  /** @returns whether the problem is new or has another detail than before */
  addProblem(problem: Problem): boolean {
    const known = this.#state.problems.find(({ code }) => code === problem.code);
    if (known?.detail === problem.detail) return false;
    const others = this.#state.problems.filter(({ code }) => code !== problem.code);
    this.set({ problems: [...others, problem] });
    return true;
  }

  removeProblems(...codes: readonly ProblemCode[]): void {
    const problems = this.#state.problems.filter(({ code }) => !codes.includes(code));
    if (problems.length !== this.#state.problems.length) this.set({ problems });
  }
}
