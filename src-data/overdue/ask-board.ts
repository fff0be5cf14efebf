import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { runningClocks } from '../../src-shared/domain/lateness.ts';
import { type BoardEntry, type BoardSurroundings, endedEntry, runningEntry } from '../../src-shared/overdue/board-entry.ts';
import { endedLateness } from '../../src-shared/overdue/promises.ts';
import type { BoardPage, BoardPageRequest, BoardSort } from '../../src-shared/protocol/data-rpc/overdue-views.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { toCaseRow } from '../cases/case-queries.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { ruleBookFor } from '../cases/rule-books.ts';
import type { ReadDb } from '../db/database.ts';
import { endedPage, type FoundPromise, type FoundPromises, runningPage } from './board-queries.ts';

/** One page of the board with every line made out. `now`: the city's time. Empty on a workstation that has no catalogue yet. */
export function boardPage(db: ReadDb, request: BoardPageRequest, now: UtcMs): BoardPage {
  const catalogue = currentCatalogue(db);
  if (!catalogue) return { rows: [], next: null, asOf: now };
  const around: BoardSurroundings = { now, timeZone: catalogue.city.timeZone, ruleBookFor: (version) => ruleBookFor(db, version) };
  const { found, next } = pageOf(db, request, catalogue, now);
  const rows = found.flatMap((one) => {
    const entry = entryOf(one, request, around);
    return entry === null ? [] : [{ ...toCaseRow(one.row), entry }];
  });
  return { rows, next, asOf: now };
}

function pageOf(db: ReadDb, request: BoardPageRequest, catalogue: Catalogue, now: UtcMs): FoundPromises {
  const { tab } = request;
  return tab === 'wasOverdue' ? endedPage(db, request, now) : runningPage(db, { ...request, tab, names: inOrderOfNames(request.sort, catalogue) }, now);
}

/** Whoever reads the board knows names, not codes. */
function inOrderOfNames(sort: BoardSort, { departments, staff }: Catalogue): readonly string[] {
  if (sort === 'owner') return staff.toSorted((one, other) => one.name.localeCompare(other.name)).map(({ id }) => id);
  return sort === 'department' ? departments.toSorted((one, other) => one.name.localeCompare(other.name)).map(({ code }) => code) : [];
}

/** Null only where the lists beside a document are not of that document, which `writeCase` never leaves so. */
function entryOf({ current, clock, taskId }: FoundPromise, { tab, departmentCode }: BoardPageRequest, around: BoardSurroundings): BoardEntry | null {
  if (tab === 'wasOverdue') {
    const ended = endedLateness(current).find((late) => departmentCode === null || late.departmentCode === departmentCode);
    return ended ? endedEntry(current, ended, around) : null;
  }
  const running = runningClocks(current).find((one) => one.clock === clock && (one.taskId ?? '') === taskId);
  return running ? runningEntry(current, running, around) : null;
}
