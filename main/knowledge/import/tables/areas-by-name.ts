import type { Municipality } from '../../../../shared/knowledge/pack.ts';

/** ARS for what stands in a table: the key itself, or a name that only one municipality has. */
export function createAreaNames(
  municipalities: readonly Municipality[],
): (text: string) => string | null {
  const simple = (name: string): string => name.trim().toLowerCase().replace(/, .*$/, '');
  return (text) => {
    if (/^\d{12}$/.test(text)) return text;
    const found = municipalities.filter(({ name }) => simple(name) === simple(text));
    return found.length === 1 ? (found[0]?.ars ?? null) : null;
  };
}
