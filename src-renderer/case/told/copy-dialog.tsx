import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { dayOfMomentInWords } from '../../../src-shared/correspondence/day-in-words.ts';
import { copyOfLetter, type Letter, makeLetter } from '../../../src-shared/correspondence/letter.ts';
import type { LetterPaper } from '../../../src-shared/correspondence/letter-geometry.ts';
import { caseBefore, messageOfWriting, valuesOfWriting } from '../../../src-shared/correspondence/writing.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { FactOf } from '../../../src-shared/domain/fact.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { letterDocument, type LetterFor } from '../../letters/letter-document.ts';
import { LetterSheet } from '../../letters/letter-sheet.tsx';
import { OutputFields } from '../../paper/output-fields.tsx';
import { AS_PDF, useOutput } from '../../paper/use-output.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { CaseDialogProps } from '../dialogs/dialog-props.ts';

/** A letter of the past once more, word for word, and saying that it is a copy. It tells the citizen nothing new, so nothing is noted. */
export function CopyDialog({ current, subject, onClose }: CaseDialogProps): ReactElement | null {
  const catalogue = useCatalogue();
  const now = useNow();
  const output = useOutput();
  const fact = current.history.find((one): one is FactOf<'correspondenceSent'> => one.id === subject && one.kind === 'correspondenceSent');
  if (!fact) return null;
  const printedOn = dayOfMomentInWords(now, catalogue.city.timeZone, fact.language);
  const source = { case: beforeWriting(current, fact.id), catalogue, writing: fact, at: fact.at, signedBy: fact.isAutomatic ? null : fact.by };
  const letterFor: LetterFor = (paper: LetterPaper): Letter => copyOfLetter(makeLetter(messageOfWriting(source), valuesOfWriting(source), paper).letter, printedOn);
  const print = (): void => void output.send(letterDocument(letterFor, t`${formatTrackingNumber(fact.trackingNumber)} copy`)).then((isDone) => isDone && onClose());
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look="primary" icon="printer" onPress={print} isPending={output.isBusy} keyHint="Ctrl+Enter" autoFocus>
        {output.target === AS_PDF ? t`Save as PDF` : t`Print`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Copy of a letter`} isOpen onClose={onClose} onSubmit={print} size="medium" footer={footer}>
      {output.problem !== null && <ErrorNote>{output.problem}</ErrorNote>}
      <div className="dialog-pair">
        <OutputFields output={output} />
      </div>
      <LetterSheet letter={letterFor(output.paper)} />
    </Dialog>
  );
}

/** Written with the first fact of a case it was, there is no case before it. */
const beforeWriting = (current: Case, factId: string): Case => caseBefore(current, factId) ?? current;
