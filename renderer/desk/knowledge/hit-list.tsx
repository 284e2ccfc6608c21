import { memo, useState } from 'react';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import type { SearchHit } from '../../../shared/knowledge/search.ts';
import { GapButton } from '../gap/index.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { AreaBadge, useAreaLabel } from './area-badge.tsx';
import { HitReason } from './hit-reason.tsx';
import { MarkedText } from './marked-text.tsx';
import { hitListId } from './search-focus.ts';

/**
 * Ranked articles; each says for which area it is valid. The down key goes from hit to hit, the right key to
 * the wider versions of the same service and to the reason.
 */
export const HitList = memo(function HitList({
  hits,
}: {
  readonly hits: readonly SearchHit[];
}): React.JSX.Element {
  const texts = useTexts().knowledge;
  const failed = useDesk((store) => store.searchFailed);
  const openArticle = useDesk((store) => store.openArticle);
  const [explained, setExplained] = useState<string | null>(null);
  const count = hits.length === 0 ? texts.noHits : texts.hits(hits.length);
  return (
    <div className="desk-hits">
      <p className="desk-muted" role="status">
        {failed ? texts.failed : count}
      </p>
      {hits.length === 0 ? (
        <>
          <p className="kern-body">{failed ? null : texts.noHitsAdvice}</p>
          <GapButton />
        </>
      ) : (
        <GridList
          id={hitListId}
          className="desk-hits__list"
          aria-label={count}
          items={hits}
          dependencies={[explained, texts]}
          onAction={(key) => {
            openArticle(String(key));
          }}
        >
          {(hit) => (
            <GridListItem id={hit.id} textValue={hit.title} className="desk-hit">
              <Hit
                hit={hit}
                isExplained={explained === hit.id}
                onExplain={() => {
                  setExplained(explained === hit.id ? null : hit.id);
                }}
              />
            </GridListItem>
          )}
        </GridList>
      )}
    </div>
  );
});

function Hit({
  hit,
  isExplained,
  onExplain,
}: {
  readonly hit: SearchHit;
  readonly isExplained: boolean;
  readonly onExplain: () => void;
}): React.JSX.Element {
  const texts = useTexts().knowledge.hit;
  const openArticle = useDesk((store) => store.openArticle);
  const labelOf = useAreaLabel();
  return (
    <>
      <span className="desk-hit__title">
        <MarkedText text={hit.title} marks={hit.marks.title} />
      </span>
      <AreaBadge place={hit} />
      <span className="desk-hit__preview">
        <MarkedText text={hit.preview} marks={hit.marks.preview} />
      </span>
      <span className="desk-hit__more">
        {hit.variants.map((variant) => (
          <LinkButton
            key={variant.id}
            label={texts.variant(labelOf(variant))}
            onPress={() => {
              openArticle(variant.id);
            }}
          />
        ))}
        <LinkButton label={texts.why} expanded={isExplained} onPress={onExplain} />
      </span>
      {isExplained ? <HitReason hit={hit} /> : null}
    </>
  );
}
