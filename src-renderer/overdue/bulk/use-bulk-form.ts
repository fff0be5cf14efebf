/**
 * One dialog, one command for each of many cases. What is typed is kept until all of it is done: Escape loses nothing, and what was
 * refused for some is there again for the next try, under the same command ids.
 */
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import type { BoardRow } from '../../../src-shared/protocol/data-rpc/overdue-views.ts';
import type { CaseId, CommandId } from '../../../src-shared/util/ids.ts';
import { useStaff } from '../../app/workplace.tsx';
import { newCommandId } from '../../data/new-id.ts';
import { type CommandBody, type EachResult, runForEach } from '../../data/run-for-each.ts';
import { createFieldFocus, type FieldFocus } from '../../ui/field-focus.ts';

interface Typed {
  readonly values: object;
  /** By case; made when it is first tried. */
  readonly commandIds: ReadonlyMap<CaseId, CommandId>;
}

const useTypedTexts = create<{ readonly byDialog: ReadonlyMap<string, Typed> }>(() => ({ byDialog: new Map() }));

/** What was done to each case that it could be done to. */
export interface BulkDone {
  /** As in `18 cases assigned to Rosa Delgado`, after the number. */
  readonly words: string;
  readonly body: (row: BoardRow) => CommandBody;
}

/** What a dialog of the board gets. It is mounted while it is open. */
export interface BulkDialogProps {
  /** The cases that are meant; at least one. */
  readonly rows: readonly BoardRow[];
  /** Done for some of them at least, or for none: the dialog is over. */
  readonly onDone: (result: EachResult<BoardRow>, done: BulkDone) => void;
  readonly onClose: () => void;
}

export interface BulkFormOptions<Values extends object> extends BulkDialogProps {
  /** Names the dialog among those of the board. */
  readonly name: string;
  readonly initial: () => Values;
  /** What is missing, by field, in the order of the screen; each sentence says what to do. */
  readonly check: (values: Values) => Readonly<Record<string, string | undefined>>;
  readonly toBody: (row: BoardRow, values: Values) => CommandBody;
  /** After the number: `assigned to Rosa Delgado`. */
  readonly doneWords: (values: Values) => string;
}

export interface BulkForm<Values> {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
  readonly fields: FieldFocus;
  /** The sentence at a field, once committing was tried. */
  readonly error: (field: string) => string | null;
  readonly isPending: boolean;
  readonly submit: () => void;
}

export function useBulkForm<Values extends object>(options: BulkFormOptions<Values>): BulkForm<Values> {
  const { name, rows, initial, check, toBody, doneWords, onDone } = options;
  const key = `${useStaff().id} ${name}`;
  const kept = useTypedTexts(({ byDialog }) => byDialog.get(key));
  const [fresh] = useState(initial);
  const values = (kept?.values ?? fresh) as Values; // safe: a key is one dialog's, with values of its own form
  const [fields] = useState(createFieldFocus);
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  useEffect(() => void fields.focus('first'), [fields]);

  async function run(): Promise<void> {
    setPending(true);
    const commandIds = idsFor(rows, useTypedTexts.getState().byDialog.get(key)?.commandIds);
    keep(key, { values, commandIds });
    const result = await runForEach(rows, (row) => toBody(row, values), ({ caseId }) => commandIds.get(caseId) ?? newCommandId());
    if (result.refused.length === 0) forget(key);
    else keep(key, { values, commandIds: without(commandIds, result.done) });
    onDone(result, { words: doneWords(values), body: (row) => toBody(row, values) });
  }
  function submit(): void {
    setTried(true);
    const first = Object.entries(check(values)).find(([, sentence]) => sentence !== undefined);
    if (first) fields.focus(first[0]);
    else if (!isPending) void run();
  }
  return {
    values,
    set: (change) => keep(key, { values: { ...values, ...change }, commandIds: new Map() }), // another wish is another command
    fields,
    error: (field) => (isTried && !isPending ? (check(values)[field] ?? null) : null),
    isPending,
    submit,
  };
}

function idsFor(rows: readonly BoardRow[], known: Typed['commandIds'] = new Map()): Typed['commandIds'] {
  return new Map(rows.map(({ caseId }) => [caseId, known.get(caseId) ?? newCommandId()]));
}

function without(commandIds: Typed['commandIds'], done: readonly BoardRow[]): Typed['commandIds'] {
  const gone = new Set(done.map(({ caseId }) => caseId));
  return new Map([...commandIds].filter(([caseId]) => !gone.has(caseId)));
}

function keep(key: string, typed: Typed): void {
  useTypedTexts.setState(({ byDialog }) => ({ byDialog: new Map(byDialog).set(key, typed) }));
}

function forget(key: string): void {
  useTypedTexts.setState(({ byDialog }) => ({ byDialog: new Map([...byDialog].filter(([other]) => other !== key)) }));
}
