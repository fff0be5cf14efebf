import { labelWords } from '../../../src-shared/catalogue/label-words.ts';
import { type ReactElement, useEffect, useState } from 'react';
import { create } from 'zustand';
import { departmentName } from '../../../src-shared/catalogue/lookup.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { CaseRow } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { AwayHint } from '../../app/away/away-hint.tsx';
import { useCatalogue } from '../../app/workplace.tsx';
import type { CommandBody } from '../../data/run-for-each.ts';
import { Button } from '../../ui/button.tsx';
import { caseCount } from '../../ui/case-words.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { createFieldFocus } from '../../ui/field-focus.ts';
import { findDepartmentItems } from '../../ui/find-departments.ts';
import { findStaffItems } from '../../ui/find-staff.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { numberWords } from '../../app/bulk/result-words.ts';

export type BulkKind = 'assign' | 'transfer' | 'hold' | 'note';

export interface BulkDialogProps {
  readonly kind: BulkKind;
  readonly rows: readonly CaseRow[];
  /** `words` come after the number of cases: `assigned to Rosa Delgado`. */
  readonly onDo: (toBody: (row: CaseRow) => CommandBody, words: string) => Promise<void>;
  readonly onClose: () => void;
}

interface Typed {
  /** What stands in the first field, and the code that was chosen by it. */
  readonly text: string;
  readonly code: string;
  readonly note: string;
  readonly until: string;
}
const EMPTY: Typed = { text: '', code: '', note: '', until: '' };

/** Kept until it is done: Escape loses nothing. */
const useTyped = create<Readonly<Partial<Record<BulkKind, Typed>>>>(() => ({}));

const ACTION: Record<BulkKind, string> = { assign: t`Assign`, transfer: t`Transfer`, hold: t`Hold`, note: t`Add note` };

/** One command for each of many cases: says how many and which. Ctrl+Enter does it; Ctrl+Z in the queue puts it back. */
export function BulkDialog({ kind, rows, onDo, onClose }: BulkDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const typed = useTyped((state) => state[kind]) ?? EMPTY;
  const set = (change: Partial<Typed>): void => useTyped.setState({ [kind]: { ...typed, ...change } });
  const [fields] = useState(createFieldFocus);
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  useEffect(() => void fields.focus('first'), [fields]);
  const missing = missingIn(kind, typed);

  async function submit(): Promise<void> {
    setTried(true);
    if (missing !== null) return void fields.focus('first');
    setPending(true);
    await onDo((row) => bodyOf(kind, row, typed), wordsOf(kind, typed, (code) => departmentName(catalogue, code)));
    useTyped.setState({ [kind]: EMPTY });
  }
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look="primary" onPress={() => void submit()} isPending={isPending} keyHint="Ctrl+Enter">
        {ACTION[kind]}
      </Button>
    </>
  );
  const shared = { typed, set, refTo: fields.refTo('first'), error: isTried ? missing : null, rows };
  return (
    <Dialog title={t`${ACTION[kind]}: ${caseCount(rows.length)}`} isOpen onClose={onClose} onSubmit={() => void submit()} footer={footer}>
      <p className="muted number">{numberWords(rows)}</p>
      {kind === 'assign' && <AssignFields {...shared} />}
      {kind === 'transfer' && <TransferFields {...shared} />}
      {kind === 'hold' && <HoldFields {...shared} />}
      {kind === 'note' && <TextArea label={t`Note`} description={t`It stands in the history of each case, and stays there.`} value={typed.note} onChange={(note) => set({ note })} rows={4} maxLength={10_000} error={shared.error} textAreaRef={shared.refTo} />}
    </Dialog>
  );
}

interface FieldsProps {
  readonly typed: Typed;
  readonly set: (change: Partial<Typed>) => void;
  readonly refTo: ReturnType<ReturnType<typeof createFieldFocus>['refTo']>;
  readonly error: string | null;
  readonly rows: readonly CaseRow[];
}

function AssignFields({ typed, set, refTo, error, rows }: FieldsProps): ReactElement {
  const catalogue = useCatalogue();
  const departments = new Set(rows.map(({ departmentCode }) => departmentCode));
  const common = departments.size === 1 ? ([...departments][0] ?? null) : null;
  return (
    <>
      <ComboBox
        label={t`Assign to`}
        inputValue={typed.text}
        onInputChange={(text) => set({ text, code: '' })}
        items={findStaffItems(catalogue, typed.text, common)}
        onTake={({ id, label }) => set({ text: label, code: id })}
        emptyText={t`Nobody of that name.`}
        error={error}
        inputRef={refTo}
      />
      {typed.code !== '' && <AwayHint staffId={typed.code} />}
      <TextArea label={t`Note`} description={t`It stands in the history of each case.`} value={typed.note} onChange={(note) => set({ note })} rows={2} maxLength={2_000} />
    </>
  );
}

function TransferFields({ typed, set, refTo, error }: FieldsProps): ReactElement {
  const catalogue = useCatalogue();
  return (
    <>
      <ComboBox
        label={t`To department`}
        inputValue={typed.text}
        onInputChange={(text) => set({ text, code: '' })}
        items={findDepartmentItems(catalogue, typed.text)}
        onTake={({ id, label }) => set({ text: label, code: id })}
        emptyText={t`No department of that name.`}
        error={error}
        inputRef={refTo}
      />
      <TextArea label={t`Reason`} description={t`In the new department they are nobody’s until someone takes them.`} value={typed.note} onChange={(note) => set({ note })} rows={2} maxLength={2_000} />
    </>
  );
}

function HoldFields({ typed, set, refTo, error }: FieldsProps): ReactElement {
  const { holdReasons } = useCatalogue();
  const reasons = holdReasons.map(({ code, label }) => ({ value: code, label: labelWords(label) }));
  return (
    <>
      <Select label={t`Reason`} value={typed.code} onChange={(code) => set({ code })} choices={[{ value: '', label: t`Choose a reason` }, ...reasons]} error={error} selectRef={refTo} />
      <DateTimeField label={t`Until, if known`} isDayOnly value={typed.until} onChange={(until) => set({ until })} />
      <TextArea label={t`Note`} value={typed.note} onChange={(note) => set({ note })} rows={3} maxLength={2_000} />
    </>
  );
}

function missingIn(kind: BulkKind, { code, text, note }: Typed): string | null {
  if (kind === 'note') return note.trim() === '' ? t`Write the note.` : null;
  if (code !== '') return null;
  if (kind === 'hold') return t`Choose why they have to wait.`;
  if (text.trim() !== '') return t`Nothing is chosen. Pick one from the list.`;
  return kind === 'assign' ? t`Type a name, then Enter.` : t`Type a department, then Enter.`;
}

function bodyOf(kind: BulkKind, row: CaseRow, { code, note, until }: Typed): CommandBody {
  switch (kind) {
    case 'assign':
      return { type: 'case.assign', args: { assigneeId: StaffId.parse(code), seenAssigneeId: row.assigneeId, note } };
    case 'transfer':
      return { type: 'case.transfer', args: { departmentCode: code, seenDepartmentCode: row.departmentCode, reason: note, isMisrouted: false } };
    case 'hold':
      return { type: 'case.hold', args: { reasonCode: code, note, until: until === '' ? null : until } };
    case 'note':
      return { type: 'case.addNote', args: { text: note } };
  }
}

function wordsOf(kind: BulkKind, { text, code }: Typed, departmentOf: (code: string) => string): string {
  switch (kind) {
    case 'assign':
      return t`assigned to ${text}`;
    case 'transfer':
      return t`transferred to ${departmentOf(code)}`;
    case 'hold':
      return t`put on hold`;
    case 'note':
      return t`given the note`;
  }
}
