import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import type { Agency } from '../../../src-shared/agencies/agency.ts';
import { decodeText } from '../../../src-shared/agencies/decode-text.ts';
import { agencyDirectoryCsv, type DirectoryImport, readAgencyDirectory } from '../../../src-shared/agencies/directory-csv.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { useAdminStore } from '../admin-store.ts';
import { ChooseFile } from '../choose-file.tsx';
import { useDraftOutcome } from '../use-draft-outcome.ts';
import { AgencyImportDialog } from './agency-import-dialog.tsx';

/** The directory of outside agencies as a CSV file, in and out. */
export function AgencyTools(): ReactElement {
  const catalogue = useCatalogue();
  const outcome = useDraftOutcome(catalogue, useAdminStore((state) => state.draft));
  const { agencies, services } = outcome.catalogue ?? catalogue;
  const paper = usePaper();
  const [read, setRead] = useState<{ readonly name: string; readonly result: DirectoryImport; readonly existing: readonly Agency[] } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function readFile(file: File): Promise<void> {
    setProblem(null);
    const text = decodeText(new Uint8Array(await file.arrayBuffer()));
    const result = readAgencyDirectory(text, { existing: agencies, serviceCodes: services.map(({ code }) => code) });
    if (result.ok) setRead({ name: file.name, result, existing: agencies });
    else setProblem(result.message);
  }
  return (
    <>
      <div className="button-row">
        <ChooseFile label={t`Import CSV …`} accept=".csv,text/csv" size="small" onFile={(file) => void readFile(file)} />
        <Button size="small" onPress={() => void paper.saveText({ title: t`directory`, suggestedName: t`Outside agencies`, extension: 'csv', text: agencyDirectoryCsv(agencies) })}>
          {t`Export CSV`}
        </Button>
      </div>
      {(problem ?? paper.problem) !== null && <ErrorNote>{problem ?? paper.problem}</ErrorNote>}
      {read?.result.ok === true && <AgencyImportDialog fileName={read.name} result={read.result} existing={read.existing} onClose={() => setRead(null)} />}
    </>
  );
}
