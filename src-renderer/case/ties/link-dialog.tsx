import { t } from '../../../src-shared/language/language.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { formatTrackingNumber, parseTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { type Action, DIALOG_SCOPE } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useStaff } from '../../app/workplace.tsx';
import { newCommandId } from '../../data/new-id.ts';
import { queries } from '../../data/queries.ts';
import { commands } from '../../data/run-command.ts';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { isOffered } from '../case-rules.ts';
import { CommandDialog } from '../dialogs/command-dialog.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { PersonDialog } from '../dialogs/person-dialog.tsx';
import { type CommandForm, useCommandForm } from '../dialogs/use-command-form.ts';
import { linkProblem, type Tie } from './link-problem.ts';
import { MergeOutlook, OtherCase } from './other-case.tsx';

const LINKS: readonly { readonly value: Tie; readonly label: string }[] = [
  { value: 'related', label: t`Is related to` },
  { value: 'duplicateOf', label: t`Is a duplicate of, but stays open` },
];
const MERGE = { value: 'merge', label: t`Is the same thing: merge it into` } as const;

/** Ties the case to another one, makes it part of another one, or adds one more person who reported the same thing. */
export function LinkDialog(props: CaseDialogProps): ReactElement {
  const [isPerson, setPerson] = useState(false);
  return isPerson ? <PersonDialog {...props} /> : <TieDialog {...props} onPerson={() => setPerson(true)} />;
}

interface TieValues {
  readonly tie: Tie;
  readonly number: string;
  readonly reason: string;
  /** Of the half that the other case gets. */
  readonly otherCommandId: ReturnType<typeof newCommandId>;
}

/** `subject`: the number of a similar case that was picked. */
function TieDialog({ current, subject, onClose, onPerson }: CaseDialogProps & { readonly onPerson: () => void }): ReactElement {
  const staff = useStaff();
  const queryClient = useQueryClient();
  const mayMerge = isOffered('merge', current, staff);
  /** The case a typed number belongs to, once it was looked up. */
  const found = (typed: string): Case | null => {
    const parsed = parseTrackingNumber(typed);
    return parsed.ok ? (queryClient.getQueryData(queries.caseByNumber(parsed.number).queryKey)?.case ?? null) : null;
  };
  const form = useCommandForm<TieValues>({
    current,
    name: `link ${subject ?? ''}`,
    initial: () => ({ tie: subject !== null && mayMerge ? 'merge' : 'related', number: subject ?? '', reason: '', otherCommandId: newCommandId() }),
    beforeCheck: async ({ number }) => {
      const parsed = parseTrackingNumber(number);
      if (parsed.ok) await queryClient.ensureQueryData(queries.caseByNumber(parsed.number));
    },
    check: ({ tie, number }) => ({ first: linkProblem(number, tie, found(number), current) }),
    toCommand: ({ tie, number, reason, otherCommandId }) => {
      const other = must(found(number), 'checked before');
      if (tie !== 'merge') return { type: 'case.link', args: { link: { relation: tie, caseId: other.id, trackingNumber: other.trackingNumber } } };
      const args = { intoCaseId: other.id, intoTrackingNumber: other.trackingNumber, reason, isIntoClosed: other.state === 'closed' };
      return { send: (ids) => commands.merge({ ...ids, otherCommandId, args }) };
    },
    doneWords: ({ tie, number }) => (tie === 'merge' ? t`Merged into ${formatTrackingNumber(must(found(number), 'checked before').trackingNumber)}.` : t`Linked.`),
    onClose,
  });
  const { tie, number, reason } = form.values;
  const parsed = parseTrackingNumber(number);
  useQuery({ ...queries.caseByNumber(parsed.ok ? parsed.number : current.trackingNumber), enabled: parsed.ok });
  const other = found(number);
  const person: Action = { id: 'link.person', label: t`Add another person to this case`, run: onPerson };
  const picks = usePicks(current, form, mayMerge);
  useActions(DIALOG_SCOPE, [person, ...picks]);
  return (
    <CommandDialog title={t`Link or merge`} doLabel={tie === 'merge' ? t`Merge` : t`Link`} form={form} onClose={onClose} size="medium">
      <div className="dialog-quick">
        <ActionButton action={person} size="small" icon="person" />
      </div>
      <Select label={t`This case`} value={tie} onChange={(next) => form.set({ tie: next })} choices={mayMerge ? [...LINKS, MERGE] : LINKS} />
      <TextField
        label={t`Tracking number`}
        isNumber
        value={number}
        onChange={(next) => form.set({ number: next })}
        error={form.error('first')}
        inputRef={form.fields.refTo('first')}
        maxLength={40}
        placeholder="48-2913-5067"
      />
      {other ? <OtherCase other={other} /> : <Picks picks={picks} />}
      {tie === 'merge' && other && <MergeOutlook current={current} other={other} />}
      {tie === 'merge' && <TextArea label={t`Why, if it is not plain`} value={reason} onChange={(next) => form.set({ reason: next })} rows={2} maxLength={2_000} />}
    </CommandDialog>
  );
}

const MOST_PICKS = 4;

interface Pick extends Action {
  readonly reasons: readonly string[];
}

/** Similar cases nearby, each by one key; one that is picked is meant as the same thing, until another tie is chosen. */
function usePicks(current: Case, form: CommandForm<TieValues>, mayMerge: boolean): readonly Pick[] {
  const { data: similar = [] } = useQuery(queries.similarToCase(current.id));
  return similar.slice(0, MOST_PICKS).map(({ row, reasons }, index) => {
    const number = formatTrackingNumber(row.trackingNumber);
    return { id: `link.pick.${index + 1}`, label: number, run: () => form.set({ number, ...(mayMerge ? { tie: 'merge' as const } : {}) }), reasons };
  });
}

function Picks({ picks }: { readonly picks: readonly Pick[] }): ReactElement | null {
  if (picks.length === 0) return null;
  return (
    <div className="dialog-picks" role="group" aria-label={t`Similar cases nearby`}>
      <p className="muted">{t`Similar cases nearby:`}</p>
      {picks.map((pick) => (
        <p key={pick.id} className="case-similar-line">
          <ActionButton action={pick} size="small" />
          <span>{pick.reasons.join(' · ')}</span>
        </p>
      ))}
    </div>
  );
}
