import { type ReactElement, useEffect, useRef, useState } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { useBusy } from '../../app/busy.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { desktop } from '../../data/desktop.ts';
import type { QueueQuery } from '../../data/queries.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { caseCount } from '../../ui/case-words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { type ExportFormat, exportWriter } from './export-lines.ts';
import { writeExport } from './write-export.ts';

const PAGE = 500;
/** Often enough to be believed, seldom enough to be read out. */
const TOLD_EVERY_MS = 1_000;
const FORMATS = [
  { value: 'csv', label: t`Spreadsheet (CSV)` },
  { value: 'json', label: t`For a program (JSON)` },
] as const;

interface ExportDialogProps {
  readonly query: QueueQuery;
  /** Ids of the columns somebody has chosen; null: nobody has. */
  readonly columns: readonly string[] | null;
  readonly name: string;
  readonly onClose: () => void;
}

/** Writes the cases of the present question into a file, page by page, so that a million of them neither fill the memory nor stop the window. */
export function ExportDialog({ query, columns, name, onClose }: ExportDialogProps): ReactElement {
  const catalogue = useCatalogue();
  const [format, setFormat] = useState<ExportFormat>('csv');
  const [written, setWritten] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const isStopped = useRef(false);
  const formatField = useRef<HTMLSelectElement>(null);
  useEffect(() => formatField.current?.focus(), []);

  useBusy(written === null ? null : t`Cases are being written to a file`);

  async function write(): Promise<void> {
    if (written !== null) return;
    isStopped.current = false;
    setProblem(null);
    setWritten(0);
    try {
      await writeInto();
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
    setWritten(null);
  }
  async function writeInto(): Promise<void> {
    const { file } = desktop();
    const begun = await file.begin({ title: t`list of cases`, suggestedName: fileName(name), extension: format });
    if (begun.outcome === 'failed') setProblem(begun.message);
    if (begun.outcome !== 'begun') return;
    let toldAt = 0;
    const outcome = await writeExport({
      page: (after) => data.cases.page({ ...query, groupBy: null, closedGroups: [], after, limit: PAGE }),
      writer: exportWriter(format, columns, catalogue),
      ...{ file, id: begun.id, isStopped: () => isStopped.current },
      onProgress: (count) => {
        if (performance.now() - toldAt < TOLD_EVERY_MS) return;
        toldAt = performance.now();
        setWritten(count);
      },
    });
    if (outcome.outcome === 'failed') setProblem(outcome.message);
    if (outcome.outcome !== 'written') return;
    const { count, sealed } = outcome;
    const left = sealed === 0 ? '' : ` ${sealed === 1 ? t`One sealed case was left out.` : t`${sealed} sealed cases were left out.`}`;
    showToast(`${t`${caseCount(count)} written.`}${left}`);
    onClose();
  }
  // Left by another way than Escape, as by the lock: nobody waits for it any more.
  useEffect(() => () => void (isStopped.current = true), []);
  function close(): void {
    isStopped.current = true;
    onClose();
  }
  const footer = (
    <>
      <Button onPress={close} keyHint="Esc">
        {written === null ? t`Cancel` : t`Stop`}
      </Button>
      <Button look="primary" onPress={() => void write()} isPending={written !== null} keyHint="Ctrl+Enter">
        {t`Export`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Export these cases`} isOpen onClose={close} onSubmit={() => void write()} footer={footer}>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <p>{columns === null ? t`All cases of the list as it is asked for now, with every column.` : t`All cases of the list as it is asked for now, with the columns you have chosen.`}</p>
      <p className="muted">{t`Sealed cases are left out. What citizens said stays confidential in the file, too: keep it where others cannot read it.`}</p>
      <Select selectRef={formatField} label={t`Format`} value={format} onChange={setFormat} choices={FORMATS} isDisabled={written !== null} />
      <p role="status" className="number">
        {written === null ? '' : t`${caseCount(written)} so far …`}
      </p>
    </Dialog>
  );
}

/** As the system allows it in a name. */
function fileName(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N} ]+/gu, ' ').replaceAll(/ +/g, ' ').trim() || 'Portreeve';
}
