import { Label } from 'react-aria-components/Label';
import { Meter } from 'react-aria-components/Meter';
import { useTexts } from '../desk-store.ts';
import { meterShare } from './meter-share.ts';

/** Level of the microphone. @param level 0 to 1 */
export function LevelBar({ level }: { readonly level: number }): React.JSX.Element {
  const texts = useTexts().sound;
  const share = meterShare(level);
  return (
    <Meter className="desk-level" value={share} minValue={0} maxValue={100}>
      <Label className="kern-label">{texts.level}</Label>
      <svg className="desk-level__bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
        <rect className="desk-level__all" width={100} height={6} />
        <rect className="desk-level__now" width={share} height={6} />
      </svg>
    </Meter>
  );
}
