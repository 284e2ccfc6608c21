import type { Call } from '../../../shared/call/call.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

/** The far end wants us to call somebody: nothing is dialled before the agent says so. */
export function ReferralQuestion({ call }: { readonly call: Call }): React.JSX.Element | null {
  const texts = useTexts().transfer;
  const peer = useDesk((store) => store.peer);
  if (call.referral === null) return null;
  const answer = (follow: boolean) => (): void => {
    peer.report('answerReferral', { callId: call.id, follow });
  };
  return (
    <div role="alert" className="desk-bar__buttons">
      <p className="kern-body">{texts.referral(call.referral)}</p>
      <ActionButton label={texts.follow} onPress={answer(true)} />
      <ActionButton label={texts.refuse} onPress={answer(false)} />
    </div>
  );
}
