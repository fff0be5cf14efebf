import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { decodeText } from '../../../src-shared/agencies/decode-text.ts';
import type { ReadImportReply } from '../../../src-shared/protocol/data-rpc/admin-views.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { data } from '../../data/data-client.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { usePaper } from '../../paper/use-paper.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote, Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ChooseFile } from '../choose-file.tsx';
import { goToPlace } from '../open-entry.ts';
import { takeIn } from '../take-in.ts';

/** The whole configuration as one readable file, out of the city and in again. */
export function TransferPane(): ReactElement {
  return (
    <div className="admin-tool">
      <h2 tabIndex={-1}>{t`Import and export`}</h2>
      <ExportPanel />
      <ImportPanel />
    </div>
  );
}

function ExportPanel(): ReactElement {
  const paper = usePaper();
  const [problem, setProblem] = useState<string | null>(null);
  async function save(): Promise<void> {
    setProblem(null);
    try {
      const file = await data.admin.exportFile();
      if (file === null) return setProblem(t`This workstation has not reached its server yet, so there is nothing to export.`);
      await paper.saveText({ title: t`configuration`, suggestedName: file.name.replace(/\.json$/, ''), extension: 'json', text: file.text });
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  return (
    <Panel title={t`Export`}>
      <p>{t`Everything the city has set, as one file that people can read, compare and keep. It holds no passwords and no cases.`}</p>
      {(problem ?? paper.problem) !== null && <ErrorNote>{problem ?? paper.problem}</ErrorNote>}
      <div>
        <Button onPress={() => void save()} isPending={paper.isBusy}>
          {t`Export the whole configuration`}
        </Button>
      </div>
    </Panel>
  );
}

interface ReadFile {
  readonly name: string;
  readonly reply: ReadImportReply;
}

const MOST_BYTES = 16_000_000;

function ImportPanel(): ReactElement {
  const [read, setRead] = useState<ReadFile | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  async function readFile(file: File): Promise<void> {
    setProblem(null);
    setRead(null);
    if (file.size > MOST_BYTES) return setProblem(t`${file.name} is too large for a configuration. Choose the file that was exported here.`);
    try {
      const text = decodeText(new Uint8Array(await file.arrayBuffer()));
      setRead({ name: file.name, reply: await data.admin.readImport({ text }, { context: { timeoutMs: 60_000 } }) });
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  return (
    <Panel title={t`Import`}>
      <p>{t`A file that was exported here or in another city. What it would change is shown first; nothing holds before it is published.`}</p>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <div>
        <ChooseFile label={t`Choose a configuration file`} accept=".json,application/json" onFile={(file) => void readFile(file)} />
      </div>
      {read !== null && <ReadResult read={read} onTaken={() => setRead(null)} />}
    </Panel>
  );
}

function ReadResult({ read, onTaken }: { readonly read: ReadFile; readonly onTaken: () => void }): ReactElement {
  const catalogue = useCatalogue();
  const { reply, name } = read;
  if (!reply.ok) {
    return (
      <ErrorNote>
        <p>{reply.problems.length === 1 ? t`${name} was not taken: 1 thing in it has to be put right.` : t`${name} was not taken: ${reply.problems.length} things in it have to be put right.`}</p>
        <ul className="admin-effect" aria-label={t`What has to be put right`}>
          {reply.problems.map(({ line, sentence }) => (
            <li key={`${line} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      </ErrorNote>
    );
  }
  if (reply.lines.length === 0) return <Note tone="info">{t`${name} says what is set already: there is nothing to change.`}</Note>;
  function take(): void {
    if (!reply.ok) return;
    takeIn(catalogue, reply, t`Imported from ${name}`);
    onTaken();
    goToPlace('review');
  }
  return (
    <Note
      tone="info"
      actions={
        <Button look="primary" autoFocus onPress={take}>
          {t`Look at the changes`}
        </Button>
      }
    >
      {reply.lines.length === 1 ? t`${name} would change 1 entry: ${tally(reply.lines)}.` : t`${name} would change ${reply.lines.length} entries: ${tally(reply.lines)}.`}
    </Note>
  );
}

function tally(lines: readonly { readonly what: string }[]): string {
  const words: Readonly<Record<string, string>> = { added: t`new`, changed: t`changed`, removed: t`taken out`, reordered: t`in another order` };
  return Object.keys(words)
    .map((what) => ({ word: words[what] ?? what, count: lines.filter((line) => line.what === what).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ');
}
