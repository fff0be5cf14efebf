import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { AS_PDF, type Output } from '../../paper/use-output.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { PaperQuestion } from '../paper-question.tsx';
import type { LetterJob } from './letter-jobs.ts';

interface CameOutDialogProps {
  /** Those that were printed last. */
  readonly jobs: readonly LetterJob[];
  readonly output: Output;
  readonly isNoting: boolean;
  readonly onNote: (came: readonly LetterJob[]) => void;
  /** Prints these once more; true when the printer took them. */
  readonly onAgain: (jobs: readonly LetterJob[]) => Promise<boolean>;
  readonly onBack: () => void;
}

/** Which of the letters lie in the tray: those are written, the others stay to be written. */
export function CameOutDialog({ jobs, output, isNoting, onNote, onAgain, onBack }: CameOutDialogProps): ReactElement {
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const came = jobs.filter(({ key }) => !missing.has(key));
  const others = jobs.filter(({ key }) => missing.has(key));
  const toggle = (key: string, isThere: boolean): void => setMissing(new Set(isThere ? [...missing].filter((one) => one !== key) : [...missing, key]));
  async function printAgain(): Promise<void> {
    if (await onAgain(others.length > 0 ? others : jobs)) setMissing(new Set());
  }
  const isOne = jobs.length === 1;
  const isPdf = output.target === AS_PDF;
  return (
    <PaperQuestion
      title={isOne ? t`Is the letter on paper?` : t`Are the letters on paper?`}
      problem={output.problem}
      yesLabel={came.length < jobs.length ? t`Note ${came.length} as written` : isOne ? t`Yes, note it as written` : t`Yes, note them as written`}
      againLabel={isPdf ? t`Save again` : t`Print again`}
      isPending={isNoting || output.isBusy}
      onYes={() => onNote(came)}
      onAgain={() => void printAgain()}
      onNo={onBack}
    >
      <p>{isOne ? oneCame(isPdf) : manyCame(jobs.length, isPdf)}</p>
      <ul className="letters-came" aria-label={t`Letters that came out`}>
        {jobs.map(({ key, trackingNumber, name, about }) => (
          <li key={key}>
            <Checkbox label={`${formatTrackingNumber(trackingNumber)} ${name}, ${about}`} isChecked={!missing.has(key)} onChange={(isThere) => toggle(key, isThere)} />
          </li>
        ))}
      </ul>
    </PaperQuestion>
  );
}

function oneCame(isPdf: boolean): string {
  return isPdf ? t`The letter is saved as a PDF. Print it, then say so.` : t`The letter went to the printer. Look at the sheet, then say so.`;
}

function manyCame(count: number, isPdf: boolean): string {
  return isPdf
    ? t`The ${count} letters are saved as one PDF. Print it, and take away the mark of any that did not come out: it stays to be written.`
    : t`The ${count} letters went to the printer. Look at the sheets, and take away the mark of any that did not come out: it stays to be written.`;
}
