import { findStaff } from '../../../src-shared/catalogue/lookup.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { CommandId } from '../../../src-shared/util/ids.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { currentCatalogue } from '../../../src-data/cases/catalogue.ts';
import { dismissOfficeCommand, openOffice } from '../../../src-data/office/office-rows.ts';
import { shownOffice, showOffice } from '../../../src-data/office/office-store.ts';
import { printForms } from '../../../src-data/outage-forms/print-forms.ts';
import { runOfficeCommand } from '../../../src-data/office/run-office-command.ts';
import type { WriteDb } from '../../../src-data/db/database.ts';
import { readSyncState } from '../../../src-data/sync/sync-state.ts';
import { noteSignIn } from '../../../src-server/auth/signed-in-at.ts';
import { plausibleOfficeCommand } from '../plausible-office-command.ts';
import { createRandom, type Random } from '../random.ts';
import type { EventOf } from '../story/event.ts';
import type { Desk, World } from '../world.ts';
import { alive } from './alive.ts';

const SIGNED_IN_RATE = 0.7;
const DISMISS_RATE = 0.15;
const SHEETS = 3;

/** Somebody posts, ends, delegates, reads, suggests, answers or changes the catalogue; now and then puts a refusal aside. */
export async function officeCommand(world: World, event: EventOf<'officeCommand'>): Promise<void> {
  const desk = world.desk(event.station);
  const random = createRandom(event.salt);
  if (random.chance(SIGNED_IN_RATE)) await signInAdministrator(world, desk);
  desk.station.stopAt(event.stop);
  await alive(world, desk, () => giveOfficeCommand(world, desk, random));
}

/** The server has checked the administrator's password at this workstation, if it knows the workstation. */
export async function signInAdministrator(world: World, { station }: Desk): Promise<void> {
  const id = station.db().raw.prepare<[], string | null>('SELECT station FROM sync_state').pluck().get();
  const pool = world.server.pool();
  const { rowCount } = await pool.query('SELECT 1 FROM station WHERE id = $1', [id ?? '']);
  if (id && rowCount === 1) await noteSignIn(pool, { staffId: 'admin', station: id, now: utcMs(world.now()) });
}

function giveOfficeCommand(world: World, desk: Desk, random: Random): void {
  const { station } = desk;
  const db = station.db();
  world.touch(desk);
  if (station.isOlder) return world.tell(`    ${station.name}: its version knows of no office`);
  const catalogue = currentCatalogue(db);
  if (!catalogue || readSyncState(db).station === null) return world.tell(`    ${station.name}: nobody can work here yet`);
  if (random.chance(DISMISS_RATE)) return dismissOne(world, desk, db);
  const commandId = CommandId.parse(random.uuid());
  const { type, args, userId } = plausibleOfficeCommand({ random, now: station.now(), words: world.words }, shownOffice(db), catalogue);
  const actor = must(findStaff(catalogue, userId), 'the city keeps its staff');
  const around = { actor, catalogue, now: station.now };
  // Forms are printed with the numbers of this desk, as the window does it.
  const printed = type === 'office.printForms' ? printForms(db, { commandId, count: SHEETS }, around) : null;
  const outcome = printed ?? runOfficeCommand(db, { commandId, type, args }, around);
  world.tell(`    ${station.name}: ${userId} gives ${type} (${commandId.slice(0, 4)}): ${outcome.ok ? 'done' : outcome.reason}`);
  if (outcome.ok) world.noteOfficeGiven(commandId);
  if (printed?.ok) for (const { number } of printed.batch.forms) world.noteOnPaper(number);
  world.bug?.afterOfficeCommand?.(db);
}

function dismissOne(world: World, { station }: Desk, db: WriteDb): void {
  const refused = openOffice(db).find(({ state }) => state === 'refused');
  if (!refused) return world.tell(`    ${station.name}: nothing to put aside`);
  db.transaction(() => {
    dismissOfficeCommand(db, refused.uid, utcMs(station.now()));
    showOffice(db);
  });
  world.tell(`    ${station.name}: ${refused.command.type} (${refused.uid.slice(0, 4)}) is put aside`);
}
