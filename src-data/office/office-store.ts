/** The office's records on this workstation: the server's document, and what is shown with what was given here on top. */
import { EMPTY_OFFICE, Office } from '../../src-shared/office/office.ts';
import { replayOffice } from '../../src-shared/office/replay-office.ts';
import type { PullHeader } from '../../src-shared/protocol/pull.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { pendingOffice, pruneOffice, takeOfficeResults } from './office-rows.ts';

const SQL = {
  read: 'SELECT epoch, base, shown FROM office WHERE one = 1',
  version: `SELECT base ->> '$.version' AS version FROM office WHERE one = 1`,
  write: `INSERT INTO office (one, epoch, base, shown) VALUES (1, :epoch, :base, :shown)
    ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch, base = excluded.base, shown = excluded.shown`,
} as const;

interface StoredOffice {
  readonly epoch: number;
  readonly base: string;
  readonly shown: string;
}

/** What was parsed last, by connection and text: asked for with every call that is taken. */
const parsed = new WeakMap<ReadDb, { readonly text: string; readonly office: Office }>();

/** What everybody at this workstation sees; empty before the first answer of the server. */
export function shownOffice(db: ReadDb): Office {
  const text = read(db)?.shown;
  if (text === undefined) return EMPTY_OFFICE;
  const known = parsed.get(db);
  if (known?.text === text) return known.office;
  const office = Office.parse(JSON.parse(text));
  parsed.set(db, { text, office });
  return office;
}

/** The version of the server's office held; 0 when none is. */
export function officeVersion(db: ReadDb): number {
  return db.query<object, { version: number }>(SQL.version).get({})?.version ?? 0;
}

/** Puts what was given here on top of the server's office again. Needs the transaction that changed either. Returns whether it looks different now. */
export function showOffice(db: WriteDb): boolean {
  const stored = read(db);
  const base = stored === undefined ? EMPTY_OFFICE : Office.parse(JSON.parse(stored.base));
  return write(db, { epoch: stored?.epoch ?? 0, base: stored?.base ?? JSON.stringify(base), shown: shownText(db, base) }, stored);
}

/**
 * Takes what a pull says of the office, in the pull's transaction: the server's newer document, and with it which commands of
 * this workstation are in it. `isAnew`: everything is taken anew, so nothing held here is newer. `now`: the server's clock.
 *
 * Returns whether it looks different now, or anything given here waits no more, or again.
 */
export function takeOffice(db: WriteDb, header: Pick<PullHeader['h'], 'office' | 'officeResults' | 'epoch'>, { isAnew, now }: { readonly isAnew: boolean; readonly now: UtcMs }): boolean {
  const stored = read(db);
  const held = stored === undefined ? EMPTY_OFFICE : Office.parse(JSON.parse(stored.base));
  const isOlder = !isAnew && stored?.epoch === header.epoch && (header.office?.version ?? 0) < held.version;
  const base = header.office && !isOlder ? header.office : held;
  const isCommandMoved = takeOfficeResults(db, header.officeResults ?? [], now);
  pruneOffice(db, now);
  const isLookDifferent = write(db, { epoch: header.epoch, base: JSON.stringify(base), shown: shownText(db, base) }, stored);
  return isLookDifferent || isCommandMoved;
}

function shownText(db: ReadDb, base: Office): string {
  const catalogue = currentCatalogue(db);
  const pending = pendingOffice(db).map(({ command }) => command);
  return JSON.stringify(catalogue === null ? base : replayOffice(base, pending, catalogue));
}

function read(db: ReadDb): StoredOffice | undefined {
  return db.query<object, StoredOffice>(SQL.read).get({});
}

function write(db: WriteDb, next: StoredOffice, before: StoredOffice | undefined): boolean {
  if (before?.base === next.base && before.shown === next.shown && before.epoch === next.epoch) return false;
  db.write(SQL.write).run(next);
  return before?.shown !== next.shown;
}
