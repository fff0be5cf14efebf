import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { decodeText } from '../../../src-shared/agencies/decode-text.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { GazetteerReference } from '../../../src-shared/places/gazetteer.ts';
import type { GazetteerHere, GazetteerPreview } from '../../../src-shared/protocol/data-rpc/gazetteer-contract.ts';
import { fileSizeWords } from '../../../src-shared/util/file-size.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { showToast } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import { changeDraft, useAdminStore } from '../admin-store.ts';
import { ChooseFile } from '../choose-file.tsx';
import { changeAt, type DraftEntry, keepEntry, takeBack } from '../draft/draft.ts';
import { desktop } from '../../data/desktop.ts';
import { goToPlace } from '../open-entry.ts';
import { exportGazetteer } from './export-gazetteer.ts';
import { GazetteerDialog } from './gazetteer-dialog.tsx';

const PLACE = { section: 'gazetteer', code: 'gazetteer' } as const;

/** The city's list of addresses: which one is in force, and another one from a file. */
export function GazetteerPane(): ReactElement {
  const catalogue = useCatalogue();
  const waiting = useAdminStore(({ draft }) => changeAt(draft, PLACE)) !== null;
  const { data: here } = useQuery({ queryKey: ['cases', 'gazetteerHere'], queryFn: ({ signal }) => data.gazetteer.here(undefined, { signal }) });
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [preview, setPreview] = useState<GazetteerPreview | null>(null);

  async function readFile(file: File): Promise<void> {
    setProblem(null);
    setReading(true);
    try {
      const reply = await data.gazetteer.preview({ fileName: file.name.slice(-200), text: decodeText(new Uint8Array(await file.arrayBuffer())) });
      if (reply.ok) setPreview(reply);
      else setProblem(reply.sentence);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
    setReading(false);
  }
  async function writeFile(): Promise<void> {
    setProblem(null);
    setWriting(true);
    try {
      const result = await exportGazetteer({ page: (from) => data.gazetteer.csv({ from }), file: desktop().file, title: t`address list`, suggestedName: t`Address list` });
      if (result.outcome === 'saved') showToast(t`Saved as ${result.path}`);
      if (result.outcome === 'failed') setProblem(result.message);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
    setWriting(false);
  }
  function take({ reference }: GazetteerPreview): void {
    changeDraft((draft) => keepEntry(draft, catalogue, PLACE, { ...reference } as DraftEntry)); // safe: plain JSON
    setPreview(null);
    showToast(t`The new list is among the changes. It holds at every workstation once it is published.`);
  }
  return (
    <div className="admin-tool">
      <h2 tabIndex={-1}>{t`Address list`}</h2>
      <p className="muted">{t`The city’s own addresses, from a CSV file. Every workstation completes, checks and draws places from it, also without a network.`}</p>
      <InForce reference={catalogue.gazetteer} here={here ?? null} />
      <div className="button-row">
        <ChooseFile label={isReading ? t`Reading …` : t`Import CSV …`} accept=".csv,.txt,.tsv,text/csv" onFile={(file) => void readFile(file)} />
        {here?.inUse && (
          <Button icon="disk" isPending={isWriting} onPress={() => void writeFile()}>
            {t`Export CSV …`}
          </Button>
        )}
        {waiting && <Button onPress={() => goToPlace('review')}>{t`Review and publish`}</Button>}
        {waiting && (
          <Button look="quiet" onPress={() => changeDraft((draft) => takeBack(draft, PLACE))}>
            {t`Take the change back`}
          </Button>
        )}
      </div>
      {waiting && <Note>{t`Another list waits to be published.`}</Note>}
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <p className="muted">
        {t`One line for each address; the first line names the columns, such as number, street_name, street_type, unit, zip, status, latitude, longitude. Lines of the type landmark become landmarks. An earlier list comes back with an undo in Versions. An export has these columns: put it right in a spreadsheet, and import it again.`}
      </p>
      {preview !== null && <GazetteerDialog preview={preview} onTake={() => take(preview)} onClose={() => setPreview(null)} />}
    </div>
  );
}

function InForce({ reference, here }: { readonly reference: GazetteerReference | null; readonly here: GazetteerHere | null }): ReactElement {
  const { city } = useCatalogue();
  const now = useNow();
  if (reference === null) return <Note>{t`No list of addresses is in force. Location offers only places that were used before.`}</Note>;
  const { addressCount, streetCount, landmarkCount, fileName, sizeBytes, readAt } = reference;
  return (
    <>
      <p className="number" role="status" aria-label={t`List in force`}>
        {t`Addresses: ${addressCount}, streets: ${streetCount}, landmarks: ${landmarkCount}.`}
      </p>
      <p className="muted">{t`${fileName}, read ${exactMoment(readAt, now, city.timeZone)}; ${fileSizeWords(sizeBytes)} at each workstation.`}</p>
      {here?.standing === 'coming' && <Note>{t`This list has not come to this workstation yet. It comes by itself from the server; until then the earlier one is used.`}</Note>}
    </>
  );
}
