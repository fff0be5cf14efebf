/** Citizens and staff in the palette: who they are, and what Enter opens. */
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { CallerMatch } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { formatPiece } from '../../../src-shared/queue-query/parse-query.ts';
import { digitsOf } from '../../../src-shared/util/fold-text.ts';
import { relativeMoment } from '../../../src-shared/util/moment.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { findStaffItems } from '../../ui/find-staff.ts';
import type { AskedOfQueue } from '../queue-asked.ts';
import type { PaletteEntry } from './palette-entry.ts';

const MOST_CITIZENS = 6;
const MOST_STAFF = 4;
/** Fewer letters begin half of the names there are. */
const STAFF_LETTERS = 2;

export interface PeopleDeps {
  readonly now: UtcMs;
  readonly timeZone: string;
  readonly openCases: (citizen: CallerMatch) => void;
}

/** In the order they were found: the closest first, of these the one who called last. */
export function citizenEntries(citizens: readonly CallerMatch[], { now, timeZone, openCases }: PeopleDeps): readonly PaletteEntry[] {
  return citizens.slice(0, MOST_CITIZENS).map((citizen) => ({
    id: `citizen ${citizen.key}`,
    group: 'citizens',
    label: citizen.name || citizen.phone || citizen.email,
    detail: [citizen.name === '' ? '' : citizen.phone || citizen.email, openWords(citizen), relativeMoment(citizen.lastReceivedAt, now, timeZone)].filter(Boolean).join(' · '),
    does: citizen.caseCount === 1 ? t`Open their case` : t`Their ${citizen.caseCount} cases`,
    run: () => openCases(citizen),
  }));
}

function openWords({ openCount, caseCount }: CallerMatch): string {
  if (openCount === 0) return t`nothing open`;
  return openCount === caseCount ? t`${openCount} open` : t`${openCount} open of ${caseCount}`;
}

/** The cases of one citizen, as a question to the queue: by their name, and by their number or address where they gave one. */
export function casesOfCitizen({ name, phone, email }: Pick<CallerMatch, 'name' | 'phone' | 'email'>): AskedOfQueue {
  const known = [name, digitsOf(phone) || email].filter(Boolean).join(' ');
  return { view: 'all', filters: formatPiece({ kind: 'token', key: 'citizen', values: [known], isNot: false }) };
}

/** Colleagues by the beginnings of their names, ID or title. */
export function staffEntries(catalogue: Catalogue, typed: string, askInQueue: (asked: AskedOfQueue) => void): readonly PaletteEntry[] {
  if (typed.trim().length < STAFF_LETTERS) return [];
  return findStaffItems(catalogue, typed, null)
    .slice(0, MOST_STAFF)
    .map(({ id, label, detail = '' }) => ({
      id: `staff ${id}`,
      group: 'staff',
      label,
      detail,
      does: t`Open cases assigned to them`,
      run: () => askInQueue({ view: 'open', filters: formatPiece({ kind: 'token', key: 'assignee', values: [id], isNot: false }) }),
    }));
}
