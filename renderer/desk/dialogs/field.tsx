import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';

/** A KERN text field with its hint and its error, both read with the field. */
export function Field({
  label,
  value,
  onChange,
  hint,
  error = null,
  disabled = false,
  type = 'text',
  autoFocus = false,
  id,
  ariaKey,
  onArrowDown,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly error?: string | null;
  readonly disabled?: boolean;
  readonly type?: 'text' | 'tel' | 'password';
  readonly autoFocus?: boolean;
  /** Of the input, for a key that goes there. */
  readonly id?: string;
  /** That key (aria-keyshortcuts). */
  readonly ariaKey?: string;
  /** The way into a list of suggestions below the field. */
  readonly onArrowDown?: () => void;
}): React.JSX.Element {
  return (
    <TextField
      className="kern-form-input desk-field"
      value={value}
      onChange={onChange}
      type={type}
      isInvalid={error !== null}
      isDisabled={disabled}
      // In a dialog that the agent has just asked for, the first field is where the keys belong.
      autoFocus={autoFocus}
      {...(id === undefined ? {} : { id })}
      autoComplete="off"
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onArrowDown?.();
        event.continuePropagation();
      }}
    >
      <Label className="kern-label">{label}</Label>
      {hint === undefined ? null : (
        <Text slot="description" className="kern-hint">
          {hint}
        </Text>
      )}
      <Input
        className="kern-form-input__input"
        spellCheck={false}
        {...(ariaKey === undefined ? {} : { 'aria-keyshortcuts': ariaKey })}
      />
      <FieldError className="desk-error">{error}</FieldError>
    </TextField>
  );
}
