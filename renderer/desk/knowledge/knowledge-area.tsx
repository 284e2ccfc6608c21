import { useDeferredValue } from 'react';
import { useDesk, useTexts } from '../desk-store.ts';
import { ArticleView } from './article-view.tsx';
import { HitList } from './hit-list.tsx';
import { SearchBar } from './search-bar.tsx';
import { TopicList } from './topic-list.tsx';

/** Right side: the search is always there; below it one thing: an article, hits, or the topics. */
export function KnowledgeArea(): React.JSX.Element {
  const texts = useTexts();
  const article = useDesk((store) => store.article);
  // The next letter goes before the list of the last one: drawing hits takes longer than a frame.
  const hits = useDeferredValue(useDesk((store) => store.hits));
  return (
    <section className="desk-knowledge" aria-label={texts.knowledge.region}>
      <SearchBar />
      {article === null ? (
        hits === null ? (
          <TopicList />
        ) : (
          <HitList hits={hits} />
        )
      ) : (
        <ArticleView key={article.id} loaded={article.loaded} />
      )}
    </section>
  );
}
