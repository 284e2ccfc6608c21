import type { Evidence, MatchKind } from '../knowledge/search.ts';

/** What stands at a hit of the search beside its title. */
export interface HitTexts {
  readonly why: string;
  readonly whyNot: string;
  readonly variant: (area: string) => string;
  readonly ignored: (words: string) => string;
  readonly valid: (area: string) => string;
  readonly places: Readonly<Record<Exclude<Evidence['place'], 'text'>, string>>;
  readonly kinds: Readonly<Record<MatchKind, string>>;
  readonly notFound: string;
}

export const hitsDe: HitTexts = {
  why: 'Warum?',
  whyNot: 'Dazu gibt es keine Auskunft.',
  variant: (area) => `auch: ${area}`,
  ignored: (words) => `Ohne Bedeutung für die Suche: ${words}.`,
  valid: (area) => `Gilt für: ${area}.`,
  places: { title: 'im Titel', citizensWords: 'so fragen Bürger', packWords: 'Alltagswort' },
  kinds: {
    word: 'genau so',
    form: 'andere Form',
    part: 'Wortteil',
    beginning: 'Wortanfang',
    slip: 'ähnliche Schreibung',
  },
  notFound: 'kommt hier nicht vor',
};

export const hitsEn: HitTexts = {
  why: 'Why?',
  whyNot: 'There is nothing to say about it.',
  variant: (area) => `also: ${area}`,
  ignored: (words) => `Without meaning for the search: ${words}.`,
  valid: (area) => `Valid for: ${area}.`,
  places: {
    title: 'in the title',
    citizensWords: 'how citizens ask',
    packWords: 'everyday word',
  },
  kinds: {
    word: 'exactly',
    form: 'another form',
    part: 'part of a word',
    beginning: 'beginning',
    slip: 'similar spelling',
  },
  notFound: 'does not occur here',
};
