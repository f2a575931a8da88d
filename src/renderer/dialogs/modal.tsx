import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal as AriaModal, ModalOverlay } from 'react-aria-components/Modal';
import { update } from '../client/session';
import styles from './dialogs.module.css';

/** A dialog over the screen; Escape and a press outside close it. */
export function Modal({
  title,
  wide = false,
  aside = false,
  children,
}: {
  title: string;
  wide?: boolean;
  /** At the side, with the screen left to be seen. */
  aside?: boolean;
  children: ReactNode;
}) {
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      data-aside={aside}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) closeDialog();
      }}
    >
      <AriaModal className={styles.modal ?? ''} data-wide={wide}>
        <Dialog className={styles.dialog ?? ''}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          {children}
        </Dialog>
      </AriaModal>
    </ModalOverlay>
  );
}

/** Closes whatever dialog is open. */
export function closeDialog(): void {
  update({ dialog: null });
}
