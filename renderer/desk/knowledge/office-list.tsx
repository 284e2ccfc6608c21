import { holidayOn } from '../../../shared/knowledge/holidays.ts';
import { localTimeAt } from '../../../shared/knowledge/local-time.ts';
import { hoursOn } from '../../../shared/knowledge/opening-hours.ts';
import type { Office } from '../../../shared/knowledge/pack.ts';
import { callInFocus } from '../call/call-in-focus.ts';
import { formatNumber } from '../call/format-number.ts';
import { useDesk, useTexts, type LoadedArticle } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { useNow } from '../ui/use-now.ts';

/** Who is responsible here, whether somebody is there today, and how to get the caller there. */
export function OfficeList({
  offices,
  basis,
}: Pick<LoadedArticle, 'offices' | 'basis'>): React.JSX.Element | null {
  const texts = useTexts().knowledge;
  if (offices.length === 0) return null;
  return (
    <section className="desk-module" aria-label={texts.offices}>
      <h3 className="desk-module__title">{texts.offices}</h3>
      <p className="desk-muted">{texts.page.bases[basis]}</p>
      <ul className="desk-offices">
        {offices.map((office) => (
          <OfficeRow key={office.id} office={office} />
        ))}
      </ul>
    </section>
  );
}

function OfficeRow({ office }: { readonly office: Office }): React.JSX.Element {
  const { name, address, phone, email, hoursNote } = office;
  const today = useToday(office);
  const place = [address, email].filter((part) => part !== undefined);
  return (
    <li>
      <strong>{name}</strong>
      {[today, hoursNote].map((part) => (part == null ? null : ` · ${part}`))}
      {place.length === 0 ? null : <div className="desk-muted">{place.join(' · ')}</div>}
      {phone === undefined ? null : <OfficeNumber phone={phone} />}
    </li>
  );
}

/** Today's hours in words; null for an office that gives none. */
function useToday(office: Office): string | null {
  const texts = useTexts().knowledge.page;
  const timeZone = useDesk(({ desk }) => desk?.pack?.timeZone ?? 'Europe/Berlin');
  const { day } = localTimeAt(useNow(true), timeZone);
  if (office.hours.length === 0) return null;
  const hours = hoursOn(office, day);
  if (hours.length > 0) return texts.today(hours.join(', '));
  const holiday = holidayOn(day);
  return holiday === null ? texts.closedToday : texts.holiday(texts.holidays[holiday]);
}

/** With a caller on the line the number is where to pass the call on; without, it is called. */
function OfficeNumber({ phone }: { readonly phone: string }): React.JSX.Element {
  const texts = useTexts().knowledge.page;
  const peer = useDesk((store) => store.peer);
  const openDialog = useDesk((store) => store.openDialog);
  const talking = useDesk(
    ({ desk, chosenCall }) => callInFocus(desk?.calls ?? [], chosenCall)?.phase === 'connected',
  );
  const number = formatNumber(phone);
  return (
    <span className="desk-office__number">
      <ActionButton
        label={talking ? texts.transfer(number) : texts.call(number)}
        onPress={() => {
          // The dialogue offers this office first and asks whether to consult.
          if (talking) openDialog('transfer');
          else void peer.request('dial', { number: phone }).catch(() => undefined);
        }}
      />
      <CopyButton text={phone} label={texts.copyNumber} />
    </span>
  );
}
