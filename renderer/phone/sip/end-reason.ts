import type { EndReason } from '../../../shared/call/call.ts';

/** Why an outgoing call came to nothing, from the final response (RFC 3261 21). */
export function endReasonOfStatus(statusCode: number): EndReason {
  switch (statusCode) {
    case 401:
    case 403:
    case 407:
      return 'forbidden';
    case 404:
    case 410:
    case 484:
    case 604:
      return 'notFound';
    case 408:
      return 'noAnswer';
    case 480:
      return 'unavailable';
    case 486:
    case 600:
      return 'busy';
    case 487:
      return 'cancelledHere';
    case 488:
    case 606:
      return 'mediaFailed';
    case 603:
    case 607:
    case 608:
      return 'declinedThere';
    default:
      return 'failed';
  }
}

/**
 * Why a caller's INVITE was cancelled: `Reason: SIP;cause=200;text="Call completed elsewhere"` means
 * that another agent took it (RFC 3326), anything else that the caller gave up.
 */
export function endReasonOfCancel(reasonHeaders: readonly string[]): EndReason {
  const elsewhere = reasonHeaders.some((reason) =>
    /(^|,)\s*SIP\s*;[^,]*\bcause\s*=\s*200\b/i.test(withoutQuoted(reason.slice(0, 512))),
  );
  return elsewhere ? 'answeredElsewhere' : 'callerCancelled';
}

function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"?/g, '""');
}
