import { bookFor } from '../../src-shared/catalogue/rule-books.ts';
import { ruleBookOf } from '../../src-shared/catalogue/time-rules.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { BoardSurroundings } from '../../src-shared/overdue/board-entry.ts';
import type { OverdueList } from '../../src-shared/overdue/overdue-list.ts';
import { overdueListCsv } from '../../src-shared/overdue/overdue-list-csv.ts';
import { overdueListHtml } from '../../src-shared/overdue/overdue-list-html.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { DAY_MS } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Connection } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Job } from '../jobs/run-once.ts';
import { everyWorkingMorning, type Schedule } from '../jobs/schedule.ts';
import type { OutgoingMessage } from '../mail/message.ts';
import { queueMessage } from '../mail/queue-message.ts';
import { type ListReader, listFor, readersOf } from './list-for-reader.ts';

export const DAILY_LIST_JOB = 'daily list';
const BOARD_LINK = 'portreeve://overdue';
/** A mail that nobody scrolls through for ever; all are in the file that comes with it. */
const MOST_ROWS = 200;
/** What comes later in the week is not this morning's list. */
const WORTH_SENDING_MS = DAY_MS;

type ListDeps = Pick<AppDeps, 'pool' | 'now' | 'catalogues'>;

/** The time and the working days the city has set; never, when it wants none. */
export const DAILY_LIST_SCHEDULE: Schedule = everyWorkingMorning(({ dailyList, calendars }) => {
  const calendar = calendars.find(({ code }) => code === dailyList?.calendarCode);
  return dailyList?.isOn && calendar ? { calendar, time: dailyList.at } : null;
});

const SQL = {
  // The clock has stated what was missed before this job runs; a closed case with an open follow-up counts too.
  late: `SELECT document FROM case_ WHERE document->'lateness' <> '[]'::jsonb
            AND (closed_at IS NULL OR (document->'followUp' <> 'null'::jsonb AND document->'followUp'->>'closedAt' IS NULL))`,
};

/** One mail to each reader; all are queued in one transaction, so that a morning's lists go out together or not yet. */
export function dailyListJob(deps: ListDeps): Job {
  return {
    name: DAILY_LIST_JOB,
    async work(_signal, { key: day }) {
      const catalogue = await deps.catalogues.newest(deps.pool);
      if (catalogue === null) return { mails: 0 };
      const mails = await inTransaction(deps.pool, {}, (tx) => queueLists(tx, deps, { catalogue, day }));
      return { mails };
    },
  };
}

async function queueLists(tx: Connection, { now, catalogues }: ListDeps, { catalogue, day }: { readonly catalogue: Catalogue; readonly day: string }): Promise<number> {
  const { rows } = await tx.query<{ document: Case }>(SQL.late);
  const cases = rows.map(({ document }) => document);
  const books = await catalogues.ruleBooks(tx, catalogue.version);
  const ruleBookFor: BoardSurroundings['ruleBookFor'] = (version) => bookFor(books, version) ?? ruleBookOf(catalogue);
  const around = { catalogue, now: now(), timeZone: catalogue.city.timeZone, ruleBookFor };
  const readers = readersOf(catalogue);
  for (const reader of readers) {
    await queueMessage(tx, mailTo(reader, { whole: listFor(reader, cases, around), short: listFor(reader, cases, around, MOST_ROWS), day }));
  }
  return readers.length;
}

interface Lists {
  readonly whole: OverdueList;
  readonly short: OverdueList;
  readonly day: string;
}

function mailTo({ address, recipientKey }: ListReader, { whole, short, day }: Lists): OutgoingMessage {
  const note = `The City Manager’s office and the directors get this list every working morning. On a workstation it is live: ${BOARD_LINK}`;
  const linkOf = (trackingNumber: Parameters<typeof formatTrackingNumber>[0]): string => `portreeve://case/${formatTrackingNumber(trackingNumber)}`;
  return {
    eventKey: `dailyList:${day}`,
    ...{ recipientKey, address, method: 'email', caseId: null, worthSendingForMs: WORTH_SENDING_MS },
    subject: `${whole.title}: ${whole.summary}`,
    text: plainText(short, note),
    html: overdueListHtml(short, { paper: 'letter', note, linkOf }),
    attachments: [{ name: `overdue-${day}.csv`, mediaType: 'text/csv; charset=utf-8', base64: Buffer.from(overdueListCsv(whole)).toString('base64') }],
  };
}

/** For readers of mail without HTML: each case in three lines. */
function plainText({ title, asOf, summary, cutLine, groups }: OverdueList, note: string): string {
  const sections = groups.map(({ name, lines }) => {
    const cases = lines.map((line) => [`${line.number} · ${line.howLate} · ${line.owner}`, `  ${[line.isSealed ? 'Sealed case' : line.service, line.place].filter(Boolean).join(', ')}`, `  ${line.why}`].join('\n'));
    return [`${name}: ${lines.length} overdue`, ...cases].join('\n');
  });
  return `${[title, `As of ${asOf}`, summary, ...(cutLine === null ? [] : [cutLine]), ...sections, note].join('\n\n')}\n`;
}
