import { join, normalize, resolve, sep } from 'node:path';

/** Origins of our pages; each page is a host of its own, so that they cannot reach each other. */
export const appOrigins = {
  desk: 'app://desk',
  ring: 'app://ring',
  phone: 'app://phone',
  caller: 'app://caller',
} as const;
export type Page = keyof typeof appOrigins;

/** Folders from which pages are served. */
export interface ServedFolders {
  /** The application. */
  readonly app: string;
  /** Spoken questions of the house, for the simulated caller alone; null: none. */
  readonly practice: string | null;
}

/** Questions of the house, below app://caller/. */
export const ownPractice = 'practice-of-the-house/';

/** File behind an app:// URL; null for unknown hosts and for paths that leave their folder. */
export function fileFor(
  url: string,
  folders: ServedFolders,
): { readonly page: Page; readonly file: string } | null {
  const { hostname, pathname } = new URL(url);
  if (!Object.hasOwn(appOrigins, hostname)) return null;
  const page = hostname as Page;
  let path: string;
  try {
    path = decodeURIComponent(pathname).slice(1);
  } catch {
    return null;
  }
  const place = placeOf(page, path, folders);
  if (place === null) return null;
  const file = normalize(join(place.root, place.rest === '' ? 'index.html' : place.rest));
  return file.startsWith(place.root + sep) && !path.includes('\0') ? { page, file } : null;
}

function placeOf(
  page: Page,
  path: string,
  { app, practice }: ServedFolders,
): { readonly root: string; readonly rest: string } | null {
  const shipped = 'assets/practice/';
  if (page === 'caller' && path.startsWith(shipped))
    return { root: join(app, 'assets', 'practice'), rest: path.slice(shipped.length) };
  if (page === 'caller' && path.startsWith(ownPractice)) {
    const rest = path.slice(ownPractice.length);
    // Nothing but sound: the folder is not ours.
    return practice === null || !/^[a-z0-9-]+\.ogg$/.test(rest)
      ? null
      : { root: resolve(practice), rest };
  }
  return { root: join(app, 'out', 'renderer', page), rest: path };
}
