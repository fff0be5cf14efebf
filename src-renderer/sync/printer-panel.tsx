import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import type { PrinterSettings } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { queries } from '../data/queries.ts';
import { showToast } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Choice, Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { formOf, type PrinterForm, type PrinterProblems, readForm } from './printer-form.ts';

const KINDS: readonly Choice<PrinterForm['kind']>[] = [
  { value: 'none', label: 'None' },
  { value: 'tcp', label: 'Network printer' },
  { value: 'file', label: 'Device or file' },
];
const WIDTHS: readonly Choice<PrinterForm['columns']>[] = [
  { value: '48', label: '48 characters a line' },
  { value: '42', label: '42 characters a line' },
];
const CODE_PAGES: readonly Choice<PrinterForm['codePage']>[] = [
  { value: 'cp858', label: 'CP858 (most receipt printers)' },
  { value: 'cp1252', label: 'Windows-1252' },
];
const NO_PROBLEMS: PrinterProblems = { host: null, port: null, path: null };

/** Which printer the receipts go to. */
export function PrinterPanel(): ReactElement {
  const settings = useQuery(queries.printerSettings());
  return (
    <Panel title="Receipt printer">
      {settings.isError && <ErrorNote>{dataErrorSentence(settings.error)}</ErrorNote>}
      {settings.data && <PrinterSettingsForm settings={settings.data} />}
    </Panel>
  );
}

function PrinterSettingsForm({ settings }: { readonly settings: PrinterSettings }): ReactElement {
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => formOf(settings));
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [failure, setFailure] = useState<string | null>(null);
  const [hostRef, portRef, pathRef] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const change = (part: Partial<PrinterForm>): void => setForm({ ...form, ...part });

  function save(event: FormEvent): void {
    event.preventDefault();
    const read = readForm(form);
    setProblems(read.ok ? NO_PROBLEMS : read.problems);
    setFailure(null);
    if (!read.ok) {
      const { host, port } = read.problems;
      (host !== null ? hostRef : port !== null ? portRef : pathRef).current?.focus();
      return;
    }
    data.receipts
      .saveSettings(read.settings)
      .then(() => {
        queryClient.setQueryData(queries.printerSettings().queryKey, read.settings);
        showToast('Printer settings saved.');
      })
      .catch((error: unknown) => setFailure(dataErrorSentence(error)));
  }
  return (
    <form className="printer-form" onSubmit={save} noValidate>
      <Select label="Printer" value={form.kind} onChange={(kind) => change({ kind })} choices={KINDS} />
      {form.kind === 'tcp' && (
        <div className="printer-address">
          <TextField label="Address" value={form.host} onChange={(host) => change({ host })} error={problems.host} inputRef={hostRef} />
          <TextField label="Port" value={form.port} onChange={(port) => change({ port })} error={problems.port} inputRef={portRef} isNumber />
        </div>
      )}
      {form.kind === 'file' && <TextField label="Device or file" value={form.path} onChange={(path) => change({ path })} error={problems.path} inputRef={pathRef} />}
      {form.kind === 'none' && <p className="muted">Receipts are shown on screen and can be saved as PDF.</p>}
      {form.kind !== 'none' && (
        <>
          <Select label="Paper width" value={form.columns} onChange={(columns) => change({ columns })} choices={WIDTHS} />
          <Select label="Letters" value={form.codePage} onChange={(codePage) => change({ codePage })} choices={CODE_PAGES} />
        </>
      )}
      {failure !== null && <ErrorNote>{failure}</ErrorNote>}
      <div className="button-row">
        <Button type="submit">Save printer</Button>
      </div>
    </form>
  );
}
