import { failure, success, type Result } from '../result.ts';
import { dialLinkOf } from './dial-link.ts';

/** What is needed to complete a number that was written short. */
export interface NumberPlan {
  /** Country calling code without `+`. */
  readonly countryCode: string;
  /** Area code (Ortsnetzkennzahl) with its leading 0, for numbers without one. */
  readonly areaCode: string;
}

/** National short numbers that have no E.164 form; the country code before them changes nothing. */
const shortNumbers = ['115'] as const;

/**
 * Every E.164 number that a text may mean, most likely first; empty when the text is not a number.
 * PBXs and trunks write one number as `+494103707-0`, `0049…`, `49…` (E.164 without its +), `04103…`,
 * `707-0`, with `tel:`, `%2B` or separators. A text without prefix is ambiguous, therefore a list: the
 * caller looks for the first candidate that it knows.
 */
export function numberCandidates(text: string, plan: NumberPlan): readonly string[] {
  const written = compact(text);
  if (written === null) return [];
  const international = /^(?:\+|00)([1-9]\d{2,14})$/.exec(written)?.[1];
  if (international !== undefined) return [short(international, plan) ?? `+${international}`];
  if ((shortNumbers as readonly string[]).includes(written)) return [written];
  const national = /^0([1-9]\d{1,13})$/.exec(written)?.[1];
  if (national !== undefined)
    return [short(`${plan.countryCode}${national}`, plan) ?? `+${plan.countryCode}${national}`];
  if (!/^\d{1,15}$/.test(written) || written.startsWith('0')) return [];
  const local = `+${plan.countryCode}${plan.areaCode.replace(/^0/, '')}${written}`;
  // Ten digits: the shortest number with country and area code that a town can have.
  return written.startsWith(plan.countryCode) && written.length >= 10
    ? [`+${written}`, local]
    : [local];
}

/** The most likely E.164 number (or `115`), null when the text is not a number. */
export function normalizeNumber(text: string, plan: NumberPlan): string | null {
  return numberCandidates(text, plan)[0] ?? null;
}

/**
 * Turns what a person typed or pasted into the user part to dial: `+49…` for numbers with a prefix;
 * short numbers, extensions, feature codes (`*78`) and plain SIP users stay as typed, because only the
 * PBX knows what they mean.
 */
export function dialTarget(text: string, plan: NumberPlan): Result<string, 'notANumber'> {
  const typed = asWritten(text);
  if (/^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(typed)) return success(typed);
  if (/^[*#][\d*#]{1,30}$/.test(typed)) return success(typed);
  const written = compact(typed);
  if (written === null) return failure('notANumber');
  if (/^(\+|0)/.test(written)) {
    const number = normalizeNumber(written, plan);
    return number === null ? failure('notANumber') : success(number);
  }
  return /^\d{1,15}$/.test(written) ? success(written) : failure('notANumber');
}

/**
 * What a person meant to paste: a link's content, without invisible signs, with ordinary digits, without
 * the label before it (`Tel.: …`) and the remark behind it (`… (Zentrale)`).
 */
function asWritten(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  return (dialLinkOf(bare) ?? bare)
    .replace(/^(?:tel|telefon|fon|phone|mobil|fax|durchwahl)\b[.:\s]*(?=[+(\d])/i, '')
    .replace(/\s*\([^()\d]*\)$/, '')
    .trim();
}

/** Digits with an optional leading +, without separators; null when something else is in the text. */
function compact(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^tel:/i, '')
    .replace(/^%2B/i, '+')
    // RFC 3966: visual separators; parameters (phone-context, ext) say nothing about the line.
    .replace(/;.*$/s, '')
    .replace(/\(0\)/g, '')
    .replace(/[\s\u00a0./()\-\u2010-\u2015]/g, '');
  return /^\+?\d+$/.test(bare) ? bare : null;
}

function short(international: string, plan: NumberPlan): string | undefined {
  return shortNumbers.find((number) => international === `${plan.countryCode}${number}`);
}
