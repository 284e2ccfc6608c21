import { net } from 'electron';

export interface HttpRequest {
  readonly url: string;
  /** What is sent by POST; undefined: GET. */
  readonly content?: { readonly type: string; readonly body: string };
  /** What a redirect does; `error` where the address itself is what is trusted. */
  readonly redirect?: 'error' | 'follow';
  /** Longest time from the start to the last byte of the answer, in milliseconds. */
  readonly limitMs: number;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/** Nothing that is fetched this way is longer, in bytes. */
const longestAnswer = 4_000_000;

/**
 * One request through Chromium's network (proxy, authorities and pins that are in force), without cookies and
 * cache. Not `net.fetch`: the garbage collection may take the time limit from a request that is under way
 * (nodejs/undici#4068), and a server that stays silent would hold it for ever.
 * @throws Error with Chromium's `net::ERR_…`, of which `connectionFailure` makes a sentence
 */
export function httpRequest({
  url,
  content,
  redirect = 'error',
  limitMs,
}: HttpRequest): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const request = net.request({
      url,
      method: content === undefined ? 'GET' : 'POST',
      redirect,
      credentials: 'omit',
      cache: 'no-store',
    });
    const fail = (error: Error): void => {
      clearTimeout(timer);
      reject(error);
    };
    const giveUp = (code: string): void => {
      fail(new Error(code));
      request.abort();
    };
    const timer = setTimeout(() => {
      giveUp('net::ERR_TIMED_OUT');
    }, limitMs);
    request.on('error', fail);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on('data', (part) => {
        parts.push(part);
        length += part.length;
        if (length > longestAnswer) giveUp('net::ERR_MSG_TOO_BIG');
      });
      response.on('end', () => {
        clearTimeout(timer);
        resolve({ status: response.statusCode, text: Buffer.concat(parts).toString('utf8') });
      });
      // Broken off in the middle: the type does not know that a response can fail.
      response.on('error', () => {
        fail(new Error('net::ERR_CONTENT_LENGTH_MISMATCH'));
      });
      response.on('aborted', () => {
        fail(new Error('net::ERR_ABORTED'));
      });
    });
    if (content !== undefined) request.setHeader('content-type', content.type);
    request.end(content?.body);
  });
}
