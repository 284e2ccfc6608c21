import { noSoundDevices } from '../../../shared/sound/sound-devices.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { registrationWords } from '../frame/registration-words.ts';
import { ageWords } from '../knowledge/age-words.ts';
import { useNow } from '../ui/use-now.ts';
import { DeskDialog } from './desk-dialog.tsx';

/** What the registration rests on: answers of the exchange with their age, and the devices in use. */
export function ProofDialog(): React.JSX.Element {
  const texts = useTexts();
  const words = texts.registration.proof;
  const registration = useDesk(({ desk }) => desk?.registration) ?? { phase: 'off' as const };
  const { inUse } = useDesk(({ desk }) => desk?.sound) ?? noSoundDevices;
  const now = useNow(true);
  const age = (at: number): string =>
    ageWords(at, now, texts.locale) ?? words.secondsAgo(Math.max(0, Math.floor((now - at) / 1000)));
  const since = (at: number): string =>
    `${new Date(at).toLocaleTimeString(texts.locale, { timeStyle: 'short' })}, ${age(at)}`;
  const stands = registration.phase === 'registered' ? registration : null;
  const rows: readonly (readonly [name: string, value: string])[] = [
    [words.state, registrationWords(registration, texts)],
    [words.server, registration.phase === 'off' ? words.never : registration.server],
    [words.since, stands === null ? words.never : since(stands.since)],
    [words.confirmed, stands === null ? words.never : age(stands.confirmedAt)],
    [words.answered, stands === null ? words.never : age(stands.answeredAt)],
    [words.microphone, inUse.microphone ?? words.noMicrophone],
    [words.speaker, inUse.speaker ?? words.noSpeaker],
    [words.ring, inUse.ring ?? words.noRing],
    ...(inUse.secondRing === null ? [] : ([[words.secondRing, inUse.secondRing]] as const)),
  ];
  return (
    <DeskDialog title={words.title}>
      <p className="kern-body">{words.hint}</p>
      <table className="desk-keys">
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </DeskDialog>
  );
}
