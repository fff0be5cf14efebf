import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { StationInfo } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import { desktop } from '../../data/desktop.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Card } from './card.tsx';

/** The moment before the records are open; usually too short to be read. */
export function OpeningScreen(): ReactElement {
  return (
    <Card title={t`Opening the records…`}>
      <Waiting>{t`One moment.`}</Waiting>
    </Card>
  );
}

/** The records did not answer. The data process is started again by itself meanwhile. */
export function RecordsProblemScreen({ sentence, onRetry }: { readonly sentence: string; readonly onRetry: () => void }): ReactElement {
  return (
    <Card title={t`The records do not answer`}>
      <ErrorNote>{sentence}</ErrorNote>
      <Button look="primary" onPress={onRetry} autoFocus>
        {t`Try again`}
      </Button>
      <Button onPress={() => void desktop().exportLogs()}>{t`Export logs for IT`}</Button>
    </Card>
  );
}

/** A file of the program cannot be read. The records are not concerned; a page that is loaded anew asks for the file again. */
export function ScreensMissingScreen(): ReactElement {
  return (
    <Card title={t`The screens cannot be opened`}>
      <ErrorNote>{t`A file of the program cannot be read. Cases and drafts are safe. Try again; if it stays so, ask IT to install Portreeve again: nothing is lost by that.`}</ErrorNote>
      <Button look="primary" onPress={() => location.reload()} autoFocus>
        {t`Try again`}
      </Button>
      <Button onPress={() => void desktop().exportLogs()}>{t`Export logs for IT`}</Button>
    </Card>
  );
}

/** The first start: services, staff and numbers have not come from the server yet. Goes on by itself when they have. */
export function ConnectingScreen({ station }: { readonly station: StationInfo }): ReactElement {
  return (
    <Card title={t`Connecting to the server…`} subtitle={station.serverUrl ?? t`No server address is set`}>
      <Waiting>{station.notReadyBecause ?? t`This workstation is fetching the city’s services, staff and numbers. It goes on by itself.`}</Waiting>
      <p className="muted">
        {station.station === null ? t`Workstation ${station.name}` : t`Workstation ${station.name}, enrolled as ${station.station}`}
      </p>
      <Button onPress={() => void desktop().exportLogs()}>{t`Export logs for IT`}</Button>
    </Card>
  );
}

function Waiting({ children }: { readonly children: string }): ReactElement {
  return (
    <div className="waiting-line" role="status">
      <span className="waiting-dot" />
      <p>{children}</p>
    </div>
  );
}
