import type { KnowledgeState } from '../../../shared/knowledge/sync.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useNow } from '../ui/use-now.ts';
import { ageWords } from './age-words.ts';

/** The foot of the window: how old the knowledge is, always, and how to fetch the newest. */
export function KnowledgeStatus(): React.JSX.Element {
  const texts = useTexts();
  const issued = useDesk(({ desk }) => desk?.pack?.issued);
  const knowledge = useDesk(({ desk }) => desk?.knowledge);
  const peer = useDesk((store) => store.peer);
  const synchronised = knowledge?.synchronised === true;
  const now = useNow(synchronised);
  const words = texts.knowledgeStatus;
  return (
    <footer className="desk-foot" aria-label={words.label}>
      <p className="desk-foot__text">
        {synchronised
          ? stateWords(knowledge, now, texts)
          : issued === undefined
            ? words.none
            : words.issued(new Date(`${issued}T12:00:00`).toLocaleDateString(texts.locale))}
      </p>
      <p className="desk-foot__failure" role="status">
        {knowledge?.failure ?? ''}
      </p>
      {synchronised ? (
        <ActionButton
          look="tertiary"
          label={words.now}
          disabled={knowledge.progress !== null}
          onPress={() => {
            peer.report('syncKnowledge', {});
          }}
        />
      ) : null}
    </footer>
  );
}

function stateWords(
  { publishedAt, confirmedAt, progress }: KnowledgeState,
  now: number,
  { locale, knowledgeStatus: words }: Texts,
): string {
  const published =
    publishedAt === null
      ? words.none
      : words.issued(
          new Date(publishedAt).toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' }),
        );
  if (progress !== null)
    return `${published} · ${progress.total === 0 ? words.running : words.progress(progress.done, progress.total)}`;
  const confirmed =
    confirmedAt === null
      ? words.neverConfirmed
      : words.confirmed(ageWords(confirmedAt, now, locale) ?? words.justNow);
  return `${published} · ${confirmed}`;
}
