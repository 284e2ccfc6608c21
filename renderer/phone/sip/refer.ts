import { SessionState, type Session } from 'sip.js';
import type { IncomingResponse } from 'sip.js/lib/core/index.js';
import type { EndReason, TransferStage } from '../../../shared/call/call.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import type { CallEntry } from './call-list.ts';
import { endReasonOfStatus } from './end-reason.ts';
import { guarded, type PhonePorts } from './ports.ts';
import { transferNewsOf } from './transfer-news.ts';

/** A transfer of which nothing is heard for so long has failed, in milliseconds. */
const outcomeLimitMs = 60_000;
/** The same after the subscription has ended without an answer (trap 29). */
const unfinishedLimitMs = 10_000;

/**
 * Asks the far end of a call to call somebody else (REFER, RFC 3515) and waits for what came of it. The
 * Refer-To is written here, because SIP.js puts no brackets around a plain address and a display name
 * before one with Replaces, which some exchanges refuse (trap 31).
 * @param referTo URI without brackets
 * @returns null when the far end got through or hung up; else why it did not. Never rejects.
 */
export async function refer(
  entry: CallEntry,
  referTo: string,
  ports: PhonePorts,
  onProgress: (stage: TransferStage) => void,
): Promise<EndReason | null> {
  const { session } = entry;
  const { dialog, userAgent } = session;
  if (dialog === undefined || session.state !== SessionState.Established) return 'failed';
  return new Promise((resolve) => {
    let limit: ReturnType<typeof setTimeout>;
    const wait = (ms: number, failure: EndReason): void => {
      clearTimeout(limit);
      limit = setTimeout(() => {
        finish(failure);
      }, ms);
    };
    const onState = (state: SessionState): void => {
      if (state === SessionState.Terminated) finish(null);
    };
    const finish = (failure: EndReason | null): void => {
      clearTimeout(limit);
      entry.onNotify = null;
      session.stateChange.removeListener(onState);
      resolve(failure);
    };
    entry.onNotify = (notify) => {
      const news = transferNewsOf(notify);
      switch (news.type) {
        case 'progressed':
          onProgress(news.stage);
          wait(outcomeLimitMs, 'noAnswer');
          return;
        case 'succeeded':
          finish(null);
          return;
        case 'failed':
          finish(news.reason);
          return;
        case 'unfinished':
          wait(unfinishedLimitMs, 'noAnswer');
          return;
        case 'nothing':
          return;
        default:
          unreachable(news);
      }
    };
    const refused = guarded(ports.log, ({ message }: IncomingResponse) => {
      finish(endReasonOfStatus(message.statusCode ?? 0));
    });
    session.stateChange.addListener(onState);
    wait(outcomeLimitMs, 'noAnswer');
    try {
      dialog.refer(
        {
          onAccept: guarded(ports.log, () => {
            onProgress('accepted');
          }),
          onReject: refused,
          onRedirect: refused,
        },
        {
          extraHeaders: [
            `Refer-To: <${referTo}>`,
            `Referred-By: <${userAgent.configuration.uri.toString()}>`,
            `Contact: ${userAgent.contact.toString()}`,
          ],
        },
      );
    } catch (error) {
      ports.log('warn', `REFER not sent: ${String(error)}`);
      finish('failed');
    }
  });
}

/**
 * Where the far end of one call finds the far end of another, to take our place there (RFC 3891 3,
 * RFC 5589 7.1). null while the other call has not been answered.
 */
export function replacing({ dialog, state }: Session): string | null {
  if (dialog === undefined || state !== SessionState.Established) return null;
  const { callId, remoteTag, localTag, remoteTarget } = dialog;
  const replaces = encodeURIComponent(`${callId};to-tag=${remoteTag};from-tag=${localTag}`);
  return `${remoteTarget.toString()}?Replaces=${replaces}`;
}
