/** What each view holds and how it is walked. Closed lists: nothing of a view or a sort is ever put together from what somebody typed. */
import type { QueueSort, QueueView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { facetWord } from '../cases/facets.ts';

export interface ViewSql {
  readonly where: string;
  /** Held by the indexes of open cases. */
  readonly isOpen: boolean;
}

const OPEN = "c.state <> 'closed'";
const open = (more = 'TRUE'): ViewSql => ({ where: `${OPEN} AND ${more}`, isOpen: true });
const any = (where: string): ViewSql => ({ where, isOpen: false });

export const VIEW_SQL: Record<QueueView, ViewSql> = {
  open: open(),
  mine: open('c.assignee_id = :staffId'),
  myDepartment: open('c.department_code IN (SELECT value FROM json_each(:departmentCodes))'),
  myNeighborhood: open('c.neighborhood_code IN (SELECT value FROM json_each(:neighborhoodCodes))'),
  unassigned: open('c.assignee_id IS NULL'),
  // By whatever promise of the case comes first, that of a follow-up on a closed one too.
  dueSoon: any('c.due_at >= :now AND c.soon_at <= :now'),
  overdue: any('c.due_at < :now'),
  escalatedToMe: any('c.case_key IN (SELECT case_key FROM case_told WHERE staff_id = :staffId)'),
  myTasks: any(`c.case_key IN (SELECT case_key FROM case_promise WHERE clock = 'task'
    AND (assignee_id = :staffId OR department_code IN (SELECT value FROM json_each(:departmentCodes))))`),
  toReview: any(`c.review_since >= :reviewableFrom AND c.closed_by IS NOT :staffId
    AND c.department_code IN (SELECT value FROM json_each(:reviewedDepartments))`),
  followUps: any("c.case_key IN (SELECT case_key FROM case_promise WHERE clock = 'followUp')"),
  surveyAnswers: any('c.answered_at >= :reviewFrom'),
  progressDue: any('c.next_progress_by < :now'),
  lettersToWrite: any('c.letters_since IS NOT NULL'),
  onHold: open("c.state = 'onHold'"),
  closed: any("c.state = 'closed'"),
  all: any('TRUE'),
};

export interface SortPlan {
  readonly key: string;
  readonly direction: 'ASC' | 'DESC';
  /** The index that has the rows in this order, and in it what filters compare; null: SQLite chooses. */
  readonly index: string | null;
}

/** Stands for the moment of a case that has none: after all others. */
export const NO_DATE = '9007199254740991';
const DUE_KEY = `ifnull(c.due_at, ${NO_DATE})`;
const byReceived = (direction: SortPlan['direction'], index: string): SortPlan => ({ key: 'c.received_at', direction, index });

const OPEN_SORTS: Record<QueueSort, SortPlan> = {
  due: { key: DUE_KEY, direction: 'ASC', index: 'case_open_by_due' },
  receivedNewest: byReceived('DESC', 'case_open_by_received'),
  receivedOldest: byReceived('ASC', 'case_open_by_received'),
  // Few enough to be sorted; all that needs reading for it is in this index.
  trackingNumber: { key: 'c.tracking_number', direction: 'ASC', index: 'case_open_by_received' },
};
const ALL_SORTS: Record<QueueSort, SortPlan> = {
  due: { key: DUE_KEY, direction: 'ASC', index: null },
  receivedNewest: byReceived('DESC', 'case_by_received'),
  receivedOldest: byReceived('ASC', 'case_by_received'),
  trackingNumber: { key: 'c.tracking_number', direction: 'ASC', index: 'case_by_number' },
};

/** Views of cases that all have a date: theirs are walked by the index that holds no others. */
const BY_DATE: SortPlan = { key: 'c.due_at', direction: 'ASC', index: 'case_due' };
const VIEWS_BY_DATE: Partial<Record<QueueView, SortPlan>> = {
  dueSoon: BY_DATE,
  overdue: BY_DATE,
  surveyAnswers: { key: 'c.answered_at', direction: 'DESC', index: 'case_by_answer' },
  toReview: { key: 'c.review_since', direction: 'DESC', index: 'case_by_review' },
  // Who has waited longest for a letter comes first, whatever else is due.
  lettersToWrite: { key: 'c.letters_since', direction: 'ASC', index: 'case_by_letters' },
};
/** Views that are most of the records: walked in the order wanted. The others are few, and sorted. */
const WHOLE_VIEWS: readonly QueueView[] = ['all', 'closed'];

export function sortPlan(view: QueueView, sort: QueueSort): SortPlan {
  const ofView = sort === 'due' ? VIEWS_BY_DATE[view] : undefined;
  if (ofView) return ofView;
  if (view === 'overdue' || view === 'dueSoon') return { ...ALL_SORTS[sort], index: 'case_due' };
  if (VIEW_SQL[view].isOpen) return OPEN_SORTS[sort];
  return WHOLE_VIEWS.includes(view) ? ALL_SORTS[sort] : { ...ALL_SORTS[sort], index: null };
}

/** Few of the cases of these have a due date: those come first, and the others in the order they came in. */
export function isMostlyUndated(view: QueueView, sort: QueueSort): boolean {
  return sort === 'due' && WHOLE_VIEWS.includes(view);
}

/** The cases with a due date, and those without, of a view that is mostly of the latter. */
export const DATED: SortPlan = { ...BY_DATE, index: 'case_due' };
export const UNDATED: SortPlan = { key: NO_DATE, direction: 'ASC', index: null };

/** What every case of a view has, as words of the search index. */
export function viewFacets(view: QueueView, whose: { readonly staffId: string | null; readonly departmentCodes: readonly string[] }): readonly (readonly string[])[] {
  const { isOpen } = VIEW_SQL[view];
  const facets = isOpen ? [[facetWord('flag', 'open')]] : [];
  if (view === 'mine') return [...facets, [facetWord('assignee', whose.staffId ?? ' ')]];
  if (view === 'unassigned') return [...facets, [facetWord('assignee', null)]];
  if (view === 'myDepartment' && whose.departmentCodes.length > 0) return [...facets, whose.departmentCodes.map((code) => facetWord('department', code))];
  if (view === 'onHold') return [[facetWord('state', 'onHold')]];
  if (view === 'closed') return [[facetWord('state', 'closed')]];
  if (view === 'overdue' || view === 'dueSoon') return [[facetWord('flag', 'dated')]];
  return facets;
}
