import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import type { Card } from '../../../shared/card.ts';
import type { DeskState } from '../../../shared/contract.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { digitShortcut } from '../keyboard/digit-shortcut.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { matchingMunicipalities } from './matching-municipalities.ts';

/** Of the picker's field, for the key that goes there. */
export const municipalityInputId = 'desk-municipality';

/** Takes the guess; no topic has this digit. */
const suggestionKey = '0';

const none: DeskState['municipalities'] = [];

/**
 * For lines that do not tell the municipality (115): the guess with its reason, and a picker that takes
 * two letters and a digit. Shown as long as nothing is chosen, and again when the agent wants another one.
 * The matches stand on the card itself: a pop-up would hide the rest of the card from screen readers while
 * the caller waits.
 */
export function MunicipalityPicker({ card }: { readonly card: Card }): React.JSX.Element | null {
  const texts = useTexts().card;
  const municipalities = useDesk(({ desk }) => desk?.municipalities) ?? none;
  const [text, setText] = useState('');
  const wanted = useDesk(({ pickerOf }) => pickerOf === card.callId);
  const chooseMunicipality = useDesk((store) => store.chooseMunicipality);
  const singleKeys = useDesk(({ desk }) => desk?.settings.singleKeys !== false);
  const open = card.line !== null && card.municipality === null && !card.outside;
  if (!open && !wanted) return null;
  const choose = (ars: string | null): void => {
    setText('');
    chooseMunicipality(card.callId, ars);
  };
  const { suggestion } = card;
  const matches = matchingMunicipalities(municipalities, text, texts.outside);
  return (
    <div className="desk-picker">
      {suggestion === null ? null : (
        <div className="desk-picker__suggestion">
          <p className="kern-body">{texts.suggestion(suggestion.reason, suggestion.name)}</p>
          <ActionButton
            label={texts.takeSuggestion(suggestion.name)}
            shortcut={suggestionKey}
            ariaKey={digitShortcut(suggestionKey, singleKeys)}
            onPress={() => {
              choose(suggestion.ars);
            }}
          />
        </div>
      )}
      {card.areaCodeTrap === null || suggestion !== null ? null : (
        <p className="kern-body">{texts.areaCodeTraps[card.areaCodeTrap]}</p>
      )}
      <SearchField
        className="kern-form-input desk-field"
        value={text}
        onChange={setText}
        onKeyDown={(event) => {
          // No name has a digit in it.
          const match = /^[1-9]$/.test(event.key) ? matches[Number(event.key) - 1] : undefined;
          if (match === undefined) {
            event.continuePropagation();
            return;
          }
          event.preventDefault();
          choose(match.ars);
        }}
        onSubmit={() => {
          const [first] = matches;
          if (first !== undefined) choose(first.ars);
        }}
      >
        <Label className="kern-label">{texts.chooseMunicipality}</Label>
        <Input
          id={municipalityInputId}
          autoFocus={wanted}
          className="kern-form-input__input"
          placeholder={texts.municipalityPlaceholder}
          autoComplete="off"
          spellCheck={false}
        />
      </SearchField>
      <div className="desk-choices" role="group" aria-label={texts.chooseMunicipality}>
        {matches.map(({ ars, name }, index) => (
          <ActionButton
            key={ars ?? ''}
            label={name}
            shortcut={String(index + 1)}
            ariaKey={String(index + 1)}
            className="desk-choice"
            onPress={() => {
              choose(ars);
            }}
          />
        ))}
      </div>
      {matches.some(({ ars }) => ars === null) ? null : (
        <ActionButton
          look="tertiary"
          label={texts.outside}
          onPress={() => {
            choose(null);
          }}
        />
      )}
      <p className="desk-muted" role="status">
        {text.trim() !== '' && matches.length === 0 ? texts.noSuchMunicipality : null}
      </p>
    </div>
  );
}
