import type { Case } from '../../../src-shared/domain/case-document.ts';
import { findStaff } from '../../../src-shared/catalogue/lookup.ts';
import type { TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { CaseId, CommandId } from '../../../src-shared/util/ids.ts';
import { currentCatalogue } from '../../../src-data/cases/catalogue.ts';
import { findCase } from '../../../src-data/cases/case-queries.ts';
import type { WriteDb } from '../../../src-data/db/database.ts';
import { shownOffice } from '../../../src-data/office/office-store.ts';
import { noteKeyedIn } from '../../../src-data/outage-forms/key-in-form.ts';
import { type CommandRequest, runCommand } from '../../../src-data/outbox/run-command.ts';
import { readSyncState } from '../../../src-data/sync/sync-state.ts';
import { type OtherCase, plausibleCommand } from '../plausible-command.ts';
import { createRandom, type Random } from '../random.ts';
import type { EventOf } from '../story/event.ts';
import type { Desk, World } from '../world.ts';
import { alive } from './alive.ts';

const NEW_CASE_RATE = 0.25;
/** How often a number is read off a paper form, where the office has some out. */
const FORM_RATE = 0.4;

export async function command(world: World, event: EventOf<'command'>): Promise<void> {
  const desk = world.desk(event.station);
  desk.station.stopAt(event.stop);
  await alive(world, desk, () => giveCommand(world, desk, event.salt));
}

/** A command as somebody at this desk would give it now. `salt` decides which. */
export function giveCommand(world: World, desk: Desk, salt: number): void {
  const { station } = desk;
  const db = station.db();
  world.touch(desk);
  const catalogue = currentCatalogue(db);
  if (!catalogue || readSyncState(db).station === null) return world.tell(`    ${station.name}: nobody can work here yet`);
  const random = createRandom(salt);
  const ids = { commandId: CommandId.parse(random.uuid()), newCase: CaseId.parse(random.uuid()) };
  const caseId = pickCase(db, random) ?? ids.newCase;
  const shown: Case | null = findCase(db, caseId)?.case ?? null;
  const { type, args, userId } = plausibleCommand({ random, others: othersOf(db, caseId), now: station.now(), words: world.words }, shown);
  const actor = must(findStaff(catalogue, userId), 'the city keeps its staff');
  const takesNumber = type === 'case.open' || type === 'case.addCoReporter';
  const around = { actor, catalogue, now: station.now };
  const formNumber = takesNumber && random.chance(FORM_RATE) ? pickForm(db, random) : null;
  const request: CommandRequest = { commandId: ids.commandId, caseId, type, args, takesNumber, formNumber };
  const outcome = db.transaction(() => {
    const given = runCommand(db, request, around);
    if (given.ok && formNumber) noteKeyedIn(db, { number: formNumber, caseId }, around);
    return given;
  });
  world.tell(`    ${station.name}: ${userId} gives ${type} (${ids.commandId.slice(0, 4)}) on case ${caseId.slice(0, 4)}: ${outcome.ok ? 'done' : outcome.reason}`);
  if (outcome.ok) world.noteGiven({ uid: request.commandId, caseId, number: outcome.trackingNumber, isOffForm: formNumber !== null });
  world.bug?.afterCommand?.(db);
}

/** A sheet of any workstation that is still out, as far as this one knows; null: there is none. */
function pickForm(db: WriteDb, random: Random): TrackingNumber | null {
  const out = shownOffice(db).formBatches.flatMap(({ forms }) => forms.filter(({ end }) => end === null).map(({ number }) => number));
  return out.length === 0 ? null : random.pick(out);
}

function othersOf(db: WriteDb, caseId: CaseId): readonly OtherCase[] {
  return db.raw.prepare<[string], OtherCase>('SELECT case_id AS caseId, tracking_number AS trackingNumber FROM case_ WHERE case_id <> ? ORDER BY case_id').all(caseId);
}

/** Null: a new one. */
function pickCase(db: WriteDb, random: Random): CaseId | null {
  const known = db.raw.prepare<[], { caseId: CaseId }>('SELECT case_id AS caseId FROM case_ ORDER BY case_id').all();
  return known.length === 0 || random.chance(NEW_CASE_RATE) ? null : random.pick(known).caseId;
}
