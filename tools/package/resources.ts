import { copyFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cache, root } from '../setup/paths.ts';
import { billOfMaterials } from './bill-of-materials.ts';
import { collectLicences, licenceNotice } from './licences.ts';

interface Product {
  readonly name: string;
  readonly version: string;
  readonly electron: string;
  readonly trial: boolean;
  readonly time: string;
}

const trialNotice = (electron: string): string =>
  `NUR ZUR ERPROBUNG, NICHT AUSROLLEN.

Dieses Paket enthält Electron ${electron}, eine alte Fassung ohne Sicherheitspflege, weil die aktuelle beim Bau
nicht zu holen war. Für den Einsatz bauen Sie es auf einer Maschine, die Electron laden kann.
`;

/** Lays out what goes beside the program: SBOM, licences, policy templates and, if so, the warning. */
export async function layOutResources(product: Product): Promise<void> {
  const folder = join(cache, 'package', 'resources');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const licences = await collectLicences();
  const shipped = new Set(licences.map(({ name, version }) => `${name}@${version}`));
  const bill = await billOfMaterials(product, shipped);
  await writeFile(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  const notice = licenceNotice(licences);
  await writeFile(join(folder, 'THIRD-PARTY-LICENSES.txt'), notice);
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'));
  const templates = join(root, 'assets', 'policy');
  if (existsSync(templates)) await cp(templates, join(folder, 'policy'), { recursive: true });
  if (product.trial)
    await writeFile(join(folder, 'NUR-ZUR-ERPROBUNG.txt'), trialNotice(product.electron));
}
