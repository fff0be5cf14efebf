import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import type { Catalogue, Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { SignInScreen } from './sign-in-screen.tsx';

/**
 * Covers the whole window, and everything open in it, until somebody signs in.
 *
 * A dialog over all others: the focus stays in it and, when the same person is back, returns to where it was.
 */
export function LockScreen({ catalogue, lockedBy }: { readonly catalogue: Catalogue; readonly lockedBy: Staff | null }): ReactElement {
  return (
    <ModalOverlay className="lock-screen" data-modal="" isOpen={lockedBy !== null} isDismissable={false} isKeyboardDismissDisabled>
      <Modal>
        <Dialog aria-label={t`Locked`}>{lockedBy !== null && <SignInScreen cityName={catalogue.city.name} catalogue={catalogue} lockedBy={lockedBy} />}</Dialog>
      </Modal>
    </ModalOverlay>
  );
}
