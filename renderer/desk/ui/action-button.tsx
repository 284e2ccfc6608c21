import { Button } from 'react-aria-components/Button';

/** A KERN button; `shortcut` is the key that does the same, shown and told to assistive technology. */
export function ActionButton({
  label,
  onPress,
  look = 'secondary',
  shortcut,
  ariaKey,
  ariaLabel,
  pressed,
  disabled = false,
  className = '',
}: {
  readonly label: string;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'secondary' | 'tertiary' | 'danger';
  readonly shortcut?: string;
  /** KeyboardEvent.key of the shortcut (aria-keyshortcuts). */
  readonly ariaKey?: string;
  /** Name for assistive technology where the label alone says too little; contains the label. */
  readonly ariaLabel?: string;
  /** Makes it a toggle. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
}): React.JSX.Element {
  const kernLook = look === 'danger' ? 'primary desk-button--danger' : look;
  return (
    <Button
      className={`kern-btn kern-btn--${kernLook} desk-button ${className}`}
      onPress={onPress}
      isDisabled={disabled}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      {...(ariaKey === undefined ? {} : { 'aria-keyshortcuts': ariaKey })}
    >
      <span className="kern-label">{label}</span>
      {shortcut === undefined ? null : (
        <kbd className="desk-key" aria-hidden="true">
          {shortcut}
        </kbd>
      )}
    </Button>
  );
}
