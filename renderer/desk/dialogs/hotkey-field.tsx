import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { acceleratorOf } from '../../../shared/windows/accelerator.ts';
import { acceleratorWords } from '../../../shared/windows/accelerator-words.ts';
import { useTexts } from '../desk-store.ts';

/** Takes a key combination by pressing it. Tab and Escape keep their meaning; Delete empties the field. */
export function HotkeyField({
  label,
  value,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly disabled: boolean;
  /** @returns whether it could be saved */
  readonly onChange: (accelerator: string | null) => Promise<boolean>;
}): React.JSX.Element {
  const { hotkeys: texts, locale } = useTexts();
  const [refused, setRefused] = useState<string | null>(null);
  const save = (accelerator: string | null): void => {
    if (accelerator === value) return;
    onChange(accelerator)
      .then((saved) => {
        setRefused(saved ? null : texts.usedTwice);
      })
      .catch(() => {
        setRefused(texts.usedTwice);
      });
  };
  return (
    <TextField
      className="kern-form-input desk-field"
      value={value === null ? '' : acceleratorWords(value, locale)}
      isReadOnly
      isDisabled={disabled}
      onKeyDown={(event) => {
        const { key } = event;
        if (key === 'Tab' || key === 'Escape') {
          event.continuePropagation();
          return;
        }
        event.preventDefault();
        if (/^(Control|Alt|Shift|Meta|AltGraph)$/.test(key)) return;
        const free = !event.ctrlKey && !event.altKey && !event.metaKey;
        if (free && (key === 'Delete' || key === 'Backspace')) {
          save(null);
          return;
        }
        const accelerator = acceleratorOf(event.nativeEvent);
        if (accelerator === null) setRefused(texts.needsModifier);
        else save(accelerator);
      }}
    >
      <Label className="kern-label">{label}</Label>
      <Input className="kern-form-input__input" placeholder={texts.none} />
      <Text slot="description" className="kern-hint" aria-live="polite">
        {refused ?? (value === null ? texts.press : texts.remove)}
      </Text>
    </TextField>
  );
}
