import { fold } from './fold.ts';

/** Folded words of a text in order: runs of letters and digits. Signs, also `§`, separate words. */
export function words(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * Folded words of a text for the index: as `words`, and words with hyphens once more in one piece, so that
 * `ikfz` finds `i-Kfz`.
 */
export function indexWords(text: string): readonly string[] {
  const groups = fold(text).match(/[\p{L}\p{N}]+(?:[-‐][\p{L}\p{N}]+)*/gu) ?? [];
  return groups.flatMap((group) => {
    const pieces = group.split(/[-‐]/);
    return pieces.length === 1 ? pieces : [...pieces, pieces.join('')];
  });
}
