import { useEffect, useState } from 'react';
import type { Evidence, Explanation, SearchHit } from '../../../shared/knowledge/search.ts';
import { searchArea, useDesk, useTexts } from '../desk-store.ts';
import { useAreaLabel } from './area-badge.tsx';
import { MarkedText } from './marked-text.tsx';

/** Why a hit was found: which word stands where in it, and for which area it is valid. */
export function HitReason({ hit }: { readonly hit: SearchHit }): React.JSX.Element {
  const texts = useTexts().knowledge;
  const labelOf = useAreaLabel();
  const explanation = useExplanation(hit.id);
  if (explanation === undefined) return <p className="desk-reason">{texts.loading}</p>;
  if (explanation === null) return <p className="desk-reason">{texts.hit.whyNot}</p>;
  return (
    <div className="desk-reason">
      <ul>
        {explanation.words.map(({ typed, evidence }) => (
          <li key={typed}>
            <strong>{typed}</strong>
            {': '}
            {evidence === null ? texts.hit.notFound : <Found evidence={evidence} />}
          </li>
        ))}
      </ul>
      {explanation.ignored.length === 0 ? null : (
        <p>{texts.hit.ignored(explanation.ignored.join(', '))}</p>
      )}
      <p>{texts.hit.valid(labelOf(hit))}</p>
    </div>
  );
}

function Found({ evidence }: { readonly evidence: Evidence }): React.JSX.Element {
  const { hit, modules } = useTexts().knowledge;
  const { kind, place, module, quote, marks } = evidence;
  const where = place === 'text' ? (module === null ? '' : modules[module]) : hit.places[place];
  return (
    <>
      <q>
        <MarkedText text={quote} marks={marks} />
      </q>{' '}
      ({where}, {hit.kinds[kind]})
    </>
  );
}

/** undefined: on its way; null: there is none, or the knowledge process did not answer. */
function useExplanation(id: string): Explanation | null | undefined {
  const peer = useDesk((store) => store.peer);
  const text = useDesk((store) => store.query);
  const area = useDesk(searchArea);
  const [explanation, setExplanation] = useState<Explanation | null>();
  useEffect(() => {
    let wanted = true;
    peer
      .request('explainHit', { text, area, id })
      .then((answer) => {
        if (wanted) setExplanation(answer.explanation);
      })
      .catch(() => {
        if (wanted) setExplanation(null);
      });
    return () => {
      wanted = false;
    };
  }, [peer, text, area, id]);
  return explanation;
}
