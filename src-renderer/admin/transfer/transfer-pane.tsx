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
import { counted } from '../describe/section-form.ts';
import { goToPlace } from '../open-entry.ts';
import { takeIn } from '../take-in.ts';

/** The whole configuration as one readable file, out of the city and in again. */
export function TransferPane(): ReactElement {
  return (
    <div className="admin-tool">
      <h2 tabIndex={-1}>Import and export</h2>
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
      if (file === null) return setProblem('This workstation has not reached its server yet, so there is nothing to export.');
      await paper.saveText({ title: 'configuration', suggestedName: file.name.replace(/\.json$/, ''), extension: 'json', text: file.text });
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  return (
    <Panel title="Export">
      <p>Everything the city has set, as one file that people can read, compare and keep. It holds no passwords and no cases.</p>
      {(problem ?? paper.problem) !== null && <ErrorNote>{problem ?? paper.problem}</ErrorNote>}
      <div>
        <Button onPress={() => void save()} isPending={paper.isBusy}>
          Export the whole configuration
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
    if (file.size > MOST_BYTES) return setProblem(`${file.name} is too large for a configuration. Choose the file that was exported here.`);
    try {
      const text = decodeText(new Uint8Array(await file.arrayBuffer()));
      setRead({ name: file.name, reply: await data.admin.readImport({ text }, { context: { timeoutMs: 60_000 } }) });
    } catch (error) {
      setProblem(dataErrorSentence(error));
    }
  }
  return (
    <Panel title="Import">
      <p>A file that was exported here or in another city. What it would change is shown first; nothing holds before it is published.</p>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      <div>
        <ChooseFile label="Choose a configuration file" accept=".json,application/json" onFile={(file) => void readFile(file)} />
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
        <p>{`${name} was not taken: ${counted(reply.problems.length, 'thing')} in it ${reply.problems.length === 1 ? 'has' : 'have'} to be put right.`}</p>
        <ul className="admin-effect" aria-label="What has to be put right">
          {reply.problems.map(({ line, sentence }) => (
            <li key={`${line} ${sentence}`}>{sentence}</li>
          ))}
        </ul>
      </ErrorNote>
    );
  }
  if (reply.lines.length === 0) return <Note tone="info">{`${name} says what is set already: there is nothing to change.`}</Note>;
  function take(): void {
    if (!reply.ok) return;
    takeIn(catalogue, reply, `Imported from ${name}`);
    onTaken();
    goToPlace('review');
  }
  return (
    <Note
      tone="info"
      actions={
        <Button look="primary" autoFocus onPress={take}>
          Look at the changes
        </Button>
      }
    >
      {`${name} would change ${counted(reply.lines.length, 'entry', 'entries')}: ${tally(reply.lines)}.`}
    </Note>
  );
}

function tally(lines: readonly { readonly what: string }[]): string {
  const words: Readonly<Record<string, string>> = { added: 'new', changed: 'changed', removed: 'taken out', reordered: 'in another order' };
  return Object.keys(words)
    .map((what) => ({ word: words[what] ?? what, count: lines.filter((line) => line.what === what).length }))
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ');
}
