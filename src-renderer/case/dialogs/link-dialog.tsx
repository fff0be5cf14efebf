import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { parseTrackingNumber, formatTrackingNumber, type ParsedTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
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

function LinkToCase({ current, onClose, onPerson }: CaseDialogProps & { readonly onPerson: () => void }): ReactElement {
  const [typedNumber, setTypedNumber] = useState('');
  const parsed = parseTrackingNumber(typedNumber);
  const found = useQuery({ ...queries.caseByNumber(parsed.ok ? parsed.number : current.trackingNumber), enabled: parsed.ok });
  const other = parsed.ok ? (found.data?.case ?? null) : null;
  const form = useCommandForm<{ readonly relation: 'related' | 'duplicateOf' }>({
    current,
    name: 'link',
    initial: () => ({ relation: 'related' }),
    check: () => ({ first: numberProblem(parsed, typedNumber, other, current) }),
    toCommand: ({ relation }) => {
      const linked = must(other, 'checked before');
      return { type: 'case.link', args: { link: { relation, caseId: linked.id, trackingNumber: linked.trackingNumber } } };
    },
    doneWords: 'Linked.',
    onClose,
  });
  return (
    <CommandDialog title="Link or merge" doLabel="Link" form={form} onClose={onClose}>
      <div>
        <Button size="small" icon="person" onPress={onPerson}>
          Add another person to this case
        </Button>
      </div>
      <Select label="This case" value={form.values.relation} onChange={(relation) => form.set({ relation })} choices={RELATIONS} />
      <TextField
        label="Tracking number"
        isNumber
        value={typedNumber}
        onChange={setTypedNumber}
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

function numberProblem(parsed: ParsedTrackingNumber, typed: string, other: Case | null, current: Case): string | undefined {
  if (typed.trim() === '') return 'Type the tracking number of the other case.';
  if (!parsed.ok) return parsed.reason === 'mistyped' ? 'One digit of this number is wrong. Ask for it again.' : 'A tracking number has ten digits.';
  if (!other) return 'No case with this number is on this workstation. Check the number.';
  return other.id === current.id ? 'That is this case. Type the number of the other one.' : undefined;
}
