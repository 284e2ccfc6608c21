import { createHash } from 'node:crypto';
import { z } from 'zod';
import { root } from '../setup/paths.ts';
import { runCommand } from '../setup/run-command.ts';

const bomSchema = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  metadata: z.looseObject({ component: z.looseObject({ 'bom-ref': z.string() }) }),
  components: z.array(z.looseObject({ 'bom-ref': z.string(), name: z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});
export type BillOfMaterials = z.infer<typeof bomSchema>;

interface Product {
  readonly name: string;
  readonly version: string;
  readonly electron: string;
  /** Time of the build, ISO 8601; the same sources at the same time give the same bill. */
  readonly time: string;
}

/** Our own software and the Electron in the package, which npm counts as development only. */
export function completed(bom: BillOfMaterials, product: Product): BillOfMaterials {
  const ref = `${product.name}@${product.version}`;
  const electron = {
    type: 'framework',
    'bom-ref': `electron@${product.electron}`,
    name: 'electron',
    version: product.electron,
    scope: 'required',
    purl: `pkg:npm/electron@${product.electron}`,
    licenses: [{ license: { id: 'MIT' } }],
  };
  const components = [electron, ...bom.components.filter(({ name }) => name !== 'electron')];
  const { component, ...metadata } = bom.metadata;
  const digest = createHash('sha256')
    .update(ref + components.map((each) => each['bom-ref']).join())
    .digest('hex');
  const uuid = /^(.{8})(.{4}).(.{3}).(.{3})(.{12})/.exec(digest)?.slice(1) ?? [];
  const [a = '', b = '', c = '', d = '', e = ''] = uuid;
  return {
    ...bom,
    serialNumber: `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`,
    metadata: {
      ...metadata,
      timestamp: product.time,
      component: {
        ...component,
        type: 'application',
        name: product.name,
        version: product.version,
        'bom-ref': ref,
        purl: `pkg:npm/${product.name}@${product.version}`,
      },
    },
    components,
    dependencies: bom.dependencies.map((entry) =>
      entry.ref.startsWith(`${product.name}@`)
        ? { ref, dependsOn: [...entry.dependsOn, electron['bom-ref']] }
        : entry,
    ),
  };
}

/** What is bundled; `shipped` are the names of bom-refs (name@version) that go into the program. */
export function onlyShipped(bom: BillOfMaterials, shipped: ReadonlySet<string>): BillOfMaterials {
  const root = bom.metadata.component['bom-ref'];
  const kept = (ref: string): boolean => shipped.has(ref) || ref === root;
  return {
    ...bom,
    components: bom.components.filter((component) => kept(component['bom-ref'])),
    dependencies: bom.dependencies
      .filter(({ ref }) => kept(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter(kept) })),
  };
}

/**
 * CycloneDX bill of what is in the package, from package-lock.json by npm itself. npm's own `--omit dev`
& tool happens to use as well (zod), so we choose from the whole.
 * @throws when npm cannot make one (older than 10)
 */
export async function billOfMaterials(
  product: Product,
  shipped: ReadonlySet<string>,
): Promise<BillOfMaterials> {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--include', 'dev'];
  const windows = process.platform === 'win32';
  const { code, output } = await runCommand(windows ? 'npm.cmd' : 'npm', args, { cwd: root });
  if (code !== 0) throw new Error(`npm sbom failed: ${output.trim().slice(-500)}`);
  const start = output.indexOf('{'); // npm may warn before
  const whole = bomSchema.parse(JSON.parse(output.slice(start)));
  return completed(onlyShipped(whole, shipped), product);
}
