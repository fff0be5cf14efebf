import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { formatTrackingNumber, parseTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { type Action, DIALOG_SCOPE } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { PersonDialog } from './person-dialog.tsx';
import { useCommandForm } from './use-command-form.ts';

const RELATIONS = [
  { value: 'related', label: 'Is related to' },
  { value: 'duplicateOf', label: 'Is a duplicate of' },
] as const;

/** Ties the case to another one, or adds one more person who reported the same thing. */
export function LinkDialog(props: CaseDialogProps): ReactElement {
  const [isPerson, setPerson] = useState(false);
  return isPerson ? <PersonDialog {...props} /> : <LinkToCase {...props} onPerson={() => setPerson(true)} />;
}

interface LinkValues {
  readonly relation: 'related' | 'duplicateOf';
  readonly number: string;
}

function LinkToCase({ current, onClose, onPerson }: CaseDialogProps & { readonly onPerson: () => void }): ReactElement {
  const queryClient = useQueryClient();
  /** The case a typed number belongs to, once it was looked up. */
  const found = (typed: string): Case | null => {
    const parsed = parseTrackingNumber(typed);
    return parsed.ok ? (queryClient.getQueryData(queries.caseByNumber(parsed.number).queryKey)?.case ?? null) : null;
  };
  const form = useCommandForm<LinkValues>({
    current,
    name: 'link',
    initial: () => ({ relation: 'related', number: '' }),
    beforeCheck: async ({ number }) => {
      const parsed = parseTrackingNumber(number);
      if (parsed.ok) await queryClient.ensureQueryData(queries.caseByNumber(parsed.number));
    },
    check: ({ number }) => ({ first: numberProblem(number, found(number), current) }),
    toCommand: ({ relation, number }) => {
      const linked = must(found(number), 'checked before');
      return { type: 'case.link', args: { link: { relation, caseId: linked.id, trackingNumber: linked.trackingNumber } } };
    },
    doneWords: 'Linked.',
    onClose,
  });
  const parsed = parseTrackingNumber(form.values.number);
  useQuery({ ...queries.caseByNumber(parsed.ok ? parsed.number : current.trackingNumber), enabled: parsed.ok });
  const other = found(form.values.number);
  const person: Action = { id: 'link.person', label: 'Add another person to this case', keys: ['Alt+P'], run: onPerson };
  useActions(DIALOG_SCOPE, [person]);
  return (
    <CommandDialog title="Link or merge" doLabel="Link" form={form} onClose={onClose}>
      <div>
        <ActionButton action={person} size="small" icon="person" />
      </div>
      <Select label="This case" value={form.values.relation} onChange={(relation) => form.set({ relation })} choices={RELATIONS} />
      <TextField
        label="Tracking number"
        isNumber
        value={form.values.number}
        onChange={(number) => form.set({ number })}
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
        maxLength={40}
        placeholder="48-2913-5067"
      />
      {other && <OtherCase other={other} />}
    </CommandDialog>
  );
}

function OtherCase({ other }: { readonly other: Case }): ReactElement {
  const catalogue = useCatalogue();
  const parts = [serviceName(catalogue, other.serviceCode), other.location?.text ?? '', other.requester?.name ?? ''];
  return (
    <Note tone="info">
      <strong className="number">{formatTrackingNumber(other.trackingNumber)}</strong> {parts.filter(Boolean).join(' · ')}
    </Note>
  );
}

function numberProblem(typed: string, other: Case | null, current: Case): string | undefined {
  const parsed = parseTrackingNumber(typed);
  if (typed.trim() === '') return 'Type the tracking number of the other case.';
  if (!parsed.ok) return parsed.reason === 'mistyped' ? 'One digit of this number is wrong. Ask for it again.' : 'A tracking number has ten digits.';
  if (!other) return 'No case with this number is on this workstation. Check the number.';
  return other.id === current.id ? 'That is this case. Type the number of the other one.' : undefined;
}
