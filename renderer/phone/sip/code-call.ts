import { Inviter, SessionState, UserAgent } from 'sip.js';
import type { CodeOutcome, Connection } from '../../../shared/contract.ts';
import { settle } from './bind-session.ts';
import { guarded, type PhonePorts } from './ports.ts';

/** A code that got no final answer by then has failed, in milliseconds. */
const answerLimitMs = 10_000;
/** How long the PBX may speak its confirmation before we hang up, in milliseconds. */
const announcementMs = 2_000;

/**
 * Dials a feature code. The session is no call of the agent: it has no picture, sends no sound (the
 * description handler of a session without a call gets no microphone) and plays none; a 2xx is the
 * PBX's confirmation. Never rejects.
 */
export async function dialCode(
  code: string,
  userAgent: UserAgent,
  connection: Connection,
  ports: PhonePorts,
): Promise<CodeOutcome> {
  const uri = UserAgent.makeURI(`sip:${encodeURIComponent(code)}@${connection.domain}`);
  if (uri === undefined) return 'refused';
  const inviter = new Inviter(userAgent, uri);
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      resolve('noAnswer');
      if (inviter.state === SessionState.Establishing) settle(inviter.cancel(), ports);
    }, answerLimitMs);
    const answered = (outcome: CodeOutcome): void => {
      clearTimeout(limit);
      resolve(outcome);
    };
    inviter.delegate = {
      onBye: guarded(ports.log, (bye) => {
        settle(bye.accept(), ports);
      }),
      onRefer: guarded(ports.log, (referral) => {
        settle(referral.reject({ statusCode: 603 }), ports);
      }),
    };
    inviter.stateChange.addListener(
      guarded(ports.log, (state: SessionState) => {
        // SIP.js ends the session first and hands out the response that says why afterwards.
        if (state === SessionState.Terminated)
          queueMicrotask(() => {
            answered('notConnected');
          });
        if (state !== SessionState.Established) return;
        answered('accepted');
        setTimeout(() => {
          if (inviter.state === SessionState.Established) settle(inviter.bye(), ports);
        }, announcementMs);
      }),
    );
    const invited = inviter.invite({
      requestDelegate: {
        onReject: guarded(ports.log, ({ message }) => {
          answered(codeOutcomeOfStatus(message.statusCode ?? 0));
        }),
      },
    });
    invited.catch((error: unknown) => {
      ports.log('warn', `code: ${String(error)}`);
      answered('notConnected');
    });
  });
}

/** What a refused code means: the PBX has no such extension, or it has but does not want. */
export function codeOutcomeOfStatus(status: number): CodeOutcome {
  if (status === 404 || status === 484) return 'codeUnknown';
  if (status === 408 || status === 503 || status === 504) return 'noAnswer';
  return 'refused';
}
