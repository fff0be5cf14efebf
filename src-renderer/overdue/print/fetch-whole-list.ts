import type { BoardRow } from '../../../src-shared/protocol/data-rpc/overdue-views.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { data } from '../../data/data-client.ts';

const PAGE_SIZE = 200;
/** Some hundred sheets: what is beyond is for the screen. */
const MOST_ROWS = 2_000;

export interface WholeList {
  readonly rows: readonly BoardRow[];
  /** How many there are, though the list was cut. */
  readonly total: number;
  readonly asOf: UtcMs;
}

/** Every overdue case of a department (null: of all), page by page, so that the data process answers others in between. */
export async function fetchWholeList(departmentCode: string | null, signal: AbortSignal): Promise<WholeList> {
  const question = { tab: 'overdue', departmentCode, sort: 'age' } as const;
  const { overdue, asOf } = await data.overdue.counts(question, { signal });
  const rows: BoardRow[] = [];
  for (let after: string | null = null; rows.length < MOST_ROWS; ) {
    const page: Awaited<ReturnType<typeof data.overdue.page>> = await data.overdue.page({ ...question, after, limit: PAGE_SIZE }, { signal });
    rows.push(...page.rows);
    after = page.next;
    if (after === null) break;
  }
  return { rows, total: Math.max(overdue, rows.length), asOf };
}
