import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { fileFor, type Page, type ServedFolders } from './app-file.ts';

const noContent = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** What each page may load and where it may connect; nothing remote but the SIP socket of the phone. */
const contentSecurityPolicies: Readonly<Record<Page, string>> = {
  desk: `${noContent}; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'`,
  ring: `${noContent}; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:`,
  phone: `${noContent}; script-src 'self'; media-src 'self' blob:; connect-src wss: ws://127.0.0.1:*`,
  caller: `${noContent}; script-src 'self'; media-src 'self' blob:; connect-src 'self' ws://127.0.0.1:*`,
};

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

/** Must run before `app.ready`: makes app:// a secure origin of its own, unlike file://. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built pages, and the spoken questions of practice mode, from their folders. */
export function serveApp(folders: ServedFolders): void {
  protocol.handle('app', async (request) => {
    const place = fileFor(request.url, folders);
    if (place === null) return new Response('not found', { status: 404 });
    try {
      return new Response(await readFile(place.file), {
        headers: {
          'content-type': mediaTypes[extname(place.file)] ?? 'application/octet-stream',
          'content-security-policy': contentSecurityPolicies[place.page],
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store',
        },
      });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
}
