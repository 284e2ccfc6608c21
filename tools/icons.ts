// npm run icons: makes assets/build/icons/*.png, icon.ico and icon.icns from assets/build/icon.svg.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { sandboxArguments } from './setup/electron-arguments.ts';
import { finish } from './setup/finish.ts';
import { root } from './setup/paths.ts';
import { ensureSystemPackages, findProgram } from './setup/system-packages.ts';
import { icnsOf, icoOf, type Picture } from './icons/containers.ts';

/** Sizes of the freedesktop icon theme; 1024 is for macOS only and stays inside the container. */
const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;
const folder = join(root, 'assets', 'build');

/** Draws the SVG in Chromium at each size, on a transparent ground. */
async function draw(svg: string, sizes: readonly number[], program: string): Promise<Picture[]> {
  const browser = await chromium.launch({ executablePath: program, args: sandboxArguments() });
  try {
    const page = await browser.newPage();
    const pictures: Picture[] = [];
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
      );
      pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

await finish(async () => {
  const missing = await ensureSystemPackages('chromium');
  const program = findProgram('chromium');
  if (program === undefined) {
    console.error(`Icons need Chromium (Debian package ${missing.join(', ')})`);
    return 1;
  }
  const svg = await readFile(join(folder, 'icon.svg'), 'utf8');
  const pictures = await draw(svg, [...linuxSizes, 1024], program);
  await mkdir(join(folder, 'icons'), { recursive: true });
  for (const { size, png } of pictures.filter((picture) => picture.size <= 512))
    await writeFile(join(folder, 'icons', `${size}x${size}.png`), png);
  await writeFile(join(folder, 'icon.ico'), icoOf(pictures));
  await writeFile(join(folder, 'icon.icns'), icnsOf(pictures));
  return 0;
});
