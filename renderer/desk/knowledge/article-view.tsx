import { useEffect, useRef, useState } from 'react';
import { articleAsText } from '../../../shared/knowledge/article-text.ts';
import {
  articleModules,
  type Article,
  type ArticleModuleKey,
} from '../../../shared/knowledge/pack.ts';
import { GapButton } from '../gap/index.ts';
import { useDesk, useTexts, type LoadedArticle } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useAreaLabel } from './area-badge.tsx';
import { ArticleTools, LanguageChoice, type TextSize } from './article-tools.tsx';
import { Checklist } from './checklist.tsx';
import { Markdown } from './markdown.tsx';
import { OfficeList } from './office-list.tsx';
import { OnlineServiceRow } from './online-service.tsx';

/** What a caller asks; everything else is below who is responsible. What the agent has to know comes first. */
const firstModules: readonly ArticleModuleKey[] = [
  'agentHint',
  'say',
  'documents',
  'fee',
  'deadline',
  'duration',
  'whereAndWhen',
];
const otherModules = articleModules
  .map(({ key }) => key)
  .filter((key) => !firstModules.includes(key));

/** One article: first the sentence to say, then what callers ask next, at the end where it is from. */
export function ArticleView({
  loaded,
}: {
  readonly loaded: LoadedArticle | null;
}): React.JSX.Element {
  const texts = useTexts().knowledge;
  const article = loaded?.article ?? null;
  return (
    <div className="desk-article">
      {loaded === null || article === null ? (
        <>
          <BackButton />
          <p className="kern-body" role={loaded === null ? undefined : 'alert'}>
            {loaded === null ? texts.loading : texts.articleMissing}
          </p>
        </>
      ) : (
        <ArticleText article={article} page={loaded} />
      )}
    </div>
  );
}

function BackButton(): React.JSX.Element {
  const texts = useTexts().knowledge;
  const goBack = useDesk((store) => store.goBack);
  return (
    <ActionButton
      look="tertiary"
      label={texts.back}
      shortcut="Esc"
      ariaKey="Escape"
      onPress={() => {
        goBack();
      }}
    />
  );
}

function ArticleText({
  article,
  page,
}: {
  readonly article: Article;
  readonly page: LoadedArticle;
}): React.JSX.Element {
  const texts = useTexts();
  const { knowledge } = texts;
  const demonstration = useDesk(({ desk }) => desk?.pack?.demonstration === true);
  const [size, setSize] = useState<TextSize>(100);
  const [language, setLanguage] = useState('de');
  const heading = useRef<HTMLHeadingElement>(null);
  // Keys and screen reader follow what was opened; also frees the search field for the next letter.
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { translations = [] } = article;
  const translation = translations.find((one) => one.language === language);
  const shown = translation ?? article;
  const plainText = articleAsText({ ...article, ...shown }, page, knowledge);
  return (
    <article aria-labelledby="article" data-size={size}>
      <div className="desk-article__bar">
        <BackButton />
        <ArticleTools {...{ size, plainText }} onSize={setSize} />
      </div>
      <h2
        className="kern-heading-large desk-article__title"
        id="article"
        ref={heading}
        tabIndex={-1}
        lang={language}
      >
        {shown.title}
      </h2>
      <div className="desk-article__about">
        {page.areaName === '' ? null : (
          <span className="desk-area">{knowledge.validIn(page.areaName)}</span>
        )}
        <LanguageChoice {...{ translations, language }} onLanguage={setLanguage} />
      </div>
      {translation?.method === 'machine' ? <p>{knowledge.page.machine}</p> : null}
      <div className="desk-article__body">
        <div className="desk-article__first">
          <Modules keys={firstModules} modules={shown.modules} language={language} />
        </div>
        <div className="desk-article__side">
          <OfficeList offices={page.offices} basis={page.basis} />
          {page.onlineServices.length === 0 ? null : (
            <section className="desk-module" aria-label={knowledge.onlineService}>
              <h3 className="desk-module__title">{knowledge.onlineService}</h3>
              <ul className="desk-links">
                {page.onlineServices.map((service) => (
                  <OnlineServiceRow key={service.url} service={service} />
                ))}
              </ul>
            </section>
          )}
        </div>
        <div className="desk-article__more">
          <Modules keys={otherModules} modules={shown.modules} language={language} />
        </div>
        <div className="desk-article__related">
          {article.links.length === 0 ? null : (
            <LinkRow title={knowledge.links} links={article.links} />
          )}
          <RelatedArticles page={page} />
        </div>
      </div>
      <footer className="desk-article__foot">
        <p>
          {knowledge.source}: {article.source} · {knowledge.updated}:{' '}
          {new Date(`${article.updated}T12:00:00`).toLocaleDateString(texts.locale)}
          {article.leika === undefined ? '' : ` · ${knowledge.leika} ${article.leika}`}
        </p>
        <GapButton />
        {demonstration ? <p>{knowledge.demonstration}</p> : null}
      </footer>
    </article>
  );
}

function Modules({
  keys,
  modules,
  language,
}: {
  readonly keys: readonly ArticleModuleKey[];
  readonly modules: Article['modules'];
  readonly language: string;
}): React.JSX.Element {
  const headings = useTexts().knowledge.modules;
  return (
    <>
      {keys.map((key) => {
        const text = modules[key];
        if (text === undefined) return null;
        return (
          <section
            key={key}
            className={`desk-module desk-module--${key}`}
            aria-labelledby={`module-${key}`}
          >
            <h3 className="desk-module__title" id={`module-${key}`}>
              {headings[key]}
            </h3>
            <div lang={language}>
              {key === 'documents' ? <Checklist text={text} /> : <Markdown text={text} />}
            </div>
          </section>
        );
      })}
    </>
  );
}

/** The same service elsewhere, and other actions on the same object. */
function RelatedArticles({ page }: { readonly page: LoadedArticle }): React.JSX.Element | null {
  const texts = useTexts().knowledge.page;
  const openArticle = useDesk((store) => store.openArticle);
  const labelOf = useAreaLabel();
  const rows = [
    [texts.variants, page.variants.map((one) => ({ id: one.id, label: labelOf(one) }))],
    [texts.neighbours, page.neighbours.map(({ id, title }) => ({ id, label: title }))],
  ] as const;
  return (
    <>
      {rows.map(([title, articles]) =>
        articles.length === 0 ? null : (
          <section key={title} className="desk-module" aria-label={title}>
            <h3 className="desk-module__title">{title}</h3>
            <ul className="desk-links">
              {articles.map(({ id, label }) => (
                <li key={id}>
                  <LinkButton
                    label={label}
                    onPress={() => {
                      openArticle(id);
                    }}
                  />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
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
