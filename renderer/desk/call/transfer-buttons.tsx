import type { Call } from '../../../shared/call/call.ts';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { transferCommand, transferKeys } from './transfer-command.ts';

const none: readonly Call[] = [];

/** Passing a call on, with what its keys mean for it at this moment. */
export function TransferButtons({ call }: { readonly call: Call }): React.JSX.Element {
  const texts = useTexts().transfer;
  const calls = useDesk(({ desk }) => desk?.calls) ?? none;
  const runTransfer = useDesk((store) => store.runTransfer);
  return (
    <>
      {transferKeys.map((key) => {
        const command = transferCommand(key, calls, call);
        return command === null ? null : (
          <ActionButton
            key={key}
            look={command.type === 'complete' ? 'primary' : 'secondary'}
            label={texts[command.type]}
            shortcut={key}
            ariaKey={key}
            onPress={() => {
              runTransfer(command);
            }}
          />
        );
      })}
    </>
  );
}
