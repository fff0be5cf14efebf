import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { ReactElement } from 'react';
import type { SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { connectionWords } from '../ui/connection-words.ts';
import { Icon } from '../ui/icon.tsx';
import { exactMoment, relativeMoment } from '../../src-shared/util/moment.ts';
import { ErrorNote, Note } from '../ui/note.tsx';
import { useNow } from '../ui/use-now.ts';
import { backupWarning, clockWarning, waitingWords } from './sync-words.ts';

/** Is the server in reach, what waits for it, and may this machine be switched off. */
export function ConnectionPanel({ status }: { readonly status: SyncStatus }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const { text, tone, icon } = connectionWords(status, timeZone);
  const quietWarnings = [clockWarning(status.clockSkewMs), backupWarning(status.lastBackupAt, now)].filter((warning) => warning !== null);
  return (
    <div className="connection">
      <div className="connection-state">
        <div className="connection-word" role="status" aria-label={t`Connection`} data-tone={tone}>
          <Icon name={icon} />
          <span>{text}</span>
        </div>
        <Waiting status={status} />
        <p className="connection-verdict" role="status" aria-label={t`Unplug`} data-safe={status.unplug.isSafe}>
          <Icon name={status.unplug.isSafe ? 'check' : 'warning'} />
          <span>{status.unplug.sentence}</span>
        </p>
      </div>
      {status.stoppedBecause !== null && <ErrorNote>{status.stoppedBecause}</ErrorNote>}
      {status.connection === 'offline' && <Note tone="info">{t`Everything works as usual: cases, numbers and receipts are kept here and sent by themselves when the server is back.`}</Note>}
      {status.gettingReady !== null && (
        <div role="status" aria-label={t`Getting ready`}>
          <Note tone="info">{status.gettingReady}</Note>
        </div>
      )}
      {status.room.sentence !== null && <Note>{status.room.sentence}</Note>}
      {quietWarnings.map((warning) => (
        <Note key={warning}>{warning}</Note>
      ))}
    </div>
  );
}

function Waiting({ status }: { readonly status: SyncStatus }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const { waitingToSend, waitingByKind, oldestWaitingAt, sentNotConfirmed, onlyHere } = status;
  return (
    <div className="connection-waiting">
      <p className="number connection-count">{t`${wholeNumber(waitingToSend)} waiting to send`}</p>
      {waitingToSend > 0 && <p className="muted number">{waitingWords(waitingByKind)}</p>}
      {waitingToSend > 0 && oldestWaitingAt !== null && <p className="muted number">{t`The oldest since ${exactMoment(oldestWaitingAt, now, timeZone)}, ${relativeMoment(oldestWaitingAt, now, timeZone)}`}</p>}
      {sentNotConfirmed > 0 && <p className="muted number">{t`${wholeNumber(sentNotConfirmed)} sent, not confirmed yet`}</p>}
      {onlyHere.decisions > 0 && <p className="muted number">{t`${wholeNumber(onlyHere.decisions)} decided here, not told to the server yet`}</p>}
    </div>
  );
}
