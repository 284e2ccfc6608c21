import type { ProblemCode } from '../problem.ts';

type PackProblem = Extract<ProblemCode, `pack${string}`>;

/** Texts on the knowledge pack, its age and its synchronisation. */
export interface KnowledgeTexts {
  readonly problems: Readonly<
    Record<PackProblem, { readonly title: string; readonly advice: string }>
  >;
  readonly status: {
    readonly label: string;
    readonly none: string;
    readonly issued: (when: string) => string;
    readonly confirmed: (age: string) => string;
    readonly justNow: string;
    readonly neverConfirmed: string;
    readonly running: string;
    readonly progress: (done: number, total: number) => string;
    readonly now: string;
  };
}
