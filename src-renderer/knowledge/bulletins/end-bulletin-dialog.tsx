import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Bulletin } from '../../../src-shared/office/bulletin.ts';
import { OfficeDialog } from '../../app/office/office-dialog.tsx';
import { useOfficeForm } from '../../app/office/use-office-form.ts';

/** Takes a bulletin off every screen before its time. */
export function EndBulletinDialog({ bulletin, onClose }: { readonly bulletin: Bulletin; readonly onClose: () => void }): ReactElement {
  const form = useOfficeForm({
    initial: () => ({}),
    check: () => ({}),
    toCommand: () => ({ type: 'office.endBulletin', args: { bulletinId: bulletin.id } }),
    doneWords: t`The bulletin has ended.`,
    onDone: onClose,
  });
  return (
    <OfficeDialog title={t`End the bulletin now`} doLabel={t`End bulletin`} form={form} onClose={onClose} hasFields={false}>
      <p>{t`“${bulletin.title}” goes from every screen as soon as each workstation hears of it. It can be posted again.`}</p>
    </OfficeDialog>
  );
}
