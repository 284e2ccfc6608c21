import { useEffect } from 'react';
import type { Call } from '../../../shared/call/call.ts';
import type { Card } from '../../../shared/card.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { PracticeQuestion } from '../practice/index.ts';
import { NoticeBox, type NoticeLook } from '../ui/notice-box.tsx';
import { CallBar } from './call-bar.tsx';
import { EmergencyNote } from './emergency-note.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { LineChooser } from './line-chooser.tsx';
import { MunicipalityPicker } from './municipality-picker.tsx';
import { OpeningList } from './opening-list.tsx';

/**
 * Anrufkarte: for whom am I answering, what do I say, what is special today. Line and municipality
 * stand in large type with the colour of the line and its name, because colour alone says nothing.
 */
export function CallCard({
  call,
  card,
  consulting = false,
}: {
  readonly call: Call;
  readonly card: Card | undefined;
  /** The call is a consultation; the card is that of the caller who waits. */
  readonly consulting?: boolean;
}): React.JSX.Element {
  const texts = useTexts();
  useReportPaint(card?.callId);
  if (card === undefined)
    return (
      <>
        <header className="desk-card__head desk-line--none">
          <h2 className="desk-card__municipality">
            {consulting ? texts.transfer.consult : null}
            {!consulting && call.direction === 'outgoing' ? texts.call.outgoing : null}
            {!consulting && call.direction === 'incoming' ? texts.call.incoming : null}
          </h2>
        </header>
        <CallBar call={call} inFocus />
        <EmergencyNote call={call} />
        {call.direction === 'incoming' ? <p className="desk-pad">{texts.card.noCard}</p> : null}
      </>
    );
  return (
    <>
      <header className={`desk-card__head desk-line--${card.line?.color ?? 'none'}`}>
        <p className="desk-card__line">
          {consulting ? `${texts.transfer.consultationFor} ` : null}
          {card.line === null ? texts.card.unknownLine : `${texts.card.line}: ${card.line.name}`}
        </p>
        <h2 className="desk-card__municipality">
          {card.municipality?.name ??
            (card.outside
              ? texts.card.outside
              : card.line === null
                ? texts.card.unknownLine
                : texts.card.noMunicipality)}
        </h2>
        {card.administeredBy === null ? null : (
          <p className="desk-card__amt">{texts.card.administeredBy(card.administeredBy)}</p>
        )}
      </header>
      <CallBar call={call} inFocus />
      <div className="desk-card__body">
        <LineChooser card={card} />
        {card.greeting === null ? null : (
          <section aria-label={texts.card.greeting}>
            <p className="desk-card__greeting">„{card.greeting}“</p>
          </section>
        )}
        <MenuChoice choice={card.menuChoice} texts={texts} />
        <MunicipalityPicker card={card} />
        <OpeningList opening={card.opening} />
        <Notices notices={card.notices} texts={texts} />
        <div className="desk-card__more">
          <HoursPanel hours={card.hours} />
          <PracticeQuestion callId={card.callId} />
        </div>
      </div>
    </>
  );
}

/** Tells main when the card of a new call is on the screen; two frames: laid out, then painted. */
function useReportPaint(callId: string | undefined): void {
  const peer = useDesk((store) => store.peer);
  useEffect(() => {
    if (callId === undefined) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        peer.report('cardPainted', { callId, paintedAt: Date.now() });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [callId, peer]);
}

/** What the caller has said to a machine already, so that nobody asks it twice. */
function MenuChoice({
  choice,
  texts,
}: {
  readonly choice: Card['menuChoice'];
  readonly texts: Texts;
}): React.JSX.Element | null {
  if (choice === null) return null;
  const { menuChoice, menuChoiceUnknown } = texts.card;
  return (
    <p className="desk-card__menu">
      {menuChoice}{' '}
      {choice.title === null ? menuChoiceUnknown(choice.value) : <strong>{choice.title}</strong>}
    </p>
  );
}

const noticeLooks: Readonly<Record<Card['notices'][number]['severity'], NoticeLook>> = {
  info: 'info',
  warning: 'warning',
  crisis: 'danger',
};

function Notices({
  notices,
  texts,
}: {
  readonly notices: Card['notices'];
  readonly texts: Texts;
}): React.JSX.Element | null {
  if (notices.length === 0) return null;
  return (
    <section aria-label={texts.card.notices} className="desk-notices">
      {notices.map(({ id, title, text, severity, say, version }) => (
        <NoticeBox
          key={id}
          look={noticeLooks[severity]}
          title={`${texts.card.severities[severity]}: ${title}`}
        >
          <p className="kern-body">{text}</p>
          {say === undefined ? null : (
            <p className="desk-card__say">
              <span className="desk-muted">
                {texts.card.say}
                {version === undefined ? '' : ` (${texts.card.version} ${version})`}:
              </span>{' '}
              „{say}“
            </p>
          )}
        </NoticeBox>
      ))}
    </section>
  );
}
