import type { ReactElement } from 'react';
import { ContactMethod } from '../../../src-shared/domain/fact.ts';
import { CONTACT_METHOD_LABELS } from '../../../src-shared/domain/labels.ts';
import { t } from '../../../src-shared/language/language.ts';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import type { FieldFocus } from '../../ui/field-focus.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { CloseManyNeeds, CloseManyValues } from './close-many.ts';

interface FieldProps {
  readonly values: CloseManyValues;
  readonly set: (change: Partial<CloseManyValues>) => void;
  readonly refTo: FieldFocus['refTo'];
  readonly error: (field: string) => string | null;
  readonly today: string;
}

/** What only some of the cases need before they can be closed; nothing where none does. */
export function NeededFirst({ needs, ...props }: FieldProps & { readonly needs: CloseManyNeeds }): ReactElement | null {
  const { values, set } = props;
  const { majorRepairs, withoutProgress, notAcknowledged, withOpenTasks } = needs;
  if (majorRepairs + notAcknowledged + withOpenTasks === 0) return null;
  return (
    <fieldset className="close-many-needs">
      <legend>{t`What some of them need first`}</legend>
      {withoutProgress > 0 && (
        <TextArea
          label={t`What has been done`}
          description={withoutProgress === 1 ? t`For the 1 major repair nobody has reported on. Left empty, it stays open.` : t`For the ${withoutProgress} major repairs nobody has reported on. Left empty, they stay open.`}
          value={values.progress}
          onChange={(progress) => set({ progress })}
          rows={2}
          maxLength={10_000}
        />
      )}
      {majorRepairs > 0 && <CompletionDay {...props} description={majorRepairs === 1 ? t`1 of them is a construction or major repair. Without the day its work was complete it stays open.` : t`${majorRepairs} of them are construction or major repairs. Without the day their work was complete they stay open.`} />}
      {notAcknowledged > 0 && (
        <Select
          label={t`How they were told`}
          description={notAcknowledged === 1 ? t`The citizen of 1 complaint does not know yet that we have it.` : t`The citizens of ${notAcknowledged} complaints do not know yet that we have them.`}
          value={values.toldBy}
          onChange={(toldBy) => set({ toldBy })}
          choices={METHODS}
        />
      )}
      {withOpenTasks > 0 && (
        <Select
          label={t`Open tasks`}
          description={withOpenTasks === 1 ? t`1 of them has a task that is not finished.` : t`${withOpenTasks} of them have tasks that are not finished.`}
          value={values.openTasks}
          onChange={(openTasks) => set({ openTasks })}
          choices={TASKS}
        />
      )}
    </fieldset>
  );
}

const METHODS = [{ value: '' as const, label: t`They were not: leave these open` }, ...ContactMethod.options.map((value) => ({ value, label: CONTACT_METHOD_LABELS[value] }))];
const TASKS = [
  { value: 'refuse', label: t`Leave these cases open` },
  { value: 'notNeeded', label: t`The tasks are not needed any more` },
] as const;

export function CompletionDay({ values, set, refTo, error, today, description }: FieldProps & { readonly description: string }): ReactElement {
  return (
    <DateTimeField
      label={t`Completion date`}
      description={description}
      isDayOnly
      value={values.completionDate}
      max={today}
      onChange={(completionDate) => set({ completionDate })}
      error={error('completionDate')}
      inputRef={refTo('completionDate')}
    />
  );
}
