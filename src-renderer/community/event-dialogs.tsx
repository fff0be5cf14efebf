import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { CommunityEvent } from '../../src-shared/office/community-event.ts';
import { EventFields, useEventForm } from '../app/community/event-fields.tsx';
import { OfficeDialog } from '../app/office/office-dialog.tsx';
import { useOfficeForm } from '../app/office/use-office-form.ts';

export function AddEventDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const form = useEventForm(onClose);
  return (
    <OfficeDialog title={t`Add event`} doLabel={t`Add event`} form={form} onClose={onClose} size="medium">
      <EventFields form={form} />
    </OfficeDialog>
  );
}

/** Says that all of it is entered; this cannot be taken back. */
export function EndEventDialog({ event, onClose }: { readonly event: CommunityEvent; readonly onClose: () => void }): ReactElement {
  const form = useOfficeForm({
    initial: () => ({}),
    check: () => ({}),
    toCommand: () => ({ type: 'office.endEvent', args: { eventId: event.id } }),
    doneWords: t`${event.name} is entered.`,
    onDone: onClose,
  });
  return (
    <OfficeDialog title={t`Is everything entered?`} doLabel={t`All entered`} form={form} onClose={onClose} hasFields={false}>
      <p>
        <strong>{event.name}</strong>{' '}{t`is then offered no more for entering, at no workstation. Its cases stay where they are.`}
      </p>
    </OfficeDialog>
  );
}
