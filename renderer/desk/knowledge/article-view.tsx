import { useEffect, useRef } from 'react';
import { articleModules, type Article, type Office } from '../../../shared/knowledge/pack.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { useDesk, useTexts, type LoadedArticle } from '../desk-store.ts';
import { formatNumber } from '../call/format-number.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Checklist } from './checklist.tsx';
import { Markdown } from './markdown.tsx';

/** One article: first the sentence to say, then what callers ask next, at the end where it is from. */
export function ArticleView({
  loaded,
}: {
  readonly loaded: LoadedArticle | null;
}): React.JSX.Element {
  const texts = useTexts().knowledge;
  const goBack = useDesk((store) => store.goBack);
  const article = loaded?.article ?? null;
  return (
    <div className="desk-article">
      <ActionButton
        look="tertiary"
        label={texts.back}
        shortcut="Esc"
        ariaKey="Escape"
        onPress={() => {
          goBack();
        }}
      />
      {loaded === null ? <p className="kern-body">{texts.loading}</p> : null}
      {loaded !== null && article === null ? (
        <p className="kern-body" role="alert">
          {texts.articleMissing}
        </p>
      ) : null}
      {loaded === null || article === null ? null : (
        <ArticleText article={article} areaName={loaded.areaName} offices={loaded.offices} />
      )}
    </div>
  );
}

function ArticleText({
  article,
  areaName,
  offices,
}: {
  readonly article: Article;
  readonly areaName: string;
  readonly offices: readonly Office[];
}): React.JSX.Element {
  const texts = useTexts();
  const demonstration = useDesk(({ desk }) => desk?.pack?.demonstration === true);
  const heading = useRef<HTMLHeadingElement>(null);
  // Keys and screen reader follow what was opened; also frees the search field for the next letter.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <article aria-labelledby="article">
      <h2
        className="kern-heading-large desk-article__title"
        id="article"
        ref={heading}
        tabIndex={-1}
      >
        {article.title}
      </h2>
      {areaName === '' ? null : (
        <p className="desk-area desk-area--plain">{texts.knowledge.validIn(areaName)}</p>
      )}
      {articleModules.map(({ key }) => {
        const text = article.modules[key];
        if (text === undefined) return null;
        return (
          <section
            key={key}
            className={`desk-module desk-module--${key}`}
            aria-labelledby={`module-${key}`}
          >
            <h3 className="desk-module__title" id={`module-${key}`}>
              {texts.knowledge.modules[key]}
            </h3>
            {key === 'documents' ? <Checklist text={text} /> : <Markdown text={text} />}
          </section>
        );
      })}
      {article.onlineService === undefined ? null : (
        <LinkRow title={texts.knowledge.onlineService} links={[article.onlineService]} />
      )}
      <Offices offices={offices} texts={texts} />
      {article.links.length === 0 ? null : (
        <LinkRow title={texts.knowledge.links} links={article.links} />
      )}
      <footer className="desk-article__foot">
        <p>
          {texts.knowledge.source}: {article.source} · {texts.knowledge.updated}:{' '}
          {new Date(`${article.updated}T12:00:00`).toLocaleDateString(texts.locale)}
          {article.leika === undefined ? '' : ` · ${texts.knowledge.leika} ${article.leika}`}
        </p>
        {demonstration ? <p>{texts.knowledge.demonstration}</p> : null}
      </footer>
    </article>
  );
}

/** Links are shown and copied, never opened: the window has no remote content. */
function LinkRow({
  title,
  links,
}: {
  readonly title: string;
  readonly links: readonly { readonly title: string; readonly url: string }[];
}): React.JSX.Element {
  const texts = useTexts().knowledge;
  return (
    <section className="desk-module" aria-label={title}>
      <h3 className="desk-module__title">{title}</h3>
      <ul className="desk-links">
        {links.map(({ title: name, url }) => (
          <li key={url}>
            <span>
              {name} <span className="desk-muted">{url}</span>
            </span>
            <CopyButton text={url} label={texts.copyLink} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Offices({
  offices,
  texts,
}: {
  readonly offices: readonly Office[];
  readonly texts: Texts;
}): React.JSX.Element | null {
  if (offices.length === 0) return null;
  return (
    <section className="desk-module" aria-label={texts.knowledge.offices}>
      <h3 className="desk-module__title">{texts.knowledge.offices}</h3>
      <ul className="desk-offices">
        {offices.map(({ id, name, address, phone, email, hoursNote }) => {
          const number = phone === undefined ? null : formatNumber(phone);
          const rest = [address, number, email, hoursNote].filter((part) => part != null);
          return (
            <li key={id}>
              <strong>{name}</strong>
              {rest.length === 0 ? null : <span> · {rest.join(' · ')}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
