import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../setup/paths.ts';
import { billOfMaterials, completed, onlyShipped } from './bill-of-materials.ts';
import { collectLicences, licenceNotice } from './licences.ts';

const bom = {
  bomFormat: 'CycloneDX' as const,
  metadata: { component: { name: 'package', 'bom-ref': 'amtsdraht@0.1.0' } },
  components: [{ 'bom-ref': 'zod@4.6.7', name: 'zod' }],
  dependencies: [
    { ref: 'amtsdraht@0.1.0', dependsOn: ['zod@4.6.7'] },
    { ref: 'zod@4.6.7', dependsOn: [] },
  ],
};
const product = {
  name: 'amtsdraht',
  version: '0.1.0',
  electron: '45.4.1',
  time: '2026-11-25T08:00Z',
};

it('the bill of materials names our program, the Electron inside and what depends on it', () => {
  const bill = completed(bom, product);
  expect(bill.metadata.component).toMatchObject({ type: 'application', name: 'amtsdraht' });
  expect(bill.components.map(({ name }) => name)).toEqual(['electron', 'zod']);
  expect(bill.dependencies[0]).toEqual({
    ref: 'amtsdraht@0.1.0',
    dependsOn: ['zod@4.6.7', 'electron@45.4.1'],
  });
});

it('its serial number is a UUID of the contents: equal for equal ones, another for others', () => {
  const serial = (electron: string): unknown =>
    completed(bom, { ...product, electron })['serialNumber'];
  expect(serial('45.4.1')).toMatch(
    /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/,
  );
  expect(serial('45.4.1')).toBe(serial('45.4.1'));
  expect(serial('45.4.1')).not.toBe(serial('45.4.2'));
});

it('every dependency of package.json is in the licence notice, with its text or its declaration', async () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const licences = await collectLicences();
  const names = licences.map(({ name }) => name);
  for (const name of Object.keys(dependencies)) expect(names).toContain(name);
  expect(licences.filter(({ licence }) => licence === 'not declared')).toEqual([]);
  const notice = licenceNotice([{ name: 'a', version: '1', licence: 'MIT', text: null }]);
  expect(notice).toContain('a 1: MIT');
  expect(notice).toContain('it declares MIT');
});

it('what is not shipped is in no place of the bill', () => {
  const bill = onlyShipped(bom, new Set());
  expect(bill.components).toEqual([]);
  expect(bill.dependencies).toEqual([{ ref: 'amtsdraht@0.1.0', dependsOn: [] }]);
});

it('the real bill has every bundled dependency, those included that tools use as well', async () => {
  const licences = await collectLicences();
  const refs = licences.map(({ name, version }) => `${name}@${version}`);
  const bill = await billOfMaterials(product, new Set(refs));
  const listed = bill.components.map((component) => component['bom-ref']);
  expect(listed).toEqual(expect.arrayContaining([...new Set(refs)]));
  expect(listed.length).toBe(new Set(refs).size + 1);
}, 30_000);
