import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * A number as people read it: `04103 7070` in Germany, `+45 33 12 34 56` elsewhere. What is no complete
 * number (extensions, 115, names) stays as it is. The small metadata suffices: they have the area codes.
 */
export function formatNumber(number: string): string {
  const parsed = number.startsWith('+') ? parsePhoneNumberFromString(number) : undefined;
  if (parsed?.isPossible() !== true) return number;
  return parsed.countryCallingCode === '49'
    ? parsed.formatNational()
    : parsed.formatInternational();
}
