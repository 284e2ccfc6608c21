import type { InviterOptions } from 'sip.js';
import type { callerContract, Payload } from '../../shared/contract.ts';

/** What main orders with the notice `call`. */
export type CallOrder = Payload<(typeof callerContract)['notices']['call']>;

/** How the INVITE of an order differs from a plain one: who calls, and which way the line is told. */
export function inviterOptionsFor(order: CallOrder, domain: string): InviterOptions {
  // `params` is marked deprecated in SIP.js 0.21.2 without anything in its place.
  /* eslint-disable @typescript-eslint/no-deprecated */
  const extraHeaders = order.headers.filter((line) => !/[\r\n]/.test(line));
  if (order.callerNumber === null)
    // RFC 3323 §4.1.1.3: what a network shows of a suppressed caller.
    return {
      extraHeaders: [...extraHeaders, 'Privacy: id'],
      params: {
        fromUri: 'sip:anonymous@anonymous.invalid',
        fromDisplayName: quotable(order.callerName ?? 'Anonymous'),
      },
    };
  const name = order.callerName === null ? {} : { fromDisplayName: quotable(order.callerName) };
  return {
    extraHeaders,
    params: { fromUri: `sip:${order.callerNumber}@${domain}`, ...name },
  };
  /* eslint-enable @typescript-eslint/no-deprecated */
}

/** SIP.js writes the display name between quotes without escaping it. */
function quotable(name: string): string {
  return name.replace(/["\\\p{Cc}]/gu, '');
}
