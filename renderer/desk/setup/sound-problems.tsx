import type { Problem, ProblemCode } from '../../../shared/problem.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { NoticeBox } from '../ui/notice-box.tsx';

const none: readonly Problem[] = [];
const codes: Readonly<Record<'microphone' | 'speakers', readonly ProblemCode[]>> = {
  microphone: [
    'microphoneMissing',
    'microphoneDenied',
    'microphoneUnplugged',
    'microphoneBusy',
    'microphoneReplaced',
  ],
  speakers: ['speakerMissing', 'speakerReplaced', 'ringDeviceReplaced'],
};

/** What is wrong with the devices of a step, where they are chosen. */
export function SoundProblems({ of }: { readonly of: keyof typeof codes }): React.JSX.Element {
  const texts = useTexts().problems;
  const problems = useDesk(({ desk }) => desk?.problems) ?? none;
  return (
    <div className="desk-setup__problems" role="status">
      {problems
        .filter(({ code }) => codes[of].includes(code))
        .map(({ code }) => (
          <NoticeBox key={code} look="warning" title={texts[code].title}>
            <p className="kern-body">{texts[code].advice}</p>
          </NoticeBox>
        ))}
    </div>
  );
}
