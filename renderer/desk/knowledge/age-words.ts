const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * How long ago something was, in whole minutes, hours or days: „vor 5 Minuten“.
 * @param locale BCP 47
 * @returns null if it is less than a minute
 */
export function ageWords(at: number, now: number, locale: string): string | null {
  const age = now - at;
  if (age < minute) return null;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  if (age < hour) return format.format(-Math.floor(age / minute), 'minute');
  if (age < 2 * day) return format.format(-Math.floor(age / hour), 'hour');
  return format.format(-Math.floor(age / day), 'day');
}
