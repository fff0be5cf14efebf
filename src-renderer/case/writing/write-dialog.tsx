import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useState } from 'react';
import { desktop } from '../../data/desktop.ts';
import { PaperQuestion } from '../../letters/paper-question.tsx';
import { OutputFields } from '../../paper/output-fields.tsx';
import { AS_PDF, type Output, useOutput } from '../../paper/use-output.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { MessagePreview } from '../../letters/message-preview.tsx';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';
import { useWriting, type Writing } from './use-writing.ts';
import { sendingWords } from './writing-words.ts';
import { WritingFields } from './writing-fields.tsx';
import './writing.css';

/**
 * Writes to a citizen: letter, mail or text, from the city's words, and just as it will be read. A letter is noted on the case when
 * the paper is there, and not before.
 */
export function WriteDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const writing = useWriting(current, onClose);
  const output = useOutput();
  const [isPrinted, setPrinted] = useState(false);
  const { form, draft, preview, isReady } = writing;
  const { fields } = form;
  // Back from the question about the paper, the hand is in the text again.
  useEffect(() => void (!isPrinted && fields.focus('first')), [isPrinted, fields]);
  async function print(): Promise<void> {
    if (preview && (await output.send(preview.document))) setPrinted(true);
  }
  function submit(): void {
    if (draft?.form === 'letter' && isReady) void print();
    else form.submit();
  }
  if (isPrinted) {
    const toWhom = draft?.recipient.person.name ?? t`the citizen`;
    return (
      <PaperQuestion
        title={t`Is the letter on paper?`}
        problem={form.problem ?? output.problem}
        yesLabel={t`Yes, note it on the case`}
        againLabel={output.target === AS_PDF ? t`Save again` : t`Print again`}
        isPending={form.isPending}
        onYes={() => form.submit()}
        onAgain={() => void print()}
        onNo={() => setPrinted(false)}
      >
        <p>{output.target === AS_PDF ? t`The letter to ${toWhom} is saved as a PDF. Print it, then say so.` : t`The letter to ${toWhom} went to the printer. Look at the sheet, then say so.`}</p>
        <p className="muted">{t`Noted, it stands on the case as what the citizen was told. If not, it stays to be written, and your text is kept.`}</p>
      </PaperQuestion>
    );
  }
  const isLetter = draft?.form === 'letter';
  const footer = (
    <>
      <p className="writing-sending" role="status">
        {draft && (desktop().isPractice ? t`Practice: nobody is written to.` : sendingWords(draft.form, writing.connection))}
      </p>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look="primary" {...(isLetter ? { icon: 'printer' as const } : {})} onPress={submit} isPending={form.isPending || output.isBusy} keyHint="Ctrl+Enter">
        {isLetter ? (output.target === AS_PDF ? t`Save as PDF` : t`Print`) : t`Send`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Write to the citizen`} isOpen onClose={onClose} onSubmit={submit} size="wide" footer={footer}>
      {[form.problem, output.problem].map((problem, index) => problem !== null && <ErrorNote key={index}>{problem}</ErrorNote>)}
      {draft === null ? (
        <Note tone="warning">{t`Nobody is known to write to: this case is anonymous. Add the citizen first (Edit, E).`}</Note>
      ) : (
        <div className="writing-columns">
          <WritingFields current={current} draft={draft} form={form}>
            {isLetter && <OutputFields output={output} />}
          </WritingFields>
          <Preview writing={writing} output={output} />
        </div>
      )}
    </Dialog>
  );
}

function Preview({ writing: { preview, draft }, output }: { readonly writing: Writing; readonly output: Output }): ReactElement {
  return (
    <section className="writing-preview" aria-label={t`Preview`} tabIndex={0}>
      {preview && draft?.body.trim() !== '' ? <MessagePreview message={preview.message} values={preview.values} paper={output.paper} /> : <p className="muted">{t`It is shown here as the citizen will get it.`}</p>}
    </section>
  );
}
