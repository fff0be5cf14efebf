import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { EditableField } from '../../../src-shared/domain/case.ts';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useCommandForm } from '../dialogs/use-command-form.ts';
import { conflictOf, ConflictPanel } from './conflict-panel.tsx';
import { EditFields } from './edit-fields.tsx';
import { basisOf, changesOf, type EditValues, editValuesOf, keepMine, keepTheirs } from './edit-values.ts';

/**
 * Changes fields of the case. A field that someone else changed since the dialog was opened is never written over unseen: both
 * values stand side by side until this person decides.
 */
export function EditDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const zone = catalogue.city.timeZone;
  const nameNow = serviceName(catalogue, current.serviceCode);
  const form = useCommandForm<EditValues>({
    current,
    name: 'edit',
    initial: () => editValuesOf(current, nameNow, zone),
    check: (values) => ({
      serviceText: values.serviceText === serviceName(catalogue, values.serviceCode) ? undefined : t`Pick a service from the list.`,
      received: values.received === '' ? t`Give the day and time it was received.` : undefined,
      first: Object.keys(changesOf(values, zone)).length === 0 ? t`Nothing is changed yet.` : undefined,
    }),
    toCommand: (values) => {
      const changes = changesOf(values, zone);
      return { type: 'case.edit', args: { changes, basis: basisOf(values, changes) } };
    },
    doneWords: t`Changed.`,
    onClose,
  });
  const conflict = conflictOf(form.refusal);
  function settleWithTheirs(field: EditableField): void {
    const values = keepTheirs(form.values, field, current, editValuesOf(current, nameNow, zone));
    if (Object.keys(changesOf(values, zone)).length > 0) form.submit(values);
    else {
      form.forget();
      onClose();
    }
  }
  return (
    <CommandDialog title={t`Edit case`} doLabel={t`Save changes`} form={form} onClose={onClose} size="large">
      {conflict && (
        <ConflictPanel
          conflict={conflict}
          onKeepMine={() => form.submit(keepMine(form.values, conflict.field, current))}
          onKeepTheirs={() => settleWithTheirs(conflict.field)}
          onEdit={() => {
            form.set(keepMine(form.values, conflict.field, current));
            form.dismissRefusal();
            form.fields.focus(conflict.field);
          }}
        />
      )}
      <EditFields form={form} />
    </CommandDialog>
  );
}
