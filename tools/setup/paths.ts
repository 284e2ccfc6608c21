import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Top folder of the project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
/** Whatever can be fetched or made again; git ignores it. */
export const cache = join(root, '.cache');
/** What the build makes. */
export const out = join(root, 'out');
