import { Button } from 'react-aria-components/Button';
import type { TopicReason } from '../../../shared/card.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { unreachable } from '../../../shared/unreachable.ts';
import { cardInView, useDesk, useTexts } from '../desk-store.ts';
import { digitShortcut } from '../keyboard/digit-shortcut.ts';

/** Why a topic stands where it stands. */
function reasonWords(reason: TopicReason, words: Texts['knowledge']['reasons']): string {
  switch (reason.kind) {
    case 'notice':
      return words.notice(reason.title);
    case 'menu':
      return words.menu;
    case 'recent':
      return words.recent(reason.count);
    case 'asked':
      return words.asked(reason.count);
    case 'season': {
      const [month = '', day = ''] = reason.until.split('-');
      return words.season(`${String(Number(day))}.${String(Number(month))}.`);
    }
    case 'line':
      return '';
    default:
      return unreachable(reason);
  }
}

/** The topics of the line in view, one digit each; without a call a word on how to search. */
export function TopicList(): React.JSX.Element {
  const texts = useTexts().knowledge;
  const topics = useDesk((store) => cardInView(store)?.topics);
  const openArticle = useDesk((store) => store.openArticle);
  const singleKeys = useDesk(({ desk }) => desk?.settings.singleKeys !== false);
  if (topics === undefined)
    return (
      <div className="desk-empty">
        <h2 className="kern-title">{texts.idleTitle}</h2>
        <p className="kern-body">{texts.idleHint}</p>
      </div>
    );
  return (
    <section aria-labelledby="topics" className="desk-topics">
      <h2 className="kern-title" id="topics">
        {texts.topics}{' '}
        <span className="desk-muted">{singleKeys ? texts.topicsHint : texts.topicsHintAlt}</span>
      </h2>
      {topics.length === 0 ? <p className="kern-body">{texts.noTopics}</p> : null}
      <ol className="desk-topics__list">
        {topics.map(({ articleId, title, reason }, index) => (
          <li key={articleId}>
            <Button
              className="desk-topic"
              aria-keyshortcuts={digitShortcut(index + 1, singleKeys)}
              onPress={() => {
                openArticle(articleId);
              }}
            >
              <kbd className="desk-topic__digit">{index + 1}</kbd>
              <span>
                {title}
                {reason.kind === 'line' ? null : (
                  <span className="desk-topic__reason">{reasonWords(reason, texts.reasons)}</span>
                )}
              </span>
            </Button>
          </li>
        ))}
      </ol>
    </section>
  );
}
