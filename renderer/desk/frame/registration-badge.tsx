import type { Registration } from '../../../shared/registration.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useNow } from '../ui/use-now.ts';
import { registrationProof, registrationWords } from './registration-words.ts';

/** The registration as the wire has proven it, in words and colour. */
export function RegistrationBadge(): React.JSX.Element {
  const texts = useTexts();
  const registration = useDesk(({ desk }) => desk?.registration) ?? { phase: 'off' as const };
  const peer = useDesk((store) => store.peer);
  const openDialog = useDesk((store) => store.openDialog);
  const waiting = registration.phase === 'waiting';
  const now = useNow(waiting);
  const look = lookOf(registration);
  const words = registrationWords(registration, texts);
  return (
    <div className="desk-registration">
      {/* No name of its own: screen readers would say it and the words within. */}
      <span className={`kern-badge kern-badge--${look} desk-badge`} role="status">
        <span className={`kern-icon kern-icon--small kern-icon--${look}`} aria-hidden="true" />
        <span className="kern-sr-only">{`${texts.registration.label}: ${words}`}</span>
        <span
          className="kern-label kern-label--small"
          title={registrationProof(registration, texts)}
          aria-hidden="true"
        >
          {words}
        </span>
      </span>
      <LinkButton
        label={texts.registration.proof.open}
        onPress={() => {
          openDialog('proof');
        }}
      />
      {waiting ? (
        <>
          <span className="desk-muted" aria-hidden="true">
            {texts.registration.retryIn(
              Math.max(0, Math.ceil((registration.retryAt - now) / 1000)),
            )}
          </span>
          <ActionButton
            look="tertiary"
            label={texts.registration.retryNow}
            onPress={() => {
              peer.report('retryConnection', {});
            }}
          />
        </>
      ) : null}
    </div>
  );
}

function lookOf({ phase }: Registration): 'success' | 'info' | 'warning' {
  switch (phase) {
    case 'registered':
      return 'success';
    case 'connecting':
    case 'registering':
      return 'info';
    case 'off':
    case 'waiting':
      return 'warning';
    default:
      return unreachable(phase);
  }
}
