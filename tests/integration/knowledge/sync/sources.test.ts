import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { synchronise } from '../../../../main/knowledge/sync/synchronise.ts';
import { Desk, planJson, Publisher, townPack } from './publisher.ts';

let publisher: Publisher;
let desk: Desk;
let stick: string;

beforeEach(async () => {
  publisher = await Publisher.create();
  await publisher.publish(townPack());
  stick = await publisher.copy();
  desk = await Desk.create(await publisher.anchor());
});
afterEach(async () => {
  await publisher.remove();
  await desk.remove();
  await rm(stick, { recursive: true, force: true });
});

function syncFrom(sources: readonly string[], changes: object = {}) {
  return synchronise(
    {
      store: desk.folder,
      rootFile: join(publisher.repository, 'metadata', '1.root.json'),
      extraCaFile: null,
      certificatePins: {},
      sources: sources.map((location) => ({ location, proxy: null })),
      ...changes,
    },
    () => undefined,
  );
}

it('takes the first source that can be had', async () => {
  await publisher.publish(townPack('zwei'));
  const report = await syncFrom(['https://localhost:1/weg', publisher.repository, stick]);
  expect(report).toMatchObject({ outcome: 'updated', generation: 'g00000001' });
  expect(report.failures).toEqual([
    {
      source: 'https://localhost:1/weg',
      sentence: 'Die Quelle ist nicht erreichbar: die Verbindung wurde abgelehnt.',
      refused: false,
    },
  ]);
  expect(await desk.says()).toMatchObject({ wohngeld: 'Land zwei' });
});

it('goes past a source that was tampered with, and reports it', async () => {
  await writeFile(join(publisher.repository, 'metadata', 'timestamp.json'), '{}');
  const report = await syncFrom([publisher.repository, stick]);
  expect(report).toMatchObject({ outcome: 'updated', failures: [{ refused: true }] });
  expect(report.failures[0]?.sentence).toContain('„timestamp.json“');
});

it('says with how old a state it goes on when no source can be had', async () => {
  const { publishedAt, confirmedAt } = await syncFrom([stick]);
  const report = await syncFrom([join(stick, 'gezogen')]);
  expect(report).toMatchObject({ outcome: 'failed', publishedAt, confirmedAt });
  expect(report.generation).toBe('g00000001');
});

it('warns of signatures that end soon', async () => {
  expect((await syncFrom([stick])).expiring).toEqual([]);
  const plan = planJson();
  plan.roles.targets.days = 20;
  await publisher.writePlan(plan);
  await publisher.publish(townPack('zwei'));
  expect((await syncFrom([publisher.repository])).expiring).toEqual([
    expect.stringMatching(/^Die Unterschrift für „targets“ läuft in \d+ Tagen ab/),
  ]);
});

it.each([
  ['fehlt', undefined],
  ['keine gültige root.json', '{"signed":{}}'],
])('without a root that can be trusted nothing is taken: %s', async (words, content) => {
  const rootFile = join(stick, 'vertrauen.json');
  if (content !== undefined) await writeFile(rootFile, content);
  const report = await syncFrom([stick], { rootFile });
  expect(report).toMatchObject({ outcome: 'failed', generation: null });
  expect(report.failures[0]?.sentence).toMatch(/^Die Vertrauensdatei \(knowledgeRootFile\)/);
  expect(report.failures[0]?.sentence).toContain(words);
});
