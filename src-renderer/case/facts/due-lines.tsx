import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import type { Clock } from '../../../src-shared/catalogue/time-rules.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { durationWords, exactMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { chordLabel } from '../../app/keymap/chord.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import { useActions } from '../../app/keymap/use-actions.ts';
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
  const [asked, setAsked] = useState<Clock | null>(null);
  const first = (['acknowledge', 'respond', 'resolve'] as const).find((clock) => view.due[clock] && (clock !== 'acknowledge' || isAcknowledgementOpen(current)));
  useActions({ id: 'case', title: t`Case` }, [{ id: 'case.why', label: t`Why this date?`, isEnabled: first !== undefined, run: () => first && setAsked(first) }]);
  return (
    <div className="case-dues">
      {asked !== null && <WhyDialog view={view} clock={asked} onClose={() => setAsked(null)} />}
      {isAcknowledgementOpen(current) && <DueLine view={view} onAsk={setAsked} first={first} clock="acknowledge" at={current.acknowledgeBy} state={acknowledgementState(current, now)} />}
      {current.respondBy === null ? (
        <p className="muted">{t`No answer is promised within a time.`}</p>
      ) : (
        <DueLine view={view} onAsk={setAsked} first={first} clock="respond" at={current.respondBy} state={answerState(current, now, view.due.timeZone)} />
      )}
      {current.resolveBy !== null && <DueLine view={view} onAsk={setAsked} first={first} clock="resolve" at={current.resolveBy} state={workState(current.resolveBy, current.closedAt, now)} />}
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
  if (acknowledgedAt !== null) return { label: t`acknowledged late`, tone: 'warning' };
  return now > acknowledgeBy ? { label: t`${durationWords(now - acknowledgeBy)} late`, tone: 'danger' } : { label: t`not yet acknowledged`, tone: 'info' };
}

function answerState(current: Case, now: UtcMs, timeZone: string): State {
  const { text, tone } = dueWords(current, now, timeZone);
  return { label: text, tone };
}

function workState(resolveBy: UtcMs, closedAt: UtcMs | null, now: UtcMs): State {
  if (closedAt !== null) return closedAt > resolveBy ? { label: t`closed late`, tone: 'danger' } : { label: t`closed in time`, tone: 'neutral' };
  return now > resolveBy ? { label: t`${durationWords(now - resolveBy)} late`, tone: 'danger' } : { label: t`under way`, tone: 'neutral' };
}

interface DueLineProps {
  readonly view: CaseView;
  readonly clock: Clock;
  /** As it was promised. */
  readonly at: UtcMs;
  readonly state: State;
  readonly onAsk: (clock: Clock) => void;
  /** The one its key asks about. */
  readonly first: Clock | undefined;
}

/** While its clock stands still a date moves on; then it is shown as it stands now. */
function DueLine({ view, clock, at, state, onAsk, first }: DueLineProps): ReactElement {
  const now = useNow();
  const explained = view.due[clock];
  const isPaused = explained?.isPaused === true && view.case.closedAt === null;
  const shown: State = isPaused ? { label: t`on hold: the clock stands still`, tone: 'info' } : state;
  return (
    <p className="case-due">
      <span>
        {CLOCK_TITLES[clock]}{' '}{t`due`}{' '}<strong className="number">{exactMoment(isPaused ? explained.due : at, now, view.due.timeZone)}</strong>
      </span>
      <StatusPill tone={shown.tone} label={shown.label} />
      {explained && (
        <Button size="small" look="quiet" label={t`Why this date? ${CLOCK_TITLES[clock]}`} keyHint={clock === first ? chordLabel(keyOf('case.why')) : undefined} onPress={() => onAsk(clock)}>
          {t`Why this date?`}
        </Button>
      )}
    </p>
  );
}
