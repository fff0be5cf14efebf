import { createHash } from 'node:crypto';
import { bucketsOf } from '../../src-shared/domain/buckets.ts';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { maySeeEntry, whyShown } from '../../src-shared/domain/attention.ts';
import { AttentionCopy, type AttentionReply, MAX_ATTENTION_ITEMS } from '../../src-shared/protocol/attention.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { type EntryRow, factsOf, uidOf } from './entries.ts';

export interface ListContext {
  readonly viewer: Staff;
  readonly catalogue: Catalogue;
  /** Of the workstation the list goes to: an entry about a sealed case reaches only one that may hold the case. */
  readonly buckets: ReadonlySet<string>;
  readonly now: UtcMs;
  readonly supervisorAfterMs: number;
}

/** What is open for one person at one workstation, and a tag that differs when any of it does. */
export function listFor(rows: readonly EntryRow[], context: ListContext): NonNullable<AttentionReply['list']> {
  const items = rows
    .filter((row) => isFor(row, context))
    .flatMap((row) => toCopy(row) ?? [])
    .slice(0, MAX_ATTENTION_ITEMS);
  const tag = createHash('sha256').update(JSON.stringify([context.viewer.id, items])).digest('hex').slice(0, 32);
  return { tag, items };
}

function isFor(row: EntryRow, { viewer, catalogue, buckets, ...time }: ListContext): boolean {
  const facts = factsOf(row, catalogue);
  if (whyShown(viewer, facts, time) === null) return false;
  if (facts.about?.isSealed !== true) return true;
  return maySeeEntry(viewer, facts.about) && bucketsOf(facts.about).some((bucket) => buckets.has(bucket));
}

/** Null for one without any id, which no workstation could name again. */
function toCopy(row: EntryRow): AttentionCopy | null {
  const uid = uidOf(row);
  if (uid === null) return null;
  const { station, stationName, seq, status, code, detail, receivedAt, holder, handedBy, text } = row;
  return AttentionCopy.parse({ uid, ofStation: station, stationName, seq, status, code, detail, command: JSON.parse(text), receivedAt, holder, handedBy });
}
