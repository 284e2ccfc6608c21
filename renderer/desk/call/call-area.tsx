import type { Call } from '../../../shared/call/call.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { IdlePanel } from '../idle/idle-panel.tsx';
import { openWrapUps, shownWrapUps, WrapUpPanel } from '../wrap-up/index.ts';
import { CallBar } from './call-bar.tsx';
import { CallCard } from './call-card.tsx';
import { callInFocus } from './call-in-focus.ts';
import { callOfCard } from './linked-calls.ts';

const none: readonly Call[] = [];

/** Left side: every call with its buttons, and the card of the one in view. */
export function CallArea(): React.JSX.Element {
  const texts = useTexts();
  const calls = useDesk(({ desk }) => desk?.calls) ?? none;
  const chosen = useDesk(({ chosenCall }) => chosenCall);
  const inFocus = callInFocus(calls, chosen);
  const cardCall = inFocus === undefined ? undefined : callOfCard(calls, inFocus);
  const card = useDesk(({ desk }) => desk?.cards.find(({ callId }) => callId === cardCall?.id));
  const desk = useDesk((store) => store.desk);
  const writing = useDesk((store) => store.writing);
  const wrapUps = shownWrapUps(desk, writing);
  const [wrapUp] = wrapUps;
  if (wrapUp === undefined && inFocus === undefined) return <IdlePanel />;
  const others = calls.filter(({ id }) => id !== inFocus?.id);
  // One place for the wrap-up: a field that is written in must not be drawn anew when it rings.
  return (
    <section className="desk-calls" aria-label={texts.call.region}>
      {others.length === 0 || openWrapUps(desk).length > 0 ? null : (
        <ul className="desk-calls__others" aria-label={texts.call.others}>
          {others.map((call) => (
            <li key={call.id}>
              <CallBar call={call} inFocus={false} cardShown={call.id === cardCall?.id} />
            </li>
          ))}
        </ul>
      )}
      {inFocus === undefined ? null : (
        <article className="desk-call" aria-label={texts.card.region}>
          {inFocus.phase === 'ended' && wrapUp !== undefined ? (
            <CallBar call={inFocus} inFocus />
          ) : (
            <CallCard call={inFocus} card={card} consulting={cardCall !== inFocus} />
          )}
        </article>
      )}
      {wrapUp === undefined ? null : (
        <WrapUpPanel
          key={wrapUp.callId}
          wrapUp={wrapUp}
          others={wrapUps.length - 1}
          rings={openWrapUps(desk).length === 0}
        />
      )}
      {wrapUp !== undefined && calls.length === 0 ? <IdlePanel /> : null}
    </section>
  );
}
