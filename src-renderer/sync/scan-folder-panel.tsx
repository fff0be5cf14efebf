import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { t } from '../../src-shared/language/language.ts';
import type { ScanSettings } from '../../src-shared/protocol/data-rpc/scan-contract.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { desktop } from '../data/desktop.ts';
import { queries } from '../data/queries.ts';
import { showToast } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ErrorNote, Note } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { TextField } from '../ui/text-field.tsx';

/** The folder this workstation's scanner writes to, and how it is right now. */
export function ScanFolderPanel(): ReactElement {
  const settings = useQuery(queries.scanSettings());
  const { data: view } = useQuery(queries.scans());
  return (
    <Panel title={t`Scan folder`}>
      {settings.isError && <ErrorNote>{dataErrorSentence(settings.error)}</ErrorNote>}
      {view?.problem && <Note tone="warning">{view.problem}</Note>}
      {settings.data && <ScanFolderForm key={settings.data.folder ?? ''} settings={settings.data} />}
    </Panel>
  );
}

function ScanFolderForm({ settings }: { readonly settings: ScanSettings }): ReactElement {
  const client = useQueryClient();
  const field = useRef<HTMLInputElement>(null);
  const [folder, setFolder] = useState(settings.folder ?? '');
  const [removesTaken, setRemoves] = useState(settings.removesTaken);
  const [problem, setProblem] = useState<string | null>(null);
  async function choose(): Promise<void> {
    const chosen = await desktop().chooseFolder(t`Folder the scanner writes to`, folder.trim() || null);
    if (chosen === null) return;
    setFolder(chosen);
    setProblem(null);
    field.current?.focus(); // the path is read out; Enter saves it
  }
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    const path = folder.trim();
    const reply = await data.scans.saveSettings({ folder: path === '' ? null : path, removesTaken }).catch((error: unknown) => ({ ok: false, sentence: dataErrorSentence(error) }) as const);
    setProblem(reply.ok ? null : reply.sentence);
    if (!reply.ok) return field.current?.focus();
    showToast(path === '' ? t`No scan folder is watched.` : t`New scans in this folder are offered from now on.`);
    await client.invalidateQueries({ queryKey: ['scans'] });
  }
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="scan-form">
      <TextField label={t`Folder the scanner writes to`} description={t`The whole path, such as S:\\Scans or /srv/scans. Empty: none is watched. What is in it already is not offered.`} value={folder} onChange={setFolder} error={problem} inputRef={field} maxLength={1_000} />
      <Checkbox label={t`Take a scan out of the folder once a case has it`} isChecked={removesTaken} onChange={setRemoves} description={t`Otherwise nothing is ever deleted there.`} />
      <div className="button-row">
        <Button onPress={() => void choose()}>{t`Choose folder …`}</Button>
        <Button type="submit">{t`Save scan folder`}</Button>
      </div>
    </form>
  );
}
