import { type ReactElement, useState } from 'react';
import type { UpdateState } from '../../src-shared/protocol/desktop-api.ts';
import { unreachable } from '../../src-shared/util/unreachable.ts';
import { desktop } from '../data/desktop.ts';
import { useUpdateState } from '../app/shell/use-desktop-events.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/note.tsx';
import { Panel } from '../ui/panel.tsx';

/** Updates come from the city's own server, and are installed only when somebody says so. */
export function UpdatePanel(): ReactElement {
  const { update } = useUpdateState();
  const [refusal, setRefusal] = useState<string | null>(null);
  async function install(): Promise<void> {
    const reply = await desktop().installUpdate();
    setRefusal(reply.outcome === 'refused' ? reply.message : null);
  }
  async function check(): Promise<void> {
    setRefusal(null);
    useUpdateState.setState({ update: await desktop().checkForUpdate() });
  }
  return (
    <Panel title="Updates">
      <p role="status" aria-label="Updates">
        {updateWords(update)}
      </p>
      {refusal !== null && <ErrorNote>{refusal}</ErrorNote>}
      <div className="button-row">
        {update.state === 'ready' && (
          <Button look="primary" onPress={() => void install()}>
            Restart and install
          </Button>
        )}
        <Button onPress={() => void check()} isDisabled={update.state === 'notConfigured'}>
          Check for updates
        </Button>
      </div>
    </Panel>
  );
}

function updateWords(update: UpdateState): string {
  switch (update.state) {
    case 'notConfigured':
      return 'This installation is not updated from here: your IT office does it.';
    case 'idle':
      return 'Updates are looked for by themselves.';
    case 'checking':
      return 'Asking the server…';
    case 'upToDate':
      return 'This is the newest version.';
    case 'available':
      return `Version ${update.version} is there; it is being fetched.`;
    case 'downloading':
      return `Fetching version ${update.version}: ${Math.round(update.percent)} %.`;
    case 'ready':
      return `Version ${update.version} is ready. Installing takes a few seconds; finish what you are typing first.`;
    case 'failed':
      return update.message;
    default:
      return unreachable(update);
  }
}
