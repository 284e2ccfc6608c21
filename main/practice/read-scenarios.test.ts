import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { callerContract } from '../../shared/contract.ts';
import { callOf } from './call-of.ts';
import { arrivals, readScenarios } from './read-scenarios.ts';

const root = join(import.meta.dirname, '..', '..');
const shipped = readFileSync(join(root, 'assets', 'practice', 'scenarios.yaml'), 'utf8');
const line = { name: 'Stadt Wedel', numbers: ['+4941037070'], displayPrefixes: ['Wedel'] };
const pack = (name: string): { id?: string; ars?: string }[] =>
  JSON.parse(readFileSync(join(root, 'assets', 'demo-pack', name), 'utf8')) as {
    id?: string;
    ars?: string;
  }[];

const one = `
- id: wedel
  title: Wedel
  line: stadt-wedel
  arrival: diversion
  callerNumber: '+494066969101'
  callerName: null
  talkSeconds: 60
  question: Was nun?
  good:
    municipality: '010560050050'
    articles: [wohngeld]
    advice: Ruhig bleiben.
`;

const folder = 'assets/practice/';

describe('the practice calls of the application', () => {
  const { scenarios, failures } = readScenarios('scenarios.yaml', shipped, folder);

  test('are 20, without a mistake, over the six lines and every way of arrival', () => {
    expect(failures).toEqual([]);
    expect(scenarios).toHaveLength(20);
    const lines = pack('lines.json').map(({ id }) => id);
    expect(new Set(scenarios.map((scenario) => scenario.line))).toEqual(new Set(lines));
    expect(new Set(scenarios.map(({ arrival }) => arrival))).toEqual(new Set(arrivals));
  });

  test('know municipalities of the demonstration pack', () => {
    const known = new Set(pack('municipalities.json').map(({ ars }) => ars));
    for (const { good } of scenarios) expect(known).toContain(good.municipality);
  });

  test.each(scenarios)('$id is a call of the contract, with its spoken question', (scenario) => {
    const call = callOf(scenario, line, 'agent', {
      dialedNumberHeader: 'X-Dialed-Number',
      topicHeader: 'X-Topic',
    });
    expect(callerContract.notices.call.parse(call)).toEqual(call);
    const bytes = statSync(join(root, scenario.speech)).size;
    expect(bytes).toBeGreaterThan(5_000);
    expect(bytes).toBeLessThan(120_000);
  });
});

describe('mistakes are told with file and line, and the other calls stay', () => {
  it.each([
    [
      'a foreign number',
      "'+494066969101'",
      "'+494121450'",
      'x.yaml, Zeile 6, callerNumber: eine Nummer aus',
    ],
    [
      'a real number whose area code is shorter than it looks',
      "'+494066969101'",
      "'+4943150123'",
      'x.yaml, Zeile 6, callerNumber: eine Nummer aus',
    ],
    ['a missing key', '  question: Was nun?\n', '', 'x.yaml, Zeile 2, question: fehlt'],
    ['an unknown arrival', 'diversion', 'taube', 'x.yaml, Zeile 5, arrival: erlaubt ist nur'],
    ['a wrong type', '[wohngeld]', 'wohngeld', 'x.yaml, Zeile 12, good.articles: hier steht'],
    ['an unknown key', '  title:', '  alter: 7\n  title:', 'unbekannter Schlüssel „alter“'],
    ['no YAML', '[wohngeld]', '[wohngeld', 'x.yaml, Zeile 1'],
  ])('%s', (_name, from, to, told) => {
    const { failures } = readScenarios('x.yaml', one.replace(from, to), folder);
    expect(failures.join('\n')).toContain(told);
  });

  it('leaves out a second call of the same name', () => {
    const { scenarios, failures } = readScenarios('x.yaml', `${one}${one}`, folder);
    expect(scenarios).toHaveLength(1);
    expect(failures).toEqual(['x.yaml, Zeile 15, id: „wedel“ gibt es schon']);
  });

  it('refuses aliases, and anything that is no list', () => {
    expect(readScenarios('x.yaml', 'a: 1', folder).failures).toEqual([
      'x.yaml, Zeile 1: keine Liste von Übungsanrufen',
    ]);
    expect(readScenarios('x.yaml', '- &a 1\n- *a', folder).failures).not.toEqual([]);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(one.length), (text, at) => {
        readScenarios('x.yaml', text, folder);
        readScenarios('x.yaml', one.slice(0, at) + text + one.slice(at), folder);
      }),
    );
  });
});
