import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { TransferTarget } from '../../../shared/card.ts';
import type { Texts } from '../../../shared/texts/index.ts';
import { callerOf } from '../call/caller.ts';
import { openingWords } from '../call/opening-words.ts';
import { useTexts } from '../desk-store.ts';

const officeListId = 'office-list';

/** Verzeichnis: offices of the knowledge pack with number and opening state; nothing while there are none. */
export function OfficeList({
  offices,
  label,
  onChoose,
}: {
  readonly offices: readonly TransferTarget[];
  readonly label: string;
  readonly onChoose: (office: TransferTarget) => void;
}): React.JSX.Element | null {
  const texts = useTexts();
  if (offices.length === 0) return null;
  return (
    <ListBox
      id={officeListId}
      className="desk-hits__list"
      aria-label={label}
      items={offices.map((target) => ({ ...target, id: target.office }))}
      onAction={(key) => {
        const chosen = offices.find(({ office }) => office === key);
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      {(target) => (
        <ListBoxItem id={target.id} textValue={target.officeName} className="desk-hit desk-target">
          <OfficeRow target={target} texts={texts} />
        </ListBoxItem>
      )}
    </ListBox>
  );
}

/** Moves the focus from the number field into the list. */
export function focusOfficeList(): void {
  const option = document.querySelector(`#${officeListId} [role=option]`);
  if (option instanceof HTMLElement) option.focus();
}

function OfficeRow({
  target,
  texts,
}: {
  readonly target: TransferTarget;
  readonly texts: Texts;
}): React.JSX.Element {
  return (
    <>
      <span className="desk-hit__title">{target.officeName}</span>
      <span className="desk-target__phone">
        {callerOf({ number: target.phone, displayName: null }, texts).title}
      </span>
      <span className="desk-hit__preview">
        <span
          className={`desk-opening__office desk-opening__office--${target.state.kind} desk-target__state`}
        >
          <span className="desk-opening__mark" aria-hidden="true" />
          {openingWords(target.state, texts)}
        </span>{' '}
        <span className="desk-muted">· {texts.transfer.reasons[target.reason]}</span>
      </span>
    </>
  );
}
