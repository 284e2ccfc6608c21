import { stem } from './stem.ts';

/** Folded prefixes that German verbs are separated from: ich melde mein Auto *ab*. */
const particles = [
  ...['ab', 'an', 'auf', 'aus', 'ein', 'her', 'hin', 'los', 'mit', 'nach', 'um', 'vor', 'weg'],
  ...['zu', 'zuruck', 'weiter', 'frei', 'fest'],
];
const particle = particles.join('|');
const participle = new RegExp(`^(${particle})?ge(.{3,}?)(?:e?t|en)$`);
const infinitive = new RegExp(`^(${particle})zu(.{3,})en$`);
/** Verbs without ge- in the participle, and the third person: beantragt, verlängert, kostet. */
const personal = /^(.{4,}?)e?t$/;

/**
 * Stems of the infinitives that a folded word may be a form of: abgemeldet, abzumelden → abmeld.
 * Guesses: only those count that the index knows.
 */
export function infinitiveStems(word: string): readonly string[] {
  const found = [participle, infinitive].flatMap((pattern) => {
    const [, front = '', verb] = pattern.exec(word) ?? [];
    return verb === undefined ? [] : [stem(`${front}${verb}en`)];
  });
  const verb = personal.exec(word)?.[1];
  return verb === undefined ? found : [...found, stem(`${verb}en`)];
}

/**
 * The verb that a word makes with a particle which stands behind it in the sentence: melde … ab → abmeld.
 * @param following folded words behind `word`
 */
export function separatedStems(word: string, following: readonly string[]): readonly string[] {
  return following.filter((other) => particles.includes(other)).map((other) => other + stem(word));
}
