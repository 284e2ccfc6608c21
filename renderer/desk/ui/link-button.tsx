import { Button } from 'react-aria-components/Button';

/** A small button that looks like a link, for what is beside the point of a row. */
export function LinkButton({
  label,
  onPress,
  expanded,
  ariaKey,
}: {
  readonly label: string;
  readonly onPress: () => void;
  /** Says that the button opens and closes something. */
  readonly expanded?: boolean;
  /** Key that does the same (aria-keyshortcuts). */
  readonly ariaKey?: string;
}): React.JSX.Element {
  return (
    <Button
      className="desk-link desk-link--small"
      onPress={onPress}
      {...(ariaKey === undefined ? {} : { 'aria-keyshortcuts': ariaKey })}
      {...(expanded === undefined ? {} : { 'aria-expanded': expanded })}
    >
      {label}
    </Button>
  );
}
