import { useEffect, type ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { RingInDialog } from '../call/ring-in-dialog.tsx';
import { useDesk, useTexts } from '../desk-store.ts';
import { ActionButton } from '../ui/action-button.tsx';

/** Frame of all dialogs: focus goes in, Esc closes, focus comes back. */
export function DeskDialog({
  title,
  closeLabel,
  children,
}: {
  readonly title: string;
  /** Where closing means more than „Schließen“. */
  readonly closeLabel?: string;
  readonly children: ReactNode;
}): React.JSX.Element {
  const texts = useTexts();
  const openDialog = useDesk((store) => store.openDialog);
  const close = (): void => {
    openDialog(null);
  };
  useEffect(() => {
    // A row that was deleted took the focus with it, and Esc would reach nobody.
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape' && document.activeElement === document.body) openDialog(null);
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
    };
  }, [openDialog]);
  return (
    <ModalOverlay
      className="desk-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className="desk-modal">
        <Dialog className="desk-dialog">
          <div className="desk-dialog__head">
            <Heading slot="title" level={2} className="kern-heading-medium">
              {title}
            </Heading>
            <ActionButton
              look="tertiary"
              label={closeLabel ?? texts.close}
              shortcut="Esc"
              onPress={close}
            />
          </div>
          <RingInDialog />
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
