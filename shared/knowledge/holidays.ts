import { dayAfter } from './local-time.ts';

/** Public holidays of Schleswig-Holstein (Gesetz über Sonn- und Feiertage, § 2). */
export const holidayNames = [
  'newYear',
  'goodFriday',
  'easterMonday',
  'labourDay',
  'ascension',
  'whitMonday',
  'germanUnity',
  'reformation',
  'christmas',
  'boxingDay',
] as const;
export type HolidayName = (typeof holidayNames)[number];

const fixed: Readonly<Record<string, HolidayName>> = {
  '01-01': 'newYear',
  '05-01': 'labourDay',
  '10-03': 'germanUnity',
  '10-31': 'reformation',
  '12-25': 'christmas',
  '12-26': 'boxingDay',
};
/** Days after Easter Sunday. */
const movable = new Map<number, HolidayName>([
  [-2, 'goodFriday'],
  [1, 'easterMonday'],
  [39, 'ascension'],
  [50, 'whitMonday'],
]);
const firstReformationDay = 2018;

/**
 * The public holiday of a local date in Schleswig-Holstein; null on other days. Reformation Day is one
 * every year since 2018.
 * @param day `YYYY-MM-DD`
 */
export function holidayOn(day: string): HolidayName | null {
  const year = Number(day.slice(0, 4));
  const easter = easterSunday(year);
  for (const [days, name] of movable) if (dayAfter(easter, days) === day) return name;
  const name = fixed[day.slice(5)] ?? null;
  return name === 'reformation' && year < firstReformationDay ? null : name;
}

/** Easter of the Gregorian calendar (anonymous algorithm of 1876, after Butcher). */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const correction = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * correction + 114;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year)}-${two(Math.floor(days / 31))}-${two((days % 31) + 1)}`;
}
