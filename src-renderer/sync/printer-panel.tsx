import { t } from '../../src-shared/language/language.ts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { PrinterSettings } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { data } from '../data/data-client.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { queries } from '../data/queries.ts';
import { showToast } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { createFieldFocus } from '../ui/field-focus.ts';
import { ErrorNote } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';
import { type Choice, Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { formOf, type PrinterForm, type PrinterProblems, readForm } from './printer-form.ts';
import { PrinterStatus } from './printer-status.tsx';
import { SystemQueueField } from './system-queue-field.tsx';

const KINDS: readonly Choice<PrinterForm['kind']>[] = [
  { value: 'none', label: t`None` },
  { value: 'tcp', label: t`Network printer` },
  { value: 'system', label: t`Print queue of this computer` },
  { value: 'file', label: t`Device or file` },
];
const WIDTHS: readonly Choice<PrinterForm['columns']>[] = [
  { value: '48', label: t`80 mm, 48 characters a line` },
  { value: '42', label: t`80 mm, 42 characters a line` },
  { value: '32', label: t`58 mm, 32 characters a line` },
];
const CODE_PAGES: readonly Choice<PrinterForm['codePage']>[] = [
  { value: 'cp858', label: t`CP858 (most receipt printers)` },
  { value: 'cp1252', label: 'Windows-1252' },
];
const NO_PROBLEMS: PrinterProblems = { host: null, port: null, path: null, queue: null };

/** Which printer the receipts go to, how it is right now, and a page to try it with. */
export function PrinterPanel(): ReactElement {
  const settings = useQuery(queries.printerSettings());
  return (
    <Panel title={t`Receipt printer`}>
      {settings.isError && <ErrorNote>{dataErrorSentence(settings.error)}</ErrorNote>}
      {settings.data && settings.data.target.kind !== 'none' && <PrinterStatus />}
      {settings.data && <PrinterSettingsForm settings={settings.data} />}
    </Panel>
  );
}

function PrinterSettingsForm({ settings }: { readonly settings: PrinterSettings }): ReactElement {
  const queryClient = useQueryClient();
  const [form, setForm] = useState(() => formOf(settings));
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const [failure, setFailure] = useState<string | null>(null);
  const [isTesting, setTesting] = useState(false);
  const [fields] = useState(createFieldFocus);
  const change = (part: Partial<PrinterForm>): void => setForm({ ...form, ...part });

  /** The settings as they are typed; null, with the focus where something is missing, when they are not whole. */
  function typed(): PrinterSettings | null {
    const read = readForm(form);
    setProblems(read.ok ? NO_PROBLEMS : read.problems);
    setFailure(null);
    if (read.ok) return read.settings;
    const first = (['host', 'port', 'path', 'queue'] as const).find((field) => read.problems[field] !== null);
    if (first) fields.focus(first);
    return null;
  }
  function save(event: FormEvent): void {
    event.preventDefault();
    const read = typed();
    if (read === null) return;
    data.receipts
      .saveSettings(read)
      .then(() => {
        queryClient.setQueryData(queries.printerSettings().queryKey, read);
        showToast(t`Printer settings saved.`);
      })
      .catch((error: unknown) => setFailure(dataErrorSentence(error)));
  }
  async function test(): Promise<void> {
    const read = typed();
    if (read === null) return;
    setTesting(true);
    try {
      const reply = await data.receipts.printTest(read, { context: { timeoutMs: TEST_TIMEOUT_MS } });
      if (reply.ok) showToast(reply.sentence);
      else setFailure(reply.sentence);
    } catch (error) {
      setFailure(dataErrorSentence(error));
    } finally {
      setTesting(false);
    }
  }
  return (
    <form className="printer-form" onSubmit={save} noValidate>
      <Select label={t`Printer`} value={form.kind} onChange={(kind) => change({ kind })} choices={KINDS} />
      {form.kind === 'tcp' && (
        <div className="printer-address">
          <TextField label={t`Address`} value={form.host} onChange={(host) => change({ host })} error={problems.host} inputRef={fields.refTo('host')} />
          <TextField label={t`Port`} value={form.port} onChange={(port) => change({ port })} error={problems.port} inputRef={fields.refTo('port')} isNumber />
        </div>
      )}
      {form.kind === 'system' && <SystemQueueField value={form.queue} onChange={(queue) => change({ queue })} error={problems.queue} selectRef={fields.refTo('queue')} />}
      {form.kind === 'file' && <TextField label={t`Device or file`} value={form.path} onChange={(path) => change({ path })} error={problems.path} inputRef={fields.refTo('path')} />}
      {form.kind === 'none' && <p className="muted">{t`Receipts are shown on screen and can be saved as PDF.`}</p>}
      {form.kind !== 'none' && (
        <>
          <Select label={t`Paper width`} value={form.columns} onChange={(columns) => change({ columns })} choices={WIDTHS} />
          <Select label={t`Letters`} value={form.codePage} onChange={(codePage) => change({ codePage })} choices={CODE_PAGES} description={t`Right when the test page shows ñ á ¿ ü.`} />
          <Checkbox label={t`The printer has a cutter`} isChecked={form.cuts} onChange={(cuts) => change({ cuts })} />
        </>
      )}
      {failure !== null && <ErrorNote>{failure}</ErrorNote>}
      <div className="button-row">
        <Button type="submit">{t`Save printer`}</Button>
        {form.kind !== 'none' && (
          <Button icon="printer" onPress={() => void test()} isPending={isTesting}>
            {t`Print test page`}
          </Button>
        )}
      </div>
    </form>
  );
}

/** A print queue may take a minute to say how its job ended. */
const TEST_TIMEOUT_MS = 75_000;
