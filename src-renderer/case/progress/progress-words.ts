/** Reports of progress on a long work, in words: when the next one is due, and what becomes of it (S2, Step 3.6). Pure. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { nextProgressBy, progressDays } from '../../../src-shared/commands/task-dates.ts';
import { formFor } from '../../../src-shared/correspondence/recipients.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { durationWords, exactMoment, relativeMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import type { Tone } from '../../ui/status-pill.tsx';
import { dayCount } from '../tasks/task-words.ts';

export interface ProgressState {
  readonly label: string;
  readonly tone: Tone;
  /** `Fri 4 Dec 17:00, in 5 days`; what to do where there is no date. */
  readonly words: string;
}

/** Null: nobody expects reports on this case, or it is closed. */
export function progressState(current: Case, now: UtcMs, catalogue: Catalogue): ProgressState | null {
  const { nextProgressBy: due, closedAt } = current;
  if (closedAt !== null || (due === null && !current.isMajorRepair)) return null;
  const { timeZone } = catalogue.city;
  if (due === null) return { label: t`No date yet`, tone: 'neutral', words: t`The first progress note makes one.` };
  const exact = exactMoment(due, now, timeZone);
  if (due < now) return { label: t`Report is late`, tone: 'danger', words: t`It was due ${exact}, ${durationWords(now - due)} ago. Say how far the work is.` };
  return { label: t`Next report`, tone: 'info', words: `${exact}, ${relativeMoment(due, now, timeZone)}.` };
}

/** What a progress note given now does: the date it makes, and who reads it. */
export function progressNoteWords(current: Case, now: UtcMs, catalogue: Catalogue): string {
  const next = nextProgressBy(catalogue, current, now);
  const days = progressDays(catalogue, current);
  const dated = next === null || days === null ? t`No next report is expected for this service.` : t`The next report is then due ${exactMoment(next, now, catalogue.city.timeZone)}, ${dayCount(days)} from today.`;
  const form = current.requester === null ? null : formFor({ person: current.requester });
  const read = { email: t`The citizen gets this by email.`, text: t`The citizen gets this as a text message.`, letter: t`The citizen wants a letter: write to them as well.` };
  return current.isSealed || form === null ? dated : `${read[form]} ${dated}`;
}
