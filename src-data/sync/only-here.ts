/** What is on this workstation and nowhere else, and whether it may be switched off for good. */
import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { NumberLease, OnlyHere, SyncStatus } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { SELF_ISSUE_PER_ENROLMENT } from '../../src-shared/tracking-number/tracking-number.ts';
import { listWords } from '../../src-shared/util/list-words.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { countFilesWaiting } from '../attachments/blob-rows.ts';
import type { ReadDb } from '../db/database.ts';
import { countOffice } from '../office/office-rows.ts';
import { countNumbersLeft } from '../outbox/number-pool.ts';
import { countOutbox } from '../outbox/outbox-queries.ts';
import { unsettledJobs } from '../spool/job-store.ts';
import { countLostCases } from './lost-cases.ts';
import { countWaitingSettlements } from './settlements.ts';
import { readSyncState } from './sync-state.ts';

const PACE_MS = 28 * DAY_MS;

const SQL = {
  used: 'SELECT count(*) AS count, min(used_at) AS firstAt FROM number_pool WHERE used_at > :after AND case_id IS NOT NULL',
} as const;

export function onlyHere(db: ReadDb): OnlyHere {
  const outbox = countOutbox(db);
  const office = countOffice(db);
  return {
    commands: outbox.queued + office.waiting,
    unconfirmed: outbox.sent + office.sent + countLostCases(db),
    decisions: countWaitingSettlements(db).count,
    files: countFilesWaiting(db),
    receipts: unsettledJobs(db).length,
  };
}

/** Numbers in stock, and the pace of the last four weeks: used a day, counted from the first one used in that time. */
export function numberLease(db: ReadDb, now: UtcMs): NumberLease {
  const { selfIssued, enrolment } = readSyncState(db);
  const used = db.query<{ after: number }, { count: number; firstAt: number | null }>(SQL.used).get({ after: now - PACE_MS });
  const days = used?.firstAt == null ? null : Math.max(1, (now - used.firstAt) / DAY_MS);
  return {
    left: countNumbersLeft(db),
    ownLeft: enrolment === null ? 0 : SELF_ISSUE_PER_ENROLMENT - selfIssued,
    perDay: days === null || !used ? null : used.count / days,
  };
}

/** True only when nothing would be lost with this disk. Entries of Needs attention are at the server as soon as it has refused them. */
export function unplugVerdict(here: OnlyHere): SyncStatus['unplug'] {
  const parts = [
    counted(here.commands, t`entry has not been sent`, t`entries have not been sent`),
    counted(here.unconfirmed, t`entry is sent and not confirmed yet`, t`entries are sent and not confirmed yet`),
    counted(here.decisions, t`decision about “Needs attention” has not been sent`, t`decisions about “Needs attention” have not been sent`),
    counted(here.files, t`file is on this machine alone`, t`files are on this machine alone`),
    counted(here.receipts, t`receipt is not printed yet`, t`receipts are not printed yet`),
  ].filter((part) => part !== null);
  if (parts.length === 0) return { isSafe: true, sentence: t`You can unplug this machine: the server has everything that was entered here.` };
  return { isSafe: false, sentence: t`Keep it on: ${listWords(parts)}.` };
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${wholeNumber(count)} ${count === 1 ? one : many}`;
}
