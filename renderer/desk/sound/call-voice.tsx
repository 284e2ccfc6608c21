import { useState } from 'react';
import type { Call } from '../../../shared/call/call.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { gradeOf } from './quality.ts';
import { QualityPanel } from './quality-panel.tsx';

/** What is wrong with the voices of a call, how it sounds, and the last minute on demand. */
export function CallVoice({ call }: { readonly call: Call }): React.JSX.Element {
  const texts = useTexts().sound;
  const media = useDesk((store) => store.media[call.id]);
  const [open, setOpen] = useState(false);
  const mos = media?.samples.at(-1)?.mos;
  // When the phone already looks for another way, the bar says so.
  const warnings =
    media?.warnings.filter((warning) => warning !== 'callerNotHeard' || call.media === 'up') ?? [];
  const grade = mos === undefined ? texts.measuring : texts.grades[gradeOf(mos)];
  return (
    <div className="desk-voice">
      <div className="desk-voice__warnings" role="status">
        {warnings.map((warning) => (
          <p key={warning}>{texts.warnings[warning]}</p>
        ))}
      </div>
      <ActionButton
        look="tertiary"
        label={`${texts.quality}: ${grade}`}
        pressed={open}
        onPress={() => {
          setOpen(!open);
        }}
      />
      {open && media !== undefined ? <QualityPanel media={media} /> : null}
    </div>
  );
}
