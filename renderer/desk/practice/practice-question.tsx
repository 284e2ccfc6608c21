import { useDesk, useTexts } from '../desk-store.ts';

/** In a practice call: what the voice says, to read along. */
export function PracticeQuestion({
  callId,
}: {
  readonly callId: string;
}): React.JSX.Element | null {
  const texts = useTexts().review;
  const question = useDesk(({ desk, practice }) =>
    practice?.callId === callId
      ? desk?.scenarios.find(({ id }) => id === practice.scenario)?.question
      : undefined,
  );
  if (question === undefined) return null;
  return (
    <details className="desk-question">
      <summary>{texts.readAlong}</summary>
      <p className="kern-body">„{question.trim()}“</p>
    </details>
  );
}
