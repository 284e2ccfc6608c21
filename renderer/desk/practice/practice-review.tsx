import { useDesk, useDeskStore, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { reviewOf } from './practice-run.ts';

/** After a practice call: what was opened, what would have been good. Nobody else sees it. */
export function PracticeReview(): React.JSX.Element | null {
  const { review: texts, close } = useTexts();
  const store = useDeskStore();
  const run = useDesk((desk) => desk.practice);
  const scenario = useDesk(({ desk, practice }) =>
    desk?.scenarios.find(({ id }) => id === practice?.scenario),
  );
  if (run?.endedAt == null || scenario === undefined) return null;
  const review = reviewOf(run, scenario);
  const mark = (done: boolean): string => (done ? texts.done : texts.notDone);
  return (
    <section className="desk-review" aria-labelledby="review">
      <h3 className="kern-title" id="review">
        {texts.title(scenario.title)}
      </h3>
      <p className="kern-body">
        {review.talkSeconds === null ? texts.notAnswered : texts.talk(review.talkSeconds)}{' '}
        {review.foundAfterSeconds === null ? null : texts.found(review.foundAfterSeconds)}
      </p>
      <h4 className="desk-review__head">{texts.good}</h4>
      <ul className="desk-review__list">
        <li>
          <strong>{mark(review.municipalityRight)}</strong>{' '}
          {texts.municipality(scenario.good.municipalityName)}
        </li>
        {review.articles.map(({ title, opened }) => (
          <li key={title}>
            <strong>{mark(opened)}</strong> {texts.article(title)}
          </li>
        ))}
      </ul>
      <p className="kern-body">{scenario.good.advice}</p>
      {review.others.length === 0 ? null : (
        <p className="kern-body">{texts.others(review.others.join(', '))}</p>
      )}
      <p className="desk-muted">{texts.onlyYou}</p>
      <ActionButton
        label={close}
        onPress={() => {
          store.setState({ practice: null });
        }}
      />
    </section>
  );
}
