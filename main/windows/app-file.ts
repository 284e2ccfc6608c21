import { join, normalize, sep } from 'node:path';

/** Origins of our pages; each page is a host of its own, so that they cannot reach each other. */
export const appOrigins = {
  desk: 'app://desk',
  ring: 'app://ring',
  phone: 'app://phone',
  caller: 'app://caller',
} as const;
export type Page = keyof typeof appOrigins;

/** File behind an app:// URL; null for unknown hosts and for paths that leave their folder. */
export function fileFor(url: string, appFolder: string): { page: Page; file: string } | null {
  const { hostname, pathname } = new URL(url);
  if (!Object.hasOwn(appOrigins, hostname)) return null;
  const page = hostname as Page;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const practice = page === 'caller' && path.startsWith('/assets/practice/');
  const root = practice
    ? join(appFolder, 'assets', 'practice')
    : join(appFolder, 'out', 'renderer', page);
  const rest = practice ? path.slice('/assets/practice/'.length) : path;
  const file = normalize(join(root, rest === '/' ? 'index.html' : rest));
  return file.startsWith(root + sep) && !path.includes('\0') ? { page, file } : null;
}
