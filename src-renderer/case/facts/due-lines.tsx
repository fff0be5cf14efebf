import { type ReactElement, useState } from 'react';
import type { DueDate } from '../../../src-shared/clock/explain-due.ts';
import type { Clock } from '../../../src-shared/catalogue/time-rules.ts';
import { ledgerSentences } from '../../../src-shared/clock/ledger-sentences.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { dueWords } from '../../ui/due-words.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';
import { StatusPill, type Tone } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';

/** Each promise with what has become of it, and its reason one key away. */
export function DueLines({ view }: { readonly view: CaseView }): ReactElement {
  const { case: current, due } = view;
  const now = useNow();
  const zone = due.timeZone;
  const respond = dueWords(current, now, zone);
  return (
    <div className="case-dues">
      {current.respondBy === null ? (
        <p className="muted">No answer is promised within a time.</p>
      ) : (
        <DueLine label="Answer" at={current.respondBy} explained={due.respond} view={view} state={respond.text} tone={respond.tone} clock="respond" />
      )}
      {current.resolveBy !== null && (
        <DueLine label="Work" at={current.resolveBy} explained={due.resolve} view={view} {...workState(current.resolveBy, current.closedAt, now)} clock="resolve" />
      )}
    </div>
  );
}

function workState(resolveBy: UtcMs, closedAt: UtcMs | null, now: UtcMs): { readonly state: string; readonly tone: Tone } {
  if (closedAt !== null) return closedAt > resolveBy ? { state: 'closed late', tone: 'danger' } : { state: 'closed in time', tone: 'neutral' };
  return now > resolveBy ? { state: 'late', tone: 'danger' } : { state: 'under way', tone: 'neutral' };
}

interface DueLineProps {
  readonly label: string;
  readonly at: UtcMs;
  readonly explained: DueDate | null;
  readonly view: CaseView;
  readonly state: string;
  readonly tone: Tone;
  readonly clock: Clock;
}

function DueLine({ label, at, explained, view, state, tone, clock }: DueLineProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const now = useNow();
  const zone = view.due.timeZone;
  return (
    <p className="case-due">
      <span>
        {label} due <strong className="number">{exactMoment(at, now, zone)}</strong>
      </span>
      <StatusPill tone={tone} label={state} />
      {explained && (
        <Button size="small" look="quiet" onPress={() => setOpen(true)}>
          Why this date?
        </Button>
      )}
      {explained && isOpen && <WhyDialog at={at} explained={explained} view={view} clock={clock} onClose={() => setOpen(false)} />}
    </p>
  );
}

interface WhyDialogProps extends Pick<DueLineProps, 'at' | 'view' | 'clock'> {
  readonly explained: DueDate;
  readonly onClose: () => void;
}

/** The steps that led to the date, to be read out to whoever asks. */
function WhyDialog({ at, explained, view, clock, onClose }: WhyDialogProps): ReactElement {
  const now = useNow();
  const { case: current, due } = view;
  const context = { clock, timeZone: due.timeZone, catalogue: useCatalogue() };
  return (
    <Dialog
      title="Why this date?"
      isOpen
      onClose={onClose}
      footer={
        <Button onPress={onClose} autoFocus keyHint="Esc">
          Close
        </Button>
      }
    >
      <ol className="case-ledger">
        {ledgerSentences(explained, context).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {explained.due !== at && (
        <p>{`The case keeps ${exactMoment(at, now, due.timeZone)}: it was promised under version ${current.catalogueVersion} of the time rules, and a later change never moves a promise.`}</p>
      )}
    </Dialog>
  );
}
