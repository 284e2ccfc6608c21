import type { Card, OpeningState } from '../../../shared/card.ts';
import { useTexts } from '../desk-store.ts';
import { openingWords } from './opening-words.ts';

/**
 * Offices of the card and whether they are open. Those of a municipality that the agent has chosen stand
 * under its name, before the ones of the line: nobody is to be sent to the wrong town.
 */
export function OpeningList({
  opening,
}: {
  readonly opening: Card['opening'];
}): React.JSX.Element | null {
  const texts = useTexts().card;
  if (opening.length === 0) return null;
  const ofTown = opening.filter(({ municipality }) => municipality !== null);
  const ofLine = opening.filter(({ municipality }) => municipality === null);
  const [first] = ofTown;
  const town = first?.municipality ?? null;
  return (
    <section aria-label={texts.opening}>
      {town === null ? null : <Offices title={texts.officesFor(town)} offices={ofTown} />}
      <Offices title={town === null ? null : texts.officesOfLine} offices={ofLine} />
    </section>
  );
}

function Offices({
  title,
  offices,
}: {
  /** null: the only ones, which need no title. */
  readonly title: string | null;
  readonly offices: readonly OpeningState[];
}): React.JSX.Element | null {
  const texts = useTexts();
  if (offices.length === 0) return null;
  return (
    <>
      {title === null ? null : <h3 className="desk-opening__title">{title}</h3>}
      <ul className="desk-opening">
        {offices.map(({ office, officeName, state, note }) => (
          <li key={office} className={`desk-opening__office desk-opening__office--${state.kind}`}>
            <span className="desk-opening__mark" aria-hidden="true" />
            <span>
              <strong>{officeName}</strong> {openingWords(state, texts)}
              {note === null ? null : <span className="desk-muted"> ({note})</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
