import { type ReactElement, useState } from 'react';
import type { Clock } from '../../../src-shared/catalogue/time-rules.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { durationWords, exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { Button } from '../../ui/button.tsx';
import { dueWords } from '../../ui/due-words.ts';
import { StatusPill, type Tone } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CLOCK_TITLES } from '../why/ledger-sections.ts';
import { WhyDialog } from '../why/why-dialog.tsx';

/** Each promise with what has become of it, and its reason one key away. */
export function DueLines({ view }: { readonly view: CaseView }): ReactElement {
  const { case: current } = view;
  const now = useNow();
  return (
    <div className="case-dues">
      {isAcknowledgementOpen(current) && <DueLine view={view} clock="acknowledge" at={current.acknowledgeBy} state={acknowledgementState(current, now)} />}
      {current.respondBy === null ? (
        <p className="muted">No answer is promised within a time.</p>
      ) : (
        <DueLine view={view} clock="respond" at={current.respondBy} state={answerState(current, now, view.due.timeZone)} />
      )}
      {current.resolveBy !== null && <DueLine view={view} clock="resolve" at={current.resolveBy} state={workState(current.resolveBy, current.closedAt, now)} />}
    </div>
  );
}

interface State {
  readonly label: string;
  readonly tone: Tone;
}

/** One that was kept in time needs no line of its own. */
function isAcknowledgementOpen(current: Case): current is Case & { readonly acknowledgeBy: UtcMs } {
  const { acknowledgeBy, acknowledgedAt } = current;
  return typeof acknowledgeBy === 'number' && (acknowledgedAt === null || acknowledgedAt > acknowledgeBy);
}

function acknowledgementState({ acknowledgeBy, acknowledgedAt }: Case & { readonly acknowledgeBy: UtcMs }, now: UtcMs): State {
  if (acknowledgedAt !== null) return { label: 'acknowledged late', tone: 'warning' };
  return now > acknowledgeBy ? { label: `${durationWords(now - acknowledgeBy)} late`, tone: 'danger' } : { label: 'not yet acknowledged', tone: 'info' };
}

function answerState(current: Case, now: UtcMs, timeZone: string): State {
  const { text, tone } = dueWords(current, now, timeZone);
  return { label: text, tone };
}

function workState(resolveBy: UtcMs, closedAt: UtcMs | null, now: UtcMs): State {
  if (closedAt !== null) return closedAt > resolveBy ? { label: 'closed late', tone: 'danger' } : { label: 'closed in time', tone: 'neutral' };
  return now > resolveBy ? { label: `${durationWords(now - resolveBy)} late`, tone: 'danger' } : { label: 'under way', tone: 'neutral' };
}

interface DueLineProps {
  readonly view: CaseView;
  readonly clock: Clock;
  /** As it was promised. */
  readonly at: UtcMs;
  readonly state: State;
}

/** While its clock stands still a date moves on; then it is shown as it stands now. */
function DueLine({ view, clock, at, state }: DueLineProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const now = useNow();
  const explained = view.due[clock];
  const isPaused = explained?.isPaused === true && view.case.closedAt === null;
  const shown: State = isPaused ? { label: 'on hold: the clock stands still', tone: 'info' } : state;
  return (
    <p className="case-due">
      <span>
        {CLOCK_TITLES[clock]} due <strong className="number">{exactMoment(isPaused ? explained.due : at, now, view.due.timeZone)}</strong>
      </span>
      <StatusPill tone={shown.tone} label={shown.label} />
      {explained && (
        <Button size="small" look="quiet" onPress={() => setOpen(true)}>
          Why this date?
        </Button>
      )}
      {isOpen && <WhyDialog view={view} clock={clock} onClose={() => setOpen(false)} />}
    </p>
  );
}
