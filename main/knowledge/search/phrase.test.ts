import { describe, expect, it } from 'vitest';
import type { Article, KnowledgePack } from '../../../shared/knowledge/pack.ts';
import { createAnalysis, queryWords } from './analysis.ts';
import { phraseFit, type WeighedMeaning } from './phrase.ts';

const pack = { articles: [], synonyms: [] } as unknown as KnowledgePack;
const analysis = createAnalysis(pack);

function fit(title: string, synonyms: readonly string[], text: string, information = [1, 1]) {
  const query = queryWords(text).map((word, index): WeighedMeaning => {
    const stems = new Map([[word.stem, 1]]);
    const meaning = { query: word, stems, near: new Map(), where: 'everywhere' as const };
    return { meaning, information: information[index] ?? 1 };
  });
  return phraseFit({ title, synonyms } as unknown as Article, query, analysis);
}

describe('phraseFit', () => {
  it('is 1 for a phrase that says what was asked, in any form and order', () => {
    expect(fit('x', ['Ausweis verloren'], 'verlorene Ausweise')).toBe(1);
    expect(fit('Hund abmelden', [], 'den Hund abmelden')).toBe(1);
  });

  it('is less for words scattered over phrases, and for parts of compounds', () => {
    const together = fit('x', ['Hund gestorben'], 'hund gestorben');
    expect(fit('x', ['Hund', 'gestorben'], 'hund gestorben')).toBeLessThan(together);
    expect(fit('Hundesteuer', [], 'steuer')).toBeGreaterThan(0);
    expect(fit('Hundesteuer', [], 'steuer')).toBeLessThan(fit('Steuer', [], 'steuer'));
  });

  it('counts a word by what it tells', () => {
    const rare = fit('Wespe', [], 'wespe melden', [9, 1]);
    expect(rare).toBeGreaterThan(fit('Melden', [], 'wespe melden', [9, 1]));
  });

  it('is 0 for nothing in common and for an empty query', () => {
    expect(fit('Hund', [], 'wespe')).toBe(0);
    expect(fit('Hund', [], '')).toBe(0);
    expect(fit('', [], 'hund')).toBe(0);
  });
});
