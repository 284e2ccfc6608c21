import { createHash } from 'node:crypto';
import { firstOf, serialise, type Header, type Headers } from './headers.ts';

const reasons = {
  100: 'Trying',
  200: 'OK',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  420: 'Bad Extension',
  480: 'Temporarily Unavailable',
  481: 'Call/Transaction Does Not Exist',
  483: 'Too Many Hops',
  503: 'Service Unavailable',
} as const;
/** Status codes that the switchboard itself gives; others only pass through it. */
export type OwnStatus = keyof typeof reasons;

/**
 * Text of a response to the request (RFC 3261 §8.2.6). The To tag is computed from the request, so that
 * every response to it carries the same one without being remembered (§8.2.7).
 */
export function reply(
  request: { readonly headers: Headers },
  status: OwnStatus,
  extra: readonly Header[] = [],
): string {
  const copied = request.headers
    .filter(({ name }) => ['via', 'from', 'to', 'call-id', 'cseq'].includes(name))
    .map((header) => (header.name === 'to' && status !== 100 ? tagged(header, request) : header));
  return serialise(`SIP/2.0 ${String(status)} ${reasons[status]}`, [...copied, ...extra], '');
}

function tagged(to: Header, request: { readonly headers: Headers }): Header {
  if (/;\s*tag\s*=/i.test(to.value.replace(/^.*>/, ''))) return to;
  const seed = `${firstOf(request.headers, 'via') ?? ''} ${firstOf(request.headers, 'call-id') ?? ''}`;
  const tag = createHash('sha256').update(seed).digest('hex').slice(0, 16);
  return { name: to.name, value: `${to.value};tag=${tag}` };
}
