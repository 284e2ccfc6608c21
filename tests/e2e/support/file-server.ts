import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:https';
import { basename, join } from 'node:path';

/** A web server of a county for one folder: GET, and single ranges as nginx answers them. */
export interface FileServer {
  readonly url: string;
  /** Names of the files that were asked for, in order. */
  readonly asked: string[];
  /** Bytes of AppImages that went out. */
  sent: number;
  /** While set, answers wait for it. */
  hold: Promise<void> | null;
  /** Clients that wait for an answer now. */
  waiting: number;
  readonly close: () => Promise<void>;
}

/** @param port of an earlier server, to come back under the same address */
export async function startFileServer(
  folder: string,
  files: { readonly certificate: string; readonly key: string },
  port = 0,
): Promise<FileServer> {
  const asked: string[] = [];
  const server = createServer(
    { cert: await readFile(files.certificate), key: await readFile(files.key) },
    (request, response) => {
      void (async () => {
        const name = basename(new URL(request.url ?? '/', 'https://localhost').pathname);
        asked.push(name);
        if (here.hold !== null) {
          here.waiting += 1;
          const gone = new Promise<void>((resolve) => response.once('close', resolve));
          await Promise.race([here.hold, gone]);
          here.waiting -= 1;
        }
        const file = join(folder, name);
        const size = await stat(file).then(
          (found) => found.size,
          () => null,
        );
        if (size === null) {
          response.writeHead(404).end();
          return;
        }
        const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
        const start = Number(range?.[1] ?? 0);
        const end = range?.[2] ? Math.min(Number(range[2]), size - 1) : size - 1;
        response.writeHead(range === null ? 200 : 206, {
          'content-length': end - start + 1,
          'accept-ranges': 'bytes',
          ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${size}` }),
        });
        if (name.endsWith('.AppImage')) here.sent += end - start + 1;
        createReadStream(file, { start, end }).pipe(response);
      })();
    },
  );
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const own = typeof address === 'object' && address !== null ? address.port : 0;
  const here: FileServer = {
    url: `https://localhost:${String(own)}`,
    asked,
    sent: 0,
    hold: null,
    waiting: 0,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return here;
}

/** Changes one byte of a file, and back when it is called again. */
export async function flipByte(file: string, at: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, at);
    await handle.write(Buffer.from([(buffer[0] ?? 0) ^ 1]), 0, 1, at);
  } finally {
    await handle.close();
  }
}

/** Where two files begin to differ; what is the same in both is not fetched by an update. */
export async function firstDifference(one: string, other: string): Promise<number> {
  const [a, b] = await Promise.all([readFile(one), readFile(other)]);
  return a.findIndex((byte, at) => byte !== b[at]);
}
