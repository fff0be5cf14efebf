import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { CHANNEL_LABELS, CLOCK_LABELS, STATE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { CaseRow, CaseSyncState } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { calendarDaysUntil, dayOf, exactMoment, relativeMoment, timeOfDay } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { STATE_TONES, SYNC_WORDS } from '../case-words.ts';
import { rowDueWords } from '../due-words.ts';
import { Icon } from '../icon.tsx';
import { StatusPill } from '../status-pill.tsx';

/** Who asked, how many with them, and how. */
export function citizenLine({ requesterName, channel, coReporterCount, isSealed }: CaseRow): string {
  if (isSealed) return CHANNEL_LABELS[channel];
  const name = requesterName || t`Anonymous`;
  return `${coReporterCount > 0 ? t`${name} and ${coReporterCount} more` : name} · ${CHANNEL_LABELS[channel]}`;
}

/** A fact, and quieter under it what belongs to it. */
export function TwoLines({ first, second, isNumber = false }: { readonly first: string; readonly second: string; readonly isNumber?: boolean }): ReactElement {
  return (
    <div className={isNumber ? 'grid-lines number' : 'grid-lines'}>
      <div className="grid-line" title={first}>
        {first}
      </div>
      <div className="grid-line muted" title={second}>
        {second}
      </div>
    </div>
  );
}

/** Number, state, and what else marks the case; the heading of its row. */
export function CaseCell({ row, colleagues }: { readonly row: CaseRow; readonly colleagues: readonly string[] }): ReactElement {
  return (
    <div className="grid-lines">
      <div className="grid-line grid-number number">{formatTrackingNumber(row.trackingNumber)}</div>
      <div className="grid-line grid-pills">
        <StatusPill tone={STATE_TONES[row.state]} label={STATE_LABELS[row.state]} />
        {row.isSealed && <StatusPill tone="danger" icon="lock" label={t`Sealed`} />}
        <SyncMark syncState={row.syncState} isBesideState />
        {colleagues.length > 0 && <PresentMark names={colleagues} />}
      </div>
    </div>
  );
}

/** What the promise that comes first has come to, and when it is due. */
export function DueCell({ row, now, timeZone }: { readonly row: CaseRow; readonly now: UtcMs; readonly timeZone: string }): ReactElement {
  const { text, tone } = rowDueWords(row, now, timeZone);
  const { dueAt, dueClock } = row;
  const [short, exact] = dueAt === null || dueClock === null ? ['', ''] : [dayOrTime, exactMoment].map((words) => `${CLOCK_LABELS[dueClock]} · ${words(dueAt, now, timeZone)}`);
  return (
    <div className="grid-lines number">
      <div className="grid-line">
        <StatusPill tone={tone} label={text} />
      </div>
      <div className="grid-line muted grid-due-exact" title={exact}>
        {short}
      </div>
      <div className="grid-line muted grid-due-received">{t`received ${relativeMoment(row.receivedAt, now, timeZone)}`}</div>
    </div>
  );
}

/** The time where it is of today, else the day: both would not fit. */
function dayOrTime(at: UtcMs, now: UtcMs, timeZone: string): string {
  return calendarDaysUntil(at, now, timeZone) === 0 ? timeOfDay(at, timeZone) : dayOf(at, now, timeZone);
}

/** A colleague is on the case: a figure and how many; their names for the pointer and for assistive technology. */
function PresentMark({ names }: { readonly names: readonly string[] }): ReactElement {
  const words = t`${names.join(', ')} on this case now`;
  return (
    <span className="grid-present" title={words}>
      <Icon name="person" />
      <span aria-hidden="true">{names.length > 1 ? names.length : ''}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}

interface SyncMarkProps {
  readonly syncState: CaseSyncState;
  /** Where there is little room: the word of the ordinary case, `Confirmed`, is then for assistive technology only. */
  readonly isBesideState?: boolean;
}

/** Where the case stands between this workstation and the server. */
export function SyncMark({ syncState, isBesideState = false }: SyncMarkProps): ReactElement {
  const { label, tone, icon } = SYNC_WORDS[syncState];
  const isQuiet = isBesideState && syncState === 'confirmed';
  return (
    <span className="grid-sync" data-tone={tone} data-beside-state={isBesideState || undefined}>
      <Icon name={icon} />
      <span className={isQuiet ? 'visually-hidden' : undefined}>{label}</span>
    </span>
  );
}
