import type { Article } from './pack.ts';

/** Whether an article may be used on a local date; both ends are inclusive (XZuFi gueltigkeit). */
export function isValidOn(
  { validFrom, validUntil }: Pick<Article, 'validFrom' | 'validUntil'>,
  day: string,
): boolean {
  return (validFrom ?? day) <= day && day <= (validUntil ?? day);
}
