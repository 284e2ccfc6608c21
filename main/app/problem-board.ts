import type { Problem, ProblemCode } from '../../shared/problem.ts';
import type { Registration, RegistrationFailure } from '../../shared/registration.ts';
import type { Settings } from '../../shared/settings/settings.ts';
import { textsFor } from '../../shared/texts/index.ts';
import { unreachable } from '../../shared/unreachable.ts';
import type { DeskStateHolder } from './desk-state.ts';
import type { Log } from './log.ts';

/** Problems that end by themselves once the PBX has confirmed the registration. */
const registrationProblems = [
  'serverUnreachable',
  'certificateUntrusted',
  'certificateOutOfDate',
  'certificateWrongName',
  'certificateWrongPin',
  'wrongPassword',
  'registrationRefused',
  'connectionLost',
] as const satisfies readonly ProblemCode[];

/** Shows problems in the window and writes the same sentences to the log. */
export class ProblemBoard {
  readonly #state: DeskStateHolder;
  readonly #log: Log;

  constructor(state: DeskStateHolder, log: Log) {
    this.#state = state;
    this.#log = log;
  }

  add(problem: Problem): void {
    if (!this.#state.addProblem(problem)) return;
    const { title, advice } = textsFor(this.#language()).problems[problem.code];
    this.#log.warn('problem', `${problem.code}: ${title} ${advice}`, { detail: problem.detail });
  }

  remove(...codes: readonly ProblemCode[]): void {
    this.#state.removeProblems(...codes);
  }

  /** Turns a registration that does not stand into its problem, and takes it back when it stands. */
  follow(registration: Registration): void {
    if (registration.phase === 'registered') this.remove(...registrationProblems);
    if (registration.phase !== 'waiting') return;
    const code = problemOf(registration.failure);
    this.remove(...registrationProblems.filter((other) => other !== code));
    this.add({ code, detail: registration.server });
  }

  #language(): Settings['language'] {
    return this.#state.current.settings.language;
  }
}

/** Problem that stands for a failed registration. */
export function problemOf(failure: RegistrationFailure): (typeof registrationProblems)[number] {
  switch (failure) {
    case 'serverUnreachable':
    case 'certificateUntrusted':
    case 'certificateOutOfDate':
    case 'certificateWrongName':
    case 'certificateWrongPin':
    case 'wrongPassword':
    case 'connectionLost':
      return failure;
    case 'forbidden':
    case 'notFound':
    case 'serverError':
    case 'timeout':
      return 'registrationRefused';
    default:
      return unreachable(failure);
  }
}
