import type { Case } from '../../src-shared/domain/case-document.ts';
import { mattersUntil } from '../../src-shared/reports/matters-until.ts';
import { bucketsOf } from '../../src-shared/domain/buckets.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import { takeRevision } from '../feed/clock.ts';

const SQL = {
  cases: `INSERT INTO case_ (id, number, document, rev, history_hash, kind, state, service_code, department_code, assignee_id, received_at, respond_by, closed_at, is_sealed, matters_until)
    SELECT (d->>'id')::uuid, d->>'trackingNumber', d, $1, '\\x00', d->>'kind', d->>'state', d->>'serviceCode', d->>'departmentCode', d->>'assigneeId',
           (d->>'receivedAt')::bigint, (d->>'respondBy')::bigint, (d->>'closedAt')::bigint, (d->>'isSealed')::boolean, until
      FROM unnest($2::jsonb[], $3::bigint[]) AS given(d, until)`,
  buckets: `INSERT INTO case_bucket (bucket, case_id, rev, present, why) SELECT bucket, id, $1, true, 'entered' FROM unnest($2::text[], $3::uuid[]) AS new(bucket, id)`,
};

const BATCH = 1_000;

/** Puts made-up cases into the record, many at a time: as they would be after as many pushes, but without their audit. */
export async function putCases(pool: Pool, cases: Iterable<Case>): Promise<void> {
  const batch: Case[] = [];
  for (const current of cases) {
    batch.push(current);
    if (batch.length >= BATCH) await putBatch(pool, batch.splice(0));
  }
  if (batch.length > 0) await putBatch(pool, batch);
}

async function putBatch(pool: Pool, cases: readonly Case[]): Promise<void> {
  const members = cases.flatMap((current) => bucketsOf(current).map((bucket) => ({ bucket, id: current.id })));
  await inTransaction(pool, {}, async (tx) => {
    const { rev } = await takeRevision(tx, utcMs(Date.now()));
    await tx.query(SQL.cases, [rev, cases.map((current) => JSON.stringify(current)), cases.map(mattersUntil)]);
    await tx.query(SQL.buckets, [rev, members.map((member) => member.bucket), members.map((member) => member.id)]);
  });
}

