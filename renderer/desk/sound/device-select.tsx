import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import type { SoundDevice } from '../../../shared/sound/sound-settings.ts';
import type { DeviceOption } from './device-options.ts';

/** One device out of those that are there. */
export function DeviceSelect({
  label,
  hint,
  options,
  selected,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly options: readonly DeviceOption[];
  readonly selected: string;
  readonly disabled: boolean;
  readonly onChange: (device: SoundDevice | null) => void;
}): React.JSX.Element {
  return (
    <Select
      className="desk-select"
      value={selected}
      isDisabled={disabled}
      onChange={(key) => {
        const option = options.find((candidate) => candidate.key === key);
        if (option !== undefined && key !== selected) onChange(option.device);
      }}
    >
      <Label className="kern-label">{label}</Label>
      <Button className="desk-select__button">
        <SelectValue className="desk-select__value" />
        <span aria-hidden="true">▾</span>
      </Button>
      <Text slot="description" className="kern-hint desk-select__hint">
        {hint}
      </Text>
      <Popover className="desk-select__popover">
        <ListBox className="desk-select__list" items={options}>
          {({ key, label: name }) => (
            <ListBoxItem id={key} textValue={name} className="desk-select__option">
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
