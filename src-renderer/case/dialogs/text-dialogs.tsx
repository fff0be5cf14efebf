import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { TextArea } from '../../ui/text-area.tsx';
import { CommandDialog } from './command-dialog.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { type CommandBody, useCommandForm } from './use-command-form.ts';

interface TextDialogSpec {
  readonly name: string;
  readonly title: string;
  readonly label: string;
  readonly doLabel: string;
  readonly doneWords: string;
  readonly description?: string;
  /** Null: the text may be left out. */
  readonly missing: string | null;
  readonly toCommand: (text: string) => CommandBody;
}

/** A dialog that asks for one text. */
function TextDialog({ current, onClose, spec }: CaseDialogProps & { readonly spec: TextDialogSpec }): ReactElement {
  const form = useCommandForm({
    current,
    name: spec.name,
    initial: () => ({ text: '' }),
    check: ({ text }) => ({ text: lengthProblem(text) ?? (text.trim() === '' ? (spec.missing ?? undefined) : undefined) }),
    toCommand: ({ text }) => spec.toCommand(text),
    doneWords: spec.doneWords,
    onClose,
  });
  return (
    <CommandDialog title={spec.title} doLabel={spec.doLabel} form={form} onClose={onClose}>
      <TextArea
        label={spec.label}
        value={form.values.text}
        onChange={(text) => form.set({ text })}
        error={form.error('text')}
        rows={5}
        textAreaRef={form.fields.refTo('first')}
        {...(spec.description === undefined ? {} : { description: spec.description })}
      />
    </CommandDialog>
  );
}

const MOST_CHARACTERS = 10_000;

function lengthProblem(text: string): string | undefined {
  const tooMany = text.length - MOST_CHARACTERS;
  return tooMany > 0 ? t`This is ${tooMany} characters too long. Shorten it, or attach it as a file.` : undefined;
}

const NOTE: TextDialogSpec = {
  name: 'note',
  title: t`Add note`,
  label: t`Note`,
  doLabel: t`Add note`,
  doneWords: t`Note added.`,
  description: t`For staff; the citizen does not see it.`,
  missing: t`Write the note.`,
  toCommand: (text) => ({ type: 'case.addNote', args: { text } }),
};

const RESUME: TextDialogSpec = {
  name: 'resume',
  title: t`Resume`,
  label: t`Note`,
  doLabel: t`Resume`,
  doneWords: t`The case goes on.`,
  missing: null,
  toCommand: (note) => ({ type: 'case.resume', args: { note } }),
};

const REOPEN: TextDialogSpec = {
  name: 'reopen',
  title: t`Reopen`,
  label: t`Why`,
  doLabel: t`Reopen`,
  doneWords: t`The case is open again.`,
  description: t`Its promises and its history stay as they were; citizens who wished for email or text are told.`,
  missing: t`Say why the case is reopened.`,
  toCommand: (reason) => ({ type: 'case.reopen', args: { reason } }),
};

export const NoteDialog = (props: CaseDialogProps): ReactElement => <TextDialog {...props} spec={NOTE} />;
export const ResumeDialog = (props: CaseDialogProps): ReactElement => <TextDialog {...props} spec={RESUME} />;
export const ReopenDialog = (props: CaseDialogProps): ReactElement => <TextDialog {...props} spec={REOPEN} />;
