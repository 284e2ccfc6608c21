import type { Settings } from '../../../shared/settings/settings.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

type Watch = Settings['watch'];

/** Colleagues and queues as the PBX tells them, each a press away; nothing where none are set up. */
export function ColleagueList({
  onDial,
}: {
  readonly onDial: (number: string) => void;
}): React.JSX.Element | null {
  const watch = useDesk(({ desk }) => desk?.settings.watch);
  const texts = useTexts().colleagues;
  if (watch === undefined || watch.colleagues.length + watch.queues.length === 0) return null;
  return (
    <section aria-label={texts.title}>
      <h3 className="kern-title">{texts.title}</h3>
      <ul className="desk-colleagues">
        {watch.queues.map(({ name, extension }) => (
          <Queue key={extension} name={name} extension={extension} />
        ))}
        {watch.colleagues.map((colleague) => (
          <Colleague
            key={colleague.extension}
            colleague={colleague}
            pickup={watch.pickup}
            onDial={onDial}
          />
        ))}
      </ul>
    </section>
  );
}

function Queue({
  name,
  extension,
}: {
  readonly name: string;
  readonly extension: string;
}): React.JSX.Element {
  const texts = useTexts().colleagues;
  const state = useDesk(({ desk }) => desk?.watched.states[extension]) ?? 'unknown';
  return (
    <li className={`desk-colleagues__row desk-colleagues__row--${state}`}>
      <span>{name}</span>
      <span className="desk-muted">{texts.queueStates[state]}</span>
    </li>
  );
}

function Colleague({
  colleague: { name, extension },
  pickup,
  onDial,
}: {
  readonly colleague: Watch['colleagues'][number];
  readonly pickup: string | null;
  readonly onDial: (number: string) => void;
}): React.JSX.Element {
  const texts = useTexts();
  const state = useDesk(({ desk }) => desk?.watched.states[extension]) ?? 'unknown';
  const takesOver = state === 'ringing' && pickup !== null;
  return (
    <li className={`desk-colleagues__row desk-colleagues__row--${state}`}>
      <span>{name}</span>
      <span className="desk-muted">{texts.colleagues.states[state]}</span>
      <ActionButton
        look="tertiary"
        label={takesOver ? texts.colleagues.pickup : texts.dial.call}
        ariaLabel={takesOver ? texts.colleagues.pickupOf(name) : texts.callList.callBack(name)}
        onPress={() => {
          onDial(takesOver ? `${pickup}${extension}` : extension);
        }}
      />
    </li>
  );
}
