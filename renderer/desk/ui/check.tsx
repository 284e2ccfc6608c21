import { CheckboxButton, CheckboxField, Text } from 'react-aria-components/Checkbox';

/** Something that is on or off. */
export function Check({
  label,
  hint,
  checked,
  disabled,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled: boolean;
  readonly onChange: (checked: boolean) => void;
}): React.JSX.Element {
  return (
    <CheckboxField isSelected={checked} isDisabled={disabled} onChange={onChange}>
      <CheckboxButton className="desk-check">
        <span className="desk-check__box" aria-hidden="true" />
        {label}
      </CheckboxButton>
      {hint === undefined ? null : (
        <Text slot="description" className="kern-hint desk-check__hint">
          {hint}
        </Text>
      )}
    </CheckboxField>
  );
}
