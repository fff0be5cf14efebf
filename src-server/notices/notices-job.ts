/**
 * Tells people what happened: reads the history behind a mark and makes of it what citizens and staff are told (README).
 *
 * A server killed in the middle begins again at the mark: commands and messages have ids that follow from the event, so nothing
 * is said twice (NO-3). The mark and the messages are written in one transaction.
 */
import { type Command, COMMAND_VERSIONS } from '../../src-shared/commands/index.ts';
import { CLOCK_STAFF_ID } from '../../src-shared/catalogue/lookup.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import { type CaseId, CommandId } from '../../src-shared/util/ids.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { openOwnStation } from '../fleet/own-station.ts';
import { readOrMakeSetting, writeSetting } from '../db/server-setting.ts';
import { inTransaction } from '../db/transaction.ts';
import type { PlainJob } from '../jobs/run-once.ts';
import type { OutgoingMessage } from '../mail/message.ts';
import { queueMessage } from '../mail/queue-message.ts';
import { uidFrom } from '../util/uid-from.ts';
import { type CitizenNotice, citizenNotices, type NoticeSetting } from './citizen-notices.ts';
import { sentWriting } from './sent-writings.ts';
import { staffNotices } from './staff-notices.ts';

export const NOTICES_JOB = 'notices';

type NoticeDeps = Pick<AppDeps, 'pool' | 'log' | 'now' | 'catalogues' | 'numbers'>;

export interface NoticeOptions {
  readonly surveyLink: NoticeSetting['surveyLink'];
}

/** Up to which revision of which life everything has been told. */
interface Mark {
  readonly epoch: number;
  readonly rev: number;
}

const MARK = 'noticesMark';
/** Revisions to a step; each is one push. */
const STEP = 100;

const SQL = {
  clock: 'SELECT epoch, rev FROM sync_clock',
  entries: 'SELECT case_id AS "caseId", facts FROM audit WHERE rev > $1 AND rev <= $2 ORDER BY rev, n',
  cases: 'SELECT id, document FROM case_ WHERE id = ANY($1::uuid[])',
};

/** Before the server listens for the first time: what happens from then on is told, also what happens before the job's first minute. */
export async function beginNotices(deps: Pick<NoticeDeps, 'pool'>): Promise<void> {
  await firstMark(deps);
}

/** Done once a minute by one of the city's servers. A server's first day begins with `beginNotices`. */
export function noticesJob(deps: NoticeDeps, options: NoticeOptions): PlainJob {
  return {
    name: NOTICES_JOB,
    async work(signal) {
      const catalogue = await deps.catalogues.newest(deps.pool);
      if (catalogue === null) return { told: 0 };
      let told = 0;
      let mark = await firstMark(deps);
      for (let end = await newestRev(deps); mark.rev < end && !signal.aborted; end = await newestRev(deps)) {
        const upTo = { ...mark, rev: Math.min(end, mark.rev + STEP) };
        told += await tell(deps, { from: mark.rev, upTo, catalogue, surveyLink: options.surveyLink });
        mark = upTo;
      }
      return { told };
    },
  };
}

async function newestRev({ pool }: NoticeDeps): Promise<number> {
  return (await pool.query<Mark>(SQL.clock)).rows[0]?.rev ?? 0;
}

/** After a restore the mark comes back with the rest; what is sent again by workstations has the ids it had. */
async function firstMark({ pool }: Pick<NoticeDeps, 'pool'>): Promise<Mark> {
  const now = (await pool.query<Mark>(SQL.clock)).rows[0] ?? { epoch: 1, rev: 0 };
  const kept = (await readOrMakeSetting(pool, MARK, () => now)) as Mark; // safe: written here only
  if (kept.rev <= now.rev) return kept;
  await writeSetting(pool, MARK, now);
  return now;
}

interface Step {
  readonly from: number;
  readonly upTo: Mark;
  readonly catalogue: Catalogue;
  readonly surveyLink: NoticeSetting['surveyLink'];
}

async function tell(deps: NoticeDeps, { from, upTo, catalogue, surveyLink }: Step): Promise<number> {
  const { rows } = await deps.pool.query<{ caseId: CaseId; facts: readonly Fact[] }>(SQL.entries, [from, upTo.rev]);
  const cases = await loadCases(deps, rows.map(({ caseId }) => caseId));
  const setting = { catalogue, at: deps.now(), surveyLink };
  const happened = rows.flatMap(({ caseId, facts }) => facts.map((fact) => ({ fact, current: cases.get(caseId) })));
  const known = happened.flatMap(({ fact, current }) => (current === undefined ? [] : [{ fact, current }]));
  const notices = known.flatMap(({ fact, current }) => citizenNotices(fact, current, partsOf(current, cases), setting));
  await give(deps, notices, setting);
  const messages = known.flatMap(({ fact, current }) => [...staffNotices(fact, current, setting), ...sentWriting(fact, current, catalogue)]);
  await inTransaction(deps.pool, {}, (tx) => queueAll(tx, messages, upTo));
  return messages.length;
}

async function queueAll(tx: Parameters<typeof queueMessage>[0], messages: readonly OutgoingMessage[], upTo: Mark): Promise<void> {
  for (const message of messages) await queueMessage(tx, message);
  await writeSetting(tx, MARK, upTo);
}

/** The cases and those that were merged into them. */
async function loadCases({ pool }: NoticeDeps, ids: readonly string[]): Promise<ReadonlyMap<string, Case>> {
  const read = async (wanted: readonly string[]) => (await pool.query<{ id: string; document: Case }>(SQL.cases, [[...new Set(wanted)]])).rows;
  const own = await read(ids);
  const parts = await read(own.flatMap(({ document }) => document.absorbed.map(({ caseId }) => caseId)));
  return new Map([...parts, ...own].map(({ id, document }) => [id, document]));
}

/** Only those that say so themselves: an undone merge whose other half is still on its way counts no more. */
function partsOf(current: Case, cases: ReadonlyMap<string, Case>): readonly Case[] {
  return current.absorbed.flatMap(({ caseId }) => cases.get(caseId) ?? []).filter(({ mergedInto }) => mergedInto?.caseId === current.id);
}

async function give(deps: NoticeDeps, notices: readonly CitizenNotice[], { catalogue, at }: NoticeSetting): Promise<void> {
  if (notices.length === 0) return;
  const station = await openOwnStation(deps, 'clock', catalogue);
  const results = await station.submit(notices.map((notice) => correspondCommand(notice, station.id, at)));
  const refused = results.filter(({ status }) => status !== 'accepted').map(({ code }) => code);
  if (refused.length > 0) deps.log.warn({ refused }, 'some notices could not be noted on their cases');
}

function correspondCommand({ key, caseId, args }: CitizenNotice, station: string, madeAt: UtcMs): Command {
  const uid = CommandId.parse(uidFrom(`notice ${key}`));
  return { uid, caseId, userId: CLOCK_STAFF_ID, station, madeAt, type: 'case.correspond', v: COMMAND_VERSIONS.get('case.correspond') ?? 1, args };
}
