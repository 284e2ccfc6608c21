import { useStore, type StoreApi } from 'zustand';
import { textsFor, type Texts } from '../../shared/texts/index.ts';
import type { RingPicture } from '../../shared/windows/ring-picture.ts';
import { callerOf } from '../desk/call/caller.ts';
import { ActionButton } from '../desk/ui/action-button.tsx';
import { useLook } from '../desk/ui/use-look.ts';

/** The whole window. The sentence for screen readers stands beside the picture, as on the desk. */
export function RingView({
  picture,
  onAnswer,
  onDecline,
}: {
  readonly picture: StoreApi<{ readonly shown: RingPicture | null }>;
  readonly onAnswer: (callId: string) => void;
  readonly onDecline: (callId: string) => void;
}): React.JSX.Element {
  const { language = 'de', theme = 'system', ringing = null } = useStore(picture).shown ?? {};
  const texts = textsFor(language);
  useLook(texts, theme);
  return (
    <main className="ring">
      <div className="kern-sr-only" aria-live="assertive">
        {ringing === null ? null : sentenceOf(ringing, texts)}
      </div>
      {ringing === null ? null : (
        <Ringing
          // Another call: the press that was meant for the one before must not reach it.
          key={ringing.callId}
          ringing={ringing}
          texts={texts}
          onAnswer={onAnswer}
          onDecline={onDecline}
        />
      )}
    </main>
  );
}

type RingingCall = NonNullable<RingPicture['ringing']>;

function Ringing({
  ringing: { callId, line, municipality, party, more },
  texts,
  onAnswer,
  onDecline,
}: {
  readonly ringing: RingingCall;
  readonly texts: Texts;
  readonly onAnswer: (callId: string) => void;
  readonly onDecline: (callId: string) => void;
}): React.JSX.Element {
  const caller = callerOf(party, texts);
  return (
    <>
      <header className={`ring__head desk-line--${line?.color ?? 'none'}`}>
        <p className="ring__line">
          {line === null ? texts.card.unknownLine : `${texts.card.line}: ${line.name}`}
        </p>
        <h1 className="ring__municipality">
          {municipality ?? (line === null ? texts.card.unknownLine : texts.card.noMunicipality)}
        </h1>
      </header>
      <p className="ring__caller">
        <strong>{caller.title}</strong>
        {caller.subtitle === null ? null : <span>{caller.subtitle}</span>}
        {more === 0 ? null : <span className="desk-muted">{texts.ring.more(more)}</span>}
      </p>
      <div className="ring__buttons">
        <ActionButton
          label={texts.call.answer}
          look="primary"
          className="desk-button--answer"
          onPress={() => {
            onAnswer(callId);
          }}
        />
        <ActionButton
          label={texts.call.decline}
          look="danger"
          onPress={() => {
            onDecline(callId);
          }}
        />
      </div>
    </>
  );
}

function sentenceOf({ line, municipality, party }: RingingCall, texts: Texts): string {
  const caller = callerOf(party, texts).title;
  if (line === null) return texts.ring.announceUnknown(caller);
  return texts.ring.announce(line.name, municipality ?? texts.card.noMunicipality, caller);
}
