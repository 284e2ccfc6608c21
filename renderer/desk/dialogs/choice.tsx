import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup } from 'react-aria-components/RadioGroup';

/** One of a few, all visible. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  disabled,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: Readonly<Record<Value, string>>;
  readonly onChange: (value: Value) => void;
  readonly disabled: boolean;
}): React.JSX.Element {
  const values = Object.keys(options) as Value[];
  return (
    <RadioGroup
      className="desk-choice-group"
      value={value}
      isDisabled={disabled}
      onChange={(chosen) => {
        const known = values.find((candidate) => candidate === chosen);
        if (known !== undefined) onChange(known);
      }}
    >
      <Label className="kern-label">{label}</Label>
      <div className="desk-choice-group__options">
        {values.map((option) => (
          <RadioField key={option} value={option}>
            <RadioButton className="desk-radio">
              <span className="desk-radio__mark" aria-hidden="true" />
              {options[option]}
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
