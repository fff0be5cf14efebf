import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import { maySee, type Visible } from '../../src-shared/domain/visibility.ts';
import { MAIL_LOG_PAGE, type MailLogQuery, MailLogReply, type MailRetryReply } from '../../src-shared/protocol/mail-log.ts';
import { DAY_MS } from '../../src-shared/util/time.ts';
import type { Pool } from '../db/pool.ts';
import { maskAddress } from './address.ts';
import { DATABASE_NOW } from './database-now.sql.ts';
import type { MessageMethod, MessageState } from './message.ts';
import { problemSentence, readProblem } from './problem-code.ts';
import { staffOfRecipient } from './recipient-key.ts';

interface Row {
  readonly id: string;
  readonly at: number;
  readonly event: string;
  readonly recipientKey: string;
  readonly address: string;
  readonly method: MessageMethod;
  readonly state: MessageState;
  readonly tries: number;
  readonly sentAt: number | null;
  readonly nextTryAt: number;
  readonly problem: string | null;
  readonly mayRetry: boolean;
  readonly retriedBy: string | null;
  readonly number: string | null;
  readonly factId: string | null;
  /** What decides who may see its case; null when it is about none. */
  readonly caseSeen: Visible | null;
}

/** What is kept of a message's files and layout goes after this long (jobs/compaction): there is nothing whole to send then. */
export const KEEP_MESSAGE_PARTS_DAYS = 90;
const WORTH_SENDING_MS = 5 * DAY_MS;

/** Never what the person does not want, and nothing to an address that cannot be one. */
const MAY_RETRY = `(m.created_at > ${DATABASE_NOW} - ${KEEP_MESSAGE_PARTS_DAYS * DAY_MS}::bigint
                   AND (m.state IN ('waiting', 'failed', 'givenUp') OR (m.state = 'suppressed' AND m.last_error_code = 'restored')))`;
const CASE_SEEN = `CASE WHEN c.id IS NULL THEN NULL
                        ELSE jsonb_build_object('isSealed', c.is_sealed, 'departmentCode', c.department_code, 'seal', c.document->'seal') END`;
const ONLY = {
  problems: `(m.state IN ('failed', 'givenUp') OR (m.state = 'suppressed' AND m.last_error_code <> 'wantsNone'))`,
  waiting: `m.state IN ('waiting', 'failed', 'sending')`,
  everything: 'true',
} as const;

const SQL = {
  page: (only: keyof typeof ONLY) => `
    SELECT m.id, m.created_at AS "at", split_part(m.event_key, ':', 1) AS event, m.recipient_key AS "recipientKey", m.address, m.method, m.state, m.tries,
           m.sent_at AS "sentAt", m.next_try_at AS "nextTryAt", m.last_error_code AS problem, ${MAY_RETRY} AS "mayRetry", m.retried_by AS "retriedBy",
           c.number, CASE WHEN m.event_key LIKE 'writing:%' THEN substr(m.event_key, 9) END AS "factId", ${CASE_SEEN} AS "caseSeen"
      FROM message_outbox m LEFT JOIN case_ c ON c.id = m.case_id
     WHERE (m.created_at, m.id) < ($1, $2) AND ${ONLY[only]} AND ($3::text IS NULL OR m.case_id = (SELECT id FROM case_ WHERE number = $3))
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${MAIL_LOG_PAGE + 1}`,
  retry: `UPDATE message_outbox m SET state = 'waiting', next_try_at = ${DATABASE_NOW}, expires_at = ${DATABASE_NOW} + ${WORTH_SENDING_MS}::bigint,
                 doubts = 0, last_error_code = NULL, retried_by = $2
           WHERE m.id = ANY($1) AND ${MAY_RETRY} RETURNING m.id`,
  known: `SELECT m.id, ${CASE_SEEN} AS "caseSeen" FROM message_outbox m LEFT JOIN case_ c ON c.id = m.case_id WHERE m.id = ANY($1)`,
};

const END = { at: Number.MAX_SAFE_INTEGER, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/**
 * One page of the log as `viewer` may see it, newest first. What is about a sealed case they may not see is left out, so a page may be
 * shorter than the others. A cursor that is none begins at the newest. `number`: of one case only.
 */
export async function readMailLog(pool: Pool, { before, only, number }: Pick<MailLogQuery, 'before' | 'only' | 'number'>, viewer: Staff): Promise<MailLogReply> {
  const cursor = readCursor(before) ?? END;
  const { rows } = await pool.query<Row>(SQL.page(only ?? 'everything'), [cursor.at, cursor.id, number ?? null]);
  const page = rows.slice(0, MAIL_LOG_PAGE);
  const last = page.at(-1);
  return MailLogReply.parse({
    entries: page.filter((row) => mayKnow(viewer, row)).map(toEntry),
    next: rows.length > page.length && last !== undefined ? `${last.at}.${last.id}` : null,
  });
}

function readCursor(text: string | undefined): typeof END | null {
  const match = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(text ?? '');
  return match === null ? null : { at: Number(match[1]), id: match[2] ?? END.id };
}

function mayKnow(viewer: Staff, { caseSeen }: Pick<Row, 'caseSeen'>): boolean {
  return caseSeen === null || maySee(viewer, caseSeen);
}

/** Parsed by the caller, which brands its moments. */
function toEntry({ recipientKey, address, number, problem, nextTryAt, ...rest }: Row) {
  const known = readProblem(problem);
  return {
    ...rest,
    staffId: staffOfRecipient(recipientKey),
    to: maskAddress(rest.method, address),
    nextTryAt: rest.state === 'waiting' || rest.state === 'failed' ? nextTryAt : null,
    problem: known === null ? null : problemSentence(known),
    trackingNumber: number,
  };
}

/** Has messages tried again at once, for another five days. What became of each, in the order of `ids`; what `viewer` may not know of is unknown. */
export async function retryMessages(pool: Pool, ids: readonly string[], viewer: Staff): Promise<MailRetryReply> {
  const found = await pool.query<Pick<Row, 'id' | 'caseSeen'>>(SQL.known, [ids]);
  const known = new Set(found.rows.filter((row) => mayKnow(viewer, row)).map(({ id }) => id));
  const retried = await pool.query<{ id: string }>(SQL.retry, [[...known], viewer.id]);
  const queued = new Set(retried.rows.map(({ id }) => id));
  return { outcomes: ids.map((id) => ({ id, outcome: queued.has(id) ? 'queued' : known.has(id) ? 'notNow' : 'unknown' })) };
}
