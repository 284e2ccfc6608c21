// Stands in for fpm where neither it nor the download is there: makes deb and rpm with dpkg-deb and rpmbuild.
// tools/package/toolbox.ts puts it into CUSTOM_FPM_PATH; nobody calls it by hand.
import { mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finish } from '../../setup/finish.ts';
import { buildDeb } from './deb.ts';
import { readRecipe } from './recipe.ts';
import { buildRpm } from './rpm.ts';

await finish(async () => {
  const recipe = readRecipe(process.argv.slice(2));
  // Beside the output: /tmp may be small, and a rename has to stay on one file system.
  const folder = await mkdtemp(join(dirname(recipe.output), '.fpm-'));
  const level = process.env['ELECTRON_BUILDER_COMPRESSION_LEVEL'];
  try {
    await (recipe.kind === 'deb' ? buildDeb : buildRpm)(recipe, folder, level);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return 0;
});
