import { builtinModules } from 'node:module';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { out, root } from './paths.ts';

/** One thing to build: where it starts, which folders it is made of, what comes out. */
export interface BuildTarget {
  name: string;
  entry: string;
  sources: readonly string[];
  result: string;
  config: InlineConfig;
}

const common: InlineConfig = { configFile: false, logLevel: 'warn', clearScreen: false };
const outside = ['electron', ...builtinModules, /^node:/];

/** A single CommonJS file: the fallback runtime cannot load ES modules in main, a sandbox never can. */
function script(name: string, entry: string, result: string): BuildTarget {
  return {
    name,
    entry: join(root, entry),
    sources: [entry.split('/')[0] ?? entry, 'shared'],
    result: join(out, result),
    config: {
      ...common,
      root,
      // Node resolution: some packages offer browsers something else under the same name.
      resolve: { conditions: ['node', 'module', 'default'], mainFields: ['module', 'main'] },
      build: {
        target: 'node18',
        outDir: join(out, result, '..'),
        emptyOutDir: false,
        sourcemap: true,
        minify: false,
        copyPublicDir: false,
        // ssr: for a Node-like environment; nothing but `outside` is left to be found at run time.
        ssr: join(root, entry),
        rolldownOptions: {
          external: outside,
          output: { format: 'cjs', entryFileNames: basename(result), codeSplitting: false },
        },
      },
      ssr: { noExternal: true, external: ['electron'] },
    },
  };
}

/** @param parts of which other page it is made, besides its own */
function page(name: string, ...parts: readonly string[]): BuildTarget {
  const folder = join(root, 'renderer', name);
  return {
    name: `renderer/${name}`,
    entry: join(folder, 'index.html'),
    sources: [name, ...parts].map((part) => join('renderer', part)).concat('shared'),
    result: join(out, 'renderer', name, 'index.html'),
    config: {
      ...common,
      root: folder,
      base: './',
      plugins: name === 'desk' || name === 'ring' ? [react()] : [],
      build: {
        target: 'chrome114',
        outDir: join(out, 'renderer', name),
        emptyOutDir: true,
        sourcemap: true,
        chunkSizeWarningLimit: 2000,
        // The pages are served from their own scheme with a strict content policy: no inlined script.
        modulePreload: { polyfill: false },
      },
    },
  };
}

export const buildTargets: readonly BuildTarget[] = [
  script('main', 'main/main.ts', 'main/main.cjs'),
  script('knowledge', 'main/knowledge/entry.ts', 'main/knowledge.cjs'),
  script('preload/desk', 'preload/desk.ts', 'preload/desk.cjs'),
  script('preload/ring', 'preload/ring.ts', 'preload/ring.cjs'),
  script('preload/phone', 'preload/phone.ts', 'preload/phone.cjs'),
  script('preload/caller', 'preload/caller.ts', 'preload/caller.cjs'),
  page('desk'),
  page('ring', 'desk'),
  page('phone'),
  page('caller'),
];
