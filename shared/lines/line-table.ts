import type { Line } from '../knowledge/pack.ts';
import { numberCandidates, type NumberPlan } from './phone-number.ts';

/** Which line a called number or a display-name prefix belongs to. */
export interface LineTable {
  /** Line of a number as a SIP header writes it; undefined for no or more than one line. */
  readonly lineOfNumber: (text: string) => Line | undefined;
  /** Line whose prefix stands before a caller's display name: "Wedel: 0171…". */
  readonly lineOfDisplayName: (displayName: string) => Line | undefined;
}

/**
 * @param lines of the knowledge pack; numbers in E.164 or `115`
 * @param plan completes numbers that a PBX writes short
 */
export function createLineTable(lines: readonly Line[], plan: NumberPlan): LineTable {
  const byNumber = new Map<string, Line>();
  for (const line of lines) for (const number of line.numbers) byNumber.set(number, line);

  const withZeroVariant = (number: string): Line | undefined => {
    const withoutZero = number.endsWith('0') ? byNumber.get(number.slice(0, -1)) : undefined;
    const withZero = byNumber.get(`${number}0`);
    // A number between two lines (…5 and …500 for …50) names neither.
    if (withoutZero !== undefined && withZero !== undefined && withoutZero !== withZero)
      return undefined;
    return withoutZero ?? withZero;
  };

  return {
    lineOfNumber: (text) => {
      const candidates = numberCandidates(text, plan);
      for (const number of candidates) {
        const line = byNumber.get(number);
        if (line !== undefined) return line;
      }
      // Central numbers are dialled and forwarded with and without their -0.
      for (const number of candidates) {
        const line = withZeroVariant(number);
        if (line !== undefined) return line;
      }
      return undefined;
    },
    lineOfDisplayName: (displayName) => {
      const name = displayName.trim().toLocaleLowerCase('de');
      let best: { readonly line: Line; readonly length: number } | undefined;
      for (const line of lines)
        for (const prefix of line.displayPrefixes) {
          const wanted = prefix.toLocaleLowerCase('de');
          const inBrackets = name.startsWith(`[${wanted}]`);
          // A mark has to follow, else every Herr Wedel would call for the town of Wedel.
          const marked =
            name.startsWith(wanted) && /^\s*[:|>»]|^\s+[-–]\s/.test(name.slice(wanted.length));
          if ((inBrackets || marked) && wanted.length > (best?.length ?? 0))
            best = { line, length: wanted.length };
        }
      return best?.line;
    },
  };
}
