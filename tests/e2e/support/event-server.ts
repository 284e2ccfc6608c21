import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { JournalEvent } from '../../../shared/journal/cloud-event.ts';

/** What the endpoint does with the next request. */
export type Answer = 'accept' | 'fail' | 'hang' | 'acceptAndBreak';

/** An endpoint of a centre for CloudEvents batches, with a certificate of the house. */
export interface EventServer {
  readonly url: string;
  /** Everything that was accepted, also what came twice. */
  readonly events: JournalEvent[];
  /** Content types of all requests. */
  readonly contentTypes: string[];
  answer: Answer;
  readonly close: () => Promise<void>;
}

/** @param files certificate and key in PEM for `localhost` */
export async function startEventServer(files: {
  readonly certificate: string;
  readonly key: string;
}): Promise<EventServer> {
  const events: JournalEvent[] = [];
  const contentTypes: string[] = [];
  const server = createServer(
    { cert: await readFile(files.certificate), key: await readFile(files.key) },
    (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        contentTypes.push(request.headers['content-type'] ?? '');
        const { answer } = endpoint;
        if (answer === 'hang') return;
        if (answer === 'fail') {
          response.writeHead(503).end();
          return;
        }
        events.push(...(JSON.parse(Buffer.concat(chunks).toString()) as JournalEvent[]));
        // The answer is lost on its way: the sender cannot know that it arrived.
        if (answer === 'acceptAndBreak') request.socket.destroy();
        else response.writeHead(202).end();
      });
    },
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const endpoint: EventServer = {
    url: `https://localhost:${String(port)}/events`,
    events,
    contentTypes,
    answer: 'accept',
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
  return endpoint;
}
