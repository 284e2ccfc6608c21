import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import type { Card } from '../../../shared/card.ts';
import type { DeskState } from '../../../shared/contract.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

const none: DeskState['municipalities'] = [];

/**
 * For lines that do not tell the municipality (115): the guess with its reason, and a picker that takes
 * two letters. Shown as long as nothing is chosen.
 */
export function MunicipalityPicker({ card }: { readonly card: Card }): React.JSX.Element | null {
  const texts = useTexts().card;
  const peer = useDesk((store) => store.peer);
  const municipalities = useDesk(({ desk }) => desk?.municipalities) ?? none;
  if (card.line === null || card.municipality !== null) return null;
  const choose = (ars: string): void => {
    peer.request('chooseMunicipality', { callId: card.callId, ars }).catch(() => undefined);
  };
  const { suggestion } = card;
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
      <ComboBox
        className="kern-form-input"
        menuTrigger="input"
        defaultItems={municipalities}
        onChange={(key) => {
          if (key !== null) choose(String(key));
        }}
      >
        <Label className="kern-label">{texts.chooseMunicipality}</Label>
        <div className="desk-picker__field">
          <Input className="kern-form-input__input" placeholder={texts.municipalityPlaceholder} />
          <Button className="desk-picker__button" aria-label={texts.chooseMunicipality}>
            <span className="kern-icon kern-icon--arrow-down" aria-hidden="true" />
          </Button>
        </div>
        <Popover className="desk-popover">
          <ListBox<DeskState['municipalities'][number]>
            className="desk-options"
            renderEmptyState={() => <p className="desk-pad">{texts.noSuchMunicipality}</p>}
          >
            {({ ars, name }) => (
              <ListBoxItem id={ars} textValue={name} className="desk-option">
                {name}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}
