import { expect, it } from 'vitest';
import { de } from '../texts/de.ts';
import { articleAsText } from './article-text.ts';

it('writes an article as plain text, without what is for agents only', () => {
  const { modules, offices, onlineService, source, updated } = de.knowledge;
  const text = articleAsText(
    {
      title: 'Hund anmelden',
      source: 'Wedel',
      updated: '2026-11-24',
      modules: {
        say: 'Das **geht** so: [Seite](https://wedel.example/hund).',
        agentHint: 'Nur für uns.',
        documents: '- Chip\n- Marke_alt_neu',
      },
    },
    {
      offices: [{ name: 'Steueramt', phone: '+494066969600' }],
      onlineServices: [{ title: 'Online', url: 'https://wedel.example' }],
    },
    { modules, offices, onlineService, source, updated },
  );
  expect(text.split('\n\n')).toEqual([
    'Hund anmelden',
    'Sagen\nDas geht so: Seite (https://wedel.example/hund).',
    'Unterlagen\n- Chip\n- Marke_alt_neu',
    'Zuständige Stelle\nSteueramt, +494066969600',
    'Online-Dienst\nOnline: https://wedel.example',
    'Quelle: Wedel, Stand: 2026-11-24',
  ]);
});
