import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../setup/paths.ts';
import { withCapabilities } from './capabilities.ts';

const template = (): Promise<string> =>
  readFile(join(root, 'node_modules/app-builder-lib/templates/msi/template.xml'), 'utf8');

it('finds its place in the project of the electron-builder that is installed', async () => {
  const before = await template();
  const project = withCapabilities(before);
  for (const scheme of ['tel', 'sip', 'callto'])
    expect(project).toContain(`URLAssociations" Name="${scheme}"`);
  expect(project).not.toContain('{progId}');
  expect(project.match(/<Component Id="capabilities"/g)).toHaveLength(1);
  const at = project.indexOf('<Component Id="capabilities"');
  expect(at).toBeGreaterThan(project.indexOf('<ComponentGroup Id="ProductComponents"'));
  expect(at).toBeLessThan(project.indexOf('</ComponentGroup>'));
});

it('refuses a project without that place instead of leaving tel: out', () => {
  expect(() => withCapabilities('<Wix/>')).toThrow('ProductComponents');
});
