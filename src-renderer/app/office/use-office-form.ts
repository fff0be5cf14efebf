import { useEffect, useRef, useState } from 'react';
import type { OfficeCommandInput, OfficeRefusedReply } from '../../../src-shared/protocol/data-rpc/office-views.ts';
import type { CommandId } from '../../../src-shared/util/ids.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { newCommandId } from '../../data/new-id.ts';
import { officeCommands } from '../../data/office.ts';
import { showToast } from '../../ui/announce.tsx';
import { createFieldFocus, type FieldFocus } from '../../ui/field-focus.ts';

type WithoutId<Input> = Input extends unknown ? Omit<Input, 'commandId'> : never;
/** What a form makes of its values; the id is added here. */
export type OfficeCommandBody = WithoutId<OfficeCommandInput>;

export interface OfficeFormOptions<Values extends object> {
  readonly initial: () => Values;
  /** What is missing, by field, in the order of the screen; each sentence says what to do. */
  readonly check: (values: Values) => Readonly<Record<string, string | undefined>>;
  readonly toCommand: (values: Values) => OfficeCommandBody;
  /** Said when it is done: `The bulletin is posted.` */
  readonly doneWords: string;
  /** With the id of the command, which is that of what it made. */
  readonly onDone: (commandId: CommandId) => void;
}

export interface OfficeForm<Values> {
  readonly values: Values;
  readonly set: (change: Partial<Values>) => void;
  readonly fields: FieldFocus;
  /** The sentence at a field, once committing was tried. */
  readonly error: (field: string) => string | null;
  readonly isPending: boolean;
  /** Why it was refused or failed. */
  readonly problem: string | null;
  readonly refusal: OfficeRefusedReply | null;
  readonly submit: () => void;
}

/** One dialog, one office command: checks what is typed, sends it once, and says how it went. */
export function useOfficeForm<Values extends object>({ initial, check, toCommand, doneWords, onDone }: OfficeFormOptions<Values>): OfficeForm<Values> {
  const [values, setValues] = useState(initial);
  const [fields] = useState(createFieldFocus);
  const [isTried, setTried] = useState(false);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<OfficeRefusedReply | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  /** The same for a second try after a lost answer; another once it was refused and something else is tried. */
  const commandId = useRef(newCommandId());
  useEffect(() => void fields.focus('first'), [fields]);

  async function send(): Promise<void> {
    setPending(true);
    setRefusal(null);
    setFailure(null);
    try {
      const reply = await officeCommands.run({ ...toCommand(values), commandId: commandId.current } as OfficeCommandInput); // safe: a body and its id
      if (reply.ok) {
        showToast(doneWords);
        onDone(reply.commandId);
        return;
      }
      commandId.current = newCommandId();
      setRefusal(reply);
    } catch (error) {
      setFailure(dataErrorSentence(error));
    } finally {
      setPending(false);
    }
  }

  function submit(): void {
    setTried(true);
    const [missing] = Object.entries(check(values)).filter(([, sentence]) => sentence !== undefined);
    if (missing) requestAnimationFrame(() => void (fields.focus(missing[0]) || fields.focus('first')));
    else if (!isPending) void send();
  }
  return {
    values,
    set: (change) => setValues((now) => ({ ...now, ...change })),
    fields,
    error: (field) => (isTried ? (check(values)[field] ?? null) : null),
    isPending,
    problem: refusal?.sentence ?? failure,
    refusal,
    submit,
  };
}
