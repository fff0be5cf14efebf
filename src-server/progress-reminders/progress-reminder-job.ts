import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, findDepartment, findStaff, serviceName } from '../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { maySee } from '../../src-shared/domain/visibility.ts';
import type { Office } from '../../src-shared/office/office.ts';
import { standInOf } from '../../src-shared/office/stand-ins.ts';
import { formatTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { exactMoment } from '../../src-shared/util/moment.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import type { Connection } from '../db/pool.ts';
import { inTransaction } from '../db/transaction.ts';
import type { Job } from '../jobs/run-once.ts';
import { everyWorkingMorning, type Schedule } from '../jobs/schedule.ts';
import type { OutgoingMessage } from '../mail/message.ts';
import { queueMessage } from '../mail/queue-message.ts';
import { staffRecipient } from '../mail/recipient-key.ts';
import { readDelegations } from '../office/office-store.ts';

/** With the daily list, on the same mornings; also where the city wants no list. */
export const PROGRESS_REMINDER_SCHEDULE: Schedule = everyWorkingMorning(({ dailyList, calendars }) => {
  const calendar = calendars.find(({ code }) => code === dailyList?.calendarCode);
  return dailyList && calendar ? { calendar, time: dailyList.at } : null;
});

const SQL = {
  due: `SELECT document FROM case_ WHERE closed_at IS NULL AND (document->>'nextProgressBy')::bigint < $1 ORDER BY (document->>'nextProgressBy')::bigint`,
};

/** What comes later in the week is not this morning's reminder. */
const WORTH_SENDING_MS = DAY_MS;

/**
 * Reminds whoever has a long repair that its progress report is due (RC-6; S2, Step 3.6): one mail a morning to each person, with all of
 * theirs; where nobody has the case, to the head of its department; to the stand-in of somebody who is away. Nothing due, no mail.
 */
export function progressReminderJob(deps: Pick<AppDeps, 'pool' | 'now' | 'catalogues'>): Job {
  return {
    name: 'progress reminder',
    async work(_signal, { key: day }) {
      const catalogue = await deps.catalogues.newest(deps.pool);
      if (catalogue === null) return { mails: 0 };
      return { mails: await inTransaction(deps.pool, {}, (tx) => queueReminders(tx, { catalogue, day, now: deps.now() })) };
    },
  };
}

interface Morning {
  readonly catalogue: Catalogue;
  readonly day: string;
  readonly now: UtcMs;
}

async function queueReminders(tx: Connection, morning: Morning): Promise<number> {
  const { rows } = await tx.query<{ document: Case }>(SQL.due, [morning.now]);
  const office = await readDelegations(tx);
  const casesOf = new Map<Staff, Case[]>();
  for (const { document } of rows) {
    const member = reminded(document, office, morning);
    if (member) casesOf.set(member, [...(casesOf.get(member) ?? []), document]);
  }
  for (const [member, cases] of casesOf) await queueMessage(tx, mailTo(member, cases, morning));
  return casesOf.size;
}

/** Undefined: there is nobody who may see the case. */
function reminded(current: Case, office: Pick<Office, 'delegations'>, { catalogue, now }: Morning): Staff | undefined {
  const owner = current.assigneeId ?? findDepartment(catalogue, current.departmentCode)?.headStaffId ?? null;
  if (owner === null) return undefined;
  return [standInOf(office, owner, now), owner].map((id) => (id === null ? undefined : findStaff(catalogue, id))).find((member) => member?.isActive && maySee(member, current));
}

/** No citizen's words or names leave the system this way. */
function mailTo(member: Staff, cases: readonly Case[], { catalogue, day, now }: Morning): OutgoingMessage {
  const lines = cases.map((current) => {
    const what = current.isSealed ? 'sealed case' : serviceName(catalogue, current.serviceCode);
    const due = current.nextProgressBy === null ? '' : exactMoment(current.nextProgressBy, now, catalogue.city.timeZone);
    return `${formatTrackingNumber(current.trackingNumber)} · ${what} · ${departmentName(catalogue, current.departmentCode)}\n  Report was due ${due} · portreeve://case/${formatTrackingNumber(current.trackingNumber)}`;
  });
  const count = `${cases.length} progress report${cases.length === 1 ? ' is' : 's are'} due`;
  return {
    eventKey: `progressReminder:${day}`,
    ...{ recipientKey: staffRecipient(member.id), address: member.email, method: 'email', caseId: null, worthSendingForMs: WORTH_SENDING_MS },
    subject: count,
    text: [`${member.name}, ${count}. Add a progress note (g) on each case: the citizen waits for it.`, ...lines].join('\n\n') + '\n',
    html: null,
    attachments: [],
  };
}
