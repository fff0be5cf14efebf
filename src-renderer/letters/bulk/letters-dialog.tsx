import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { type CaseOwingLetters, MAX_LETTERS_AT_ONCE } from '../../../src-shared/protocol/data-rpc/letters-contract.ts';
import type { CaseId, CommandId } from '../../../src-shared/util/ids.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { OutputFields } from '../../paper/output-fields.tsx';
import { AS_PDF, type Output, useOutput } from '../../paper/use-output.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { letterRunDocument } from '../letter-document.ts';
import { CameOutDialog } from './came-out-dialog.tsx';
import { type LetterJob, type LetterJobs, letterJobs } from './letter-jobs.ts';
import { LetterLists } from './letter-lists.tsx';
import { noteLetters, type NotNoted } from './note-letters.ts';
import './bulk.css';

export interface LettersDialogProps {
  /** At most `MAX_LETTERS_AT_ONCE`. */
  readonly caseIds: readonly CaseId[];
  /** Letters are noted as written, `count` of them; `refused` could not be. */
  readonly onDone: (count: number, refused: readonly NotNoted[]) => void;
  readonly onClose: () => void;
}

/**
 * Letters to write, all at once: printed in one go, each on sheets of its own, and noted on their cases only when a person says that
 * the paper came out. What did not come out stays to be written.
 */
export function LettersDialog({ caseIds, onDone, onClose }: LettersDialogProps): ReactElement {
  const { jobs, error } = useLetterJobs(caseIds);
  const { timeZone } = useCatalogue().city;
  const output = useOutput();
  const [printed, setPrinted] = useState<readonly LetterJob[] | null>(null);
  const [isNoting, setNoting] = useState(false);
  const [ids] = useState(() => new Map<string, CommandId>());
  const ready = jobs?.ready ?? [];

  const send = (wanted: readonly LetterJob[]): Promise<boolean> => output.send(letterRunDocument(wanted.map(({ letterFor }) => letterFor), Temporal.Now.plainDateISO(timeZone).toString()));
  async function print(): Promise<void> {
    if (ready.length > 0 && (await send(ready))) setPrinted(ready);
  }
  async function note(came: readonly LetterJob[]): Promise<void> {
    setNoting(true);
    const refused = await noteLetters(came, ids).finally(() => setNoting(false));
    onDone(came.length - refused.length, refused);
  }
  if (printed !== null) {
    return <CameOutDialog jobs={printed} output={output} isNoting={isNoting} onNote={(came) => void note(came)} onAgain={send} onBack={() => setPrinted(null)} />;
  }
  return (
    <Dialog title={t`Letters to write`} isOpen onClose={onClose} onSubmit={() => void print()} size="medium" footer={<Footer count={ready.length} output={output} onClose={onClose} onPrint={() => void print()} />}>
      {error !== null && <ErrorNote>{dataErrorSentence(error)}</ErrorNote>}
      {output.problem !== null && <ErrorNote>{output.problem}</ErrorNote>}
      {caseIds.length === MAX_LETTERS_AT_ONCE && <p className="muted">{t`At most ${MAX_LETTERS_AT_ONCE} cases at once: the others stay in the list.`}</p>}
      {jobs !== null && <LetterLists jobs={jobs} />}
      {ready.length > 0 && (
        <div className="letters-output">
          <OutputFields output={output} />
        </div>
      )}
    </Dialog>
  );
}

interface FooterProps {
  readonly count: number;
  readonly output: Output;
  readonly onClose: () => void;
  readonly onPrint: () => void;
}

function Footer({ count, output, onClose, onPrint }: FooterProps): ReactElement {
  const printButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (count > 0) printButton.current?.focus();
  }, [count]);
  const what = count === 1 ? t`1 letter` : t`${count} letters`;
  return (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look="primary" icon="printer" onPress={onPrint} isDisabled={count === 0} isPending={output.isBusy} keyHint="Ctrl+Enter" buttonRef={printButton}>
        {output.target === AS_PDF ? t`Save ${what} as PDF` : t`Print ${what}`}
      </Button>
    </>
  );
}

/** Null until it is known who waits; made once, so that a paper does not change while it is printed. */
function useLetterJobs(caseIds: readonly CaseId[]): { readonly jobs: LetterJobs | null; readonly error: Error | null } {
  const catalogue = useCatalogue();
  const { id: signedBy } = useStaff();
  const [at] = useState(() => utcMs(Date.now()));
  const { data: owing, error } = useQuery<readonly CaseOwingLetters[]>({
    queryKey: ['lettersToPrint', caseIds, at],
    queryFn: ({ signal }) => data.letters.owed({ caseIds: [...caseIds] }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const jobs = useMemo(() => (owing === undefined ? null : letterJobs(owing, { catalogue, at, signedBy })), [owing, catalogue, at, signedBy]);
  return { jobs, error };
}
