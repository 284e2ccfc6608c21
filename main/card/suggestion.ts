import type { Card } from '../../shared/card.ts';
import type { Municipality } from '../../shared/knowledge/pack.ts';
import { normalizeNumber, type NumberPlan } from '../../shared/lines/phone-number.ts';

/**
 * Why a known number gives no guess: with 040 the caller is in Hamburg or in one of the neighbours that share
 * its code, and 115 cannot tell; a mobile is anywhere. null: nothing to explain.
 */
export function areaCodeTrap(callerNumber: string | null, plan: NumberPlan): Card['areaCodeTrap'] {
  const number = callerNumber === null ? null : normalizeNumber(callerNumber, plan);
  if (number?.startsWith(`+${plan.countryCode}`) !== true) return null;
  const national = number.slice(plan.countryCode.length + 1);
  if (national.startsWith('40')) return 'hamburg';
  return /^1[567]/.test(national) ? 'mobile' : null;
}

/** 030, 040, 069, 089: a metropolis, whose callers the network routed here by mistake or by mobile. */
const shortestTellingCode = 4;

/**
 * Guess for lines that do not tell the municipality (115), from the caller's area code: the only
 * municipality with that code, else the only town among several (04103 is Wedel, Holm and Hetlingen).
 * No guess for a mobile, a withheld number or two towns with one code: the agent asks.
 */
export function suggestMunicipality(
  callerNumber: string | null,
  municipalities: readonly Municipality[],
  plan: NumberPlan,
): Card['suggestion'] {
  const number = callerNumber === null ? null : normalizeNumber(callerNumber, plan);
  const prefix = `+${plan.countryCode}`;
  if (number?.startsWith(prefix) !== true) return null;
  const national = `0${number.slice(prefix.length)}`;
  const sharing = municipalities
    .filter(({ kind }) => kind === 'stadt' || kind === 'gemeinde')
    .flatMap((municipality) => municipality.areaCodes.map((code) => ({ municipality, code })))
    .filter(({ code }) => code.length >= shortestTellingCode && national.startsWith(code));
  const towns = sharing.filter(({ municipality }) => municipality.kind === 'stadt');
  const guess = sharing.length === 1 ? sharing[0] : towns.length === 1 ? towns[0] : undefined;
  if (guess === undefined) return null;
  return { ars: guess.municipality.ars, name: guess.municipality.name, reason: guess.code };
}
