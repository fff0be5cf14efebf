import { randomUUID } from 'node:crypto';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import type { CommandType } from '../../src-shared/commands/index.ts';
import { type MadeUpCase, madeUpCases } from '../../src-shared/practice/made-up-cases.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { HOUR_MS, type UtcMs, utcMs } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { runCommand } from '../outbox/run-command.ts';

const SQL = {
  /** They stand there as cases that everybody knows: nothing of them waits to be sent. */
  confirmed: `UPDATE case_ SET sync_state = 'confirmed'`,
  forgetCommands: 'DELETE FROM outbox',
  forgetShadows: 'DELETE FROM shadow',
} as const;

/** Writes the city's made-up cases, entered by `actor` in the past days. A case that the city's rules do not allow is left out. */
export function addMadeUpCases(db: WriteDb, catalogue: Catalogue, actor: Staff, now: UtcMs): void {
  for (const one of madeUpCases(catalogue)) addOne({ db, catalogue, actor }, one, now);
  for (const sql of Object.values(SQL)) db.write(sql).run({});
}

interface Ground {
  readonly db: WriteDb;
  readonly catalogue: Catalogue;
  readonly actor: Staff;
}

function addOne(ground: Ground, one: MadeUpCase, now: UtcMs): void {
  const receivedAt = utcMs(now - one.receivedHoursAgo * HOUR_MS);
  if (!give(ground, one, { type: 'case.open', args: openArgs(one, receivedAt), at: receivedAt })) return;
  const later = utcMs(Math.min(now, receivedAt + HOUR_MS));
  const worker = ground.catalogue.staff.find(({ isActive, isPerson, departmentCodes }) => isActive && isPerson && departmentCodes.includes(one.service.departmentCode));
  if (one.standing === 'assigned' && worker) give(ground, one, { type: 'case.assign', args: { assigneeId: worker.id, seenAssigneeId: null, note: '' }, at: later });
  const disposition = ground.catalogue.dispositions[0]?.code;
  if (one.standing === 'closed') give(ground, one, { type: 'case.close', args: { disposition, closingNote: 'Done, and the citizen was told by phone.', completionDate: null }, at: later });
}

function openArgs({ service, name, phone, place, description, answers }: MadeUpCase, receivedAt: UtcMs): Readonly<Record<string, unknown>> {
  return {
    ...{ kind: service.kind, nature: service.nature, channel: 'phone', serviceCode: service.code, description, answers, receivedAt, isMajorRepair: service.isMajorRepair },
    requester: { name, phone, email: '', address: '', language: 'en', preference: 'phone', needs: '' },
    location: service.needsLocation ? { text: place, unit: '', point: null } : null,
    ...{ onBehalfOf: null, departmentCode: null, assigneeId: null, isSealed: false, source: null, answeredNow: null },
    ...{ complaintAbout: null, neighborhoodCode: null, eventId: null, misconduct: null, referral: null, formerNumbers: [] },
  };
}

interface Given {
  readonly type: CommandType;
  readonly args: Readonly<Record<string, unknown>>;
  readonly at: UtcMs;
}

/** As somebody would have at that moment. Answers false when it was refused. */
function give({ db, catalogue, actor }: Ground, { caseId }: MadeUpCase, { type, args, at }: Given): boolean {
  const commandId = CommandId.parse(randomUUID());
  return runCommand(db, { commandId, caseId, type, args, takesNumber: type === 'case.open' }, { actor, catalogue, now: () => at }).ok;
}
