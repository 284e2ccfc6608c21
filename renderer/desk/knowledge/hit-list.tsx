import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { SearchHit } from '../../../shared/knowledge/search.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { hitListId } from './search-focus.ts';

/** Ranked articles; each says for which area it is valid. */
export function HitList({ hits }: { readonly hits: readonly SearchHit[] }): React.JSX.Element {
  const texts = useTexts().knowledge;
  const failed = useDesk((store) => store.searchFailed);
  const openArticle = useDesk((store) => store.openArticle);
  const count = hits.length === 0 ? texts.noHits : texts.hits(hits.length);
  return (
    <div className="desk-hits">
      <p className="desk-muted" role="status">
        {failed ? texts.failed : count}
      </p>
      {hits.length === 0 ? (
        <p className="kern-body">{failed ? null : texts.noHitsAdvice}</p>
      ) : (
        <ListBox
          id={hitListId}
          className="desk-hits__list"
          aria-label={count}
          items={hits}
          onAction={(key) => {
            openArticle(String(key));
          }}
        >
          {(hit) => (
            <ListBoxItem id={hit.id} textValue={hit.title} className="desk-hit">
              <span className="desk-hit__title">{hit.title}</span>
              <span className={`desk-area desk-area--${hit.areaLevel}`}>
                {texts.levels[hit.areaLevel]}
                {hit.areaLevel === 'federation' || hit.areaName === '' ? '' : `: ${hit.areaName}`}
              </span>
              <span className="desk-hit__preview">{hit.preview}</span>
            </ListBoxItem>
          )}
        </ListBox>
      )}
    </div>
  );
}
