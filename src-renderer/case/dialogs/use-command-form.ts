import { useEffect, useRef, useState } from 'react';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { CaseCommandInput, RefusedReply, RunReply } from '../../../src-shared/protocol/data-rpc/command-input.ts';
import type { CaseId, CommandId } from '../../../src-shared/util/ids.ts';
import { useStaff } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { commands } from '../../data/run-command.ts';
import { showToast } from '../../ui/announce.tsx';
import { createFieldFocus, type FieldFocus } from '../../ui/field-focus.ts';
import { type TypedForm, useTyped } from './typed-text.ts';

type WithoutIds<Input> = Input extends unknown ? Omit<Input, 'commandId' | 'caseId'> : never;
/** What a dialog makes of its values; ids are added here. */
export type CommandBody = WithoutIds<CaseCommandInput>;

/** For what is more than one command: sends it itself, under the form's id. */
export interface OwnSending {
  readonly send: (ids: { readonly commandId: CommandId; readonly caseId: CaseId }) => Promise<RunReply>;
}

export interface CommandFormOptions<Values extends object> {
  readonly current: Case;
  /** Names the dialog among those of the case. */
  readonly name: string;
  readonly initial: () => Values;
  /** Looks up what `check` needs to know: whoever types fast and commits is not told that it is missing. */
  readonly beforeCheck?: (values: Values) => Promise<unknown>;
  /** What is missing, by field, in the order of the screen; each sentence says what to do. */
  readonly check: (values: Values) => Readonly<Record<string, string | undefined>>;
  readonly toCommand: (values: Values) => CommandBody | OwnSending;
  /** What a refusal changes in the form: its author has now been told more. */
  readonly onRefused?: (refusal: RefusedReply) => Partial<Values>;
  /** Said when it is done: `Note added.` */
  readonly doneWords: string | ((values: Values) => string);
  readonly onClose: () => void;
}

export interface CommandForm<Values> extends TypedForm<Values> {
  readonly fields: FieldFocus;
  /** The sentence at a field, once committing was tried. */
  readonly error: (field: string) => string | null;
  readonly isPending: boolean;
  /** Why it was refused or failed. */
  readonly problem: string | null;
  readonly refusal: RefusedReply | null;
  /** The refusal is being mended by hand. */
  readonly dismissRefusal: () => void;
  /** Commits what is typed, with `change` on top. Says what is missing instead, or sends nothing twice. */
  readonly submit: (change?: Partial<Values>) => void;
}

/** One dialog, one command: keeps what is typed, checks it, sends it once, and says how it went. */
export function useCommandForm<Values extends object>(options: CommandFormOptions<Values>): CommandForm<Values> {
  const { current, name, check, toCommand, doneWords, onClose } = options;
  const staff = useStaff();
  const typed = useTyped(`${staff.id} ${current.id} ${name}`, options.initial);
  const [fields] = useState(createFieldFocus);
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<RefusedReply | null>(null);
  useEffect(() => void fields.focus('first'), [fields]);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => void (isOpen.current = false);
  }, []);

  function dismissRefusal(): void {
    setProblem(null);
    setRefusal(null);
  }
  async function send(values: Values): Promise<void> {
    setPending(true);
    dismissRefusal();
    try {
      await options.beforeCheck?.(values);
      if (!isOpen.current) return; // left while it was looked up: nothing is sent
      const [first] = missingIn(check(values));
      if (first) {
        if (!fields.focus(first[0])) fields.focus('first');
        return;
      }
      const ids = { commandId: typed.commandId, caseId: current.id };
      const body = toCommand(values);
      const reply = await ('send' in body ? body.send(ids) : commands.run({ ...body, ...ids }));
      if (reply.ok) {
        typed.forget();
        showToast(typeof doneWords === 'string' ? doneWords : doneWords(values));
        onClose();
        return;
      }
      setRefusal(reply);
      setProblem(reply.sentence);
      if (options.onRefused) typed.set(options.onRefused(reply));
    } catch (error) {
      setProblem(dataErrorSentence(error));
    } finally {
      setPending(false);
    }
  }
  function submit(change: Partial<Values> = {}): void {
    setTried(true);
    if (!isPending) void send({ ...typed.values, ...change });
  }
  return {
    ...typed,
    fields,
    error: (field) => (isTried && !isPending ? (check(typed.values)[field] ?? null) : null),
    isPending,
    problem,
    refusal,
    dismissRefusal,
    submit,
  };
}

function missingIn(checked: Readonly<Record<string, string | undefined>>): readonly (readonly [string, string])[] {
  return Object.entries(checked).filter((entry): entry is [string, string] => entry[1] !== undefined);
}
