import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import type { Card } from '../../../shared/card.ts';
import type { DeskState } from '../../../shared/contract.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { matchingMunicipalities } from './matching-municipalities.ts';

/** Of the picker's field, for the key that goes there. */
export const municipalityInputId = 'desk-municipality';

const none: DeskState['municipalities'] = [];

/**
 * For lines that do not tell the municipality (115): the guess with its reason, and a picker that takes
 * two letters. Shown as long as nothing is chosen, and again when the agent wants another one. The matches stand on the card itself: a pop-up would
 * hide the rest of the card from screen readers while the caller waits.
 */
export function MunicipalityPicker({ card }: { readonly card: Card }): React.JSX.Element | null {
  const texts = useTexts().card;
  const peer = useDesk((store) => store.peer);
  const municipalities = useDesk(({ desk }) => desk?.municipalities) ?? none;
  const [text, setText] = useState('');
  const wanted = useDesk(({ pickerOf }) => pickerOf === card.callId);
  const change = useDesk((store) => store.changeMunicipality);
  const open = card.line !== null && card.municipality === null && !card.outside;
  if (!open && !wanted) return null;
  const choose = (ars: string | null): void => {
    change(null);
    setText('');
    peer.request('chooseMunicipality', { callId: card.callId, ars }).catch(() => undefined);
  };
  const { suggestion } = card;
  const matches = matchingMunicipalities(municipalities, text);
  return (
    <div className="desk-picker">
      {suggestion === null ? null : (
        <div className="desk-picker__suggestion">
          <p className="kern-body">{texts.suggestion(suggestion.reason, suggestion.name)}</p>
          <ActionButton
            label={texts.takeSuggestion(suggestion.name)}
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
        {matches.map(({ ars, name }) => (
          <ActionButton
            key={ars}
            label={name}
            className="desk-choice"
            onPress={() => {
              choose(ars);
            }}
          />
        ))}
      </div>
      <ActionButton
        look="tertiary"
        label={texts.outside}
        onPress={() => {
          choose(null);
        }}
      />
      <p className="desk-muted" role="status">
        {text.trim() !== '' && matches.length === 0 ? texts.noSuchMunicipality : null}
      </p>
    </div>
  );
}
