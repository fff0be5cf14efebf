import { t } from '../../src-shared/language/language.ts';
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
    <Panel title={t`Updates`}>
      <p role="status" aria-label={t`Updates`}>
        {updateWords(update)}
      </p>
      {refusal !== null && <ErrorNote>{refusal}</ErrorNote>}
      <div className="button-row">
        {update.state === 'ready' && (
          <Button look="primary" onPress={() => void install()}>
            {t`Restart and install`}
          </Button>
        )}
        <Button onPress={() => void check()} isDisabled={update.state === 'notConfigured'}>
          {t`Check for updates`}
        </Button>
      </div>
    </Panel>
  );
}

function updateWords(update: UpdateState): string {
  switch (update.state) {
    case 'notConfigured':
      return t`This installation is not updated from here: your IT office does it.`;
    case 'idle':
      return t`Updates are looked for by themselves.`;
    case 'checking':
      return t`Asking the server…`;
    case 'upToDate':
      return t`This is the newest version.`;
    case 'available':
      return t`Version ${update.version} is there; it is being fetched.`;
    case 'downloading':
      return t`Fetching version ${update.version}: ${Math.round(update.percent)} %.`;
    case 'ready':
      return t`Version ${update.version} is ready. Installing takes a few seconds; finish what you are typing first.`;
    case 'failed':
      return update.message;
    default:
      return unreachable(update);
  }
}
