import { normalizeNumber } from '../../../shared/lines/phone-number.ts';

/**
 * E.164 for a number as people write it; '' for an empty text, null without a prefix: nobody could tell the town.
 */
export function readPhone(text: string): string | null {
  if (text === '') return '';
  if (!/^\s*(\+|\(?0|115\s*$)/.test(text)) return null;
  const number = normalizeNumber(text, { countryCode: '49', areaCode: '' });
  return number !== null && /^(\+\d{3,15}|115)$/.test(number) ? number : null;
}
