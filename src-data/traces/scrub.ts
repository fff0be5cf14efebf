/**
 * Takes what a removed case has left behind off the disk: its words out of the search indexes, its pages out of the write-ahead log, and
 * the copy of the records that still holds it. Small steps in between other work; wanted and done are on disk (`scrub-wanted.ts`).
 */
import type { WriteDb } from '../db/database.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import { scrubbed, type ScrubWanted, scrubWanted } from './scrub-wanted.ts';

/**
 * Indexes without content only mark a row as gone; the words go when their parts are merged into one, a few pages at a time
 * (https://www.sqlite.org/fts5.html, "merge").
 */
const SEARCHES = ['case_search', 'party_search'] as const;
const PAGES_AT_ONCE = 200;
/** Cases that only moved to another department leave often, and there is no hurry. */
const QUIET_MS = 10 * MINUTE_MS;
const TRY_AGAIN_MS = 5_000;

export interface Scrubber {
  /** There may be something to do. */
  wake(): void;
  /** Resolves when nothing is being done any more; what is left over is done after the next start. */
  stop(): Promise<void>;
}

export interface ScrubberOptions {
  readonly db: WriteDb;
  /** Writes the copy of the records anew, if there is one. */
  readonly copyAgain: () => Promise<void>;
  readonly after: (delayMs: number, work: () => void) => () => void;
  readonly now: () => number;
  readonly log: (event: string, details?: Readonly<Record<string, unknown>>) => void;
}

export function createScrubber({ db, copyAgain, after, now, log }: ScrubberOptions): Scrubber {
  let running: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  let isStopped = false;
  let doneAt = Number.NEGATIVE_INFINITY;

  function wake(): void {
    const wanted = isStopped || running ? null : scrubWanted(db);
    if (!wanted) return;
    const wait = wanted.isSealed ? 0 : Math.max(0, doneAt + QUIET_MS - now());
    cancel?.();
    cancel = after(wait, () => {
      running = run(wanted).catch((error: unknown) => {
        log('scrubbing failed', { problem: String(error) });
        cancel = after(TRY_AGAIN_MS, wake);
      }).finally(() => {
        running = null;
        if (!isStopped && scrubWanted(db)?.token !== wanted.token) wake();
      });
    });
  }

  async function run(wanted: ScrubWanted): Promise<void> {
    for (const table of SEARCHES) await mergeWhole(table);
    if (isStopped) return;
    if (!emptyLog(db)) throw new Error('somebody reads the records');
    if (wanted.isSealed) await copyAgain();
    scrubbed(db, wanted);
    doneAt = now();
  }

  async function mergeWhole(table: (typeof SEARCHES)[number]): Promise<void> {
    for (let pages = -PAGES_AT_ONCE; !isStopped; pages = PAGES_AT_ONCE) {
      const changes = mergeStep(db, table, pages);
      if (pages > 0 && changes < 2) return;
      await new Promise<void>((resolve) => void after(0, resolve));
    }
  }

  return {
    wake,
    async stop() {
      isStopped = true;
      cancel?.();
      await running;
    },
  };
}

/** Rows that were written; fewer than two: there was nothing to merge. A negative number begins anew, whatever was merged before. */
function mergeStep(db: WriteDb, table: (typeof SEARCHES)[number], pages: number): number {
  const changes = (): number => db.query<Record<string, never>, { count: number }>('SELECT total_changes() AS count').get({})?.count ?? 0;
  const before = changes();
  db.write<{ pages: number }>(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', :pages)`).run({ pages });
  return changes() - before;
}

/** Writes everything into the records and cuts the log to nothing. False when somebody reads them just now. */
export function emptyLog(db: WriteDb): boolean {
  const [answer] = db.raw.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[]; // safe: SQLite's own columns
  return answer?.busy === 0;
}
