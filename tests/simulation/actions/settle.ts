import { findStaff } from '../../../src-shared/catalogue/lookup.ts';
import { CommandId, StaffId } from '../../../src-shared/util/ids.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { currentCatalogue } from '../../../src-data/cases/catalogue.ts';
import { settleAttention } from '../../../src-data/rpc/settle-attention.ts';
import { beginSession } from '../../../src-data/session/session.ts';
import { attentionItems } from '../../../src-data/sync/attention.ts';
import { createRandom } from '../random.ts';
import type { EventOf } from '../story/event.ts';
import type { Desk, World } from '../world.ts';
import { alive } from './alive.ts';

/** Somebody signs in and decides about one entry of Needs attention, if there is one for them. */
export async function settle(world: World, event: EventOf<'settle'>): Promise<void> {
  const desk = world.desk(event.station);
  desk.station.stopAt(event.stop);
  await alive(world, desk, () => settleOne(world, desk, event.salt));
}

function settleOne(world: World, desk: Desk, salt: number): void {
  const { station } = desk;
  const db = station.db();
  world.touch(desk);
  const random = createRandom(salt);
  const catalogue = currentCatalogue(db);
  const staff = catalogue && findStaff(catalogue, random.pick(['agent', 'agent2', 'admin', 'water.head']));
  if (!catalogue || !staff?.isActive) return world.tell(`    ${station.name}: nobody is there to look`);
  beginSession(db, staff, 'thisWorkstation', utcMs(station.now()));
  const items = attentionItems(db, { catalogue, staffId: staff.id, now: utcMs(station.now()) });
  if (items.length === 0) return world.tell(`    ${station.name}: nothing needs ${staff.id}’s attention`);
  const item = random.pick(items);
  const action = random.pick(item.actions);
  const to = action === 'handOver' ? StaffId.parse('admin') : null;
  const reply = settleAttention({ db, now: () => utcMs(station.now()) }, { uid: CommandId.parse(item.uid), action, to });
  world.tell(`    ${station.name}: ${staff.id} decides ${action} about ${item.commandType} (${item.uid.slice(0, 4)}): ${reply.ok ? 'done' : reply.reason}`);
  if (reply.ok) noteNewest(world, desk);
}

/** What was decided may have given a command. */
function noteNewest(world: World, { station }: Desk): void {
  const newest = station.db().raw.prepare<[], { uid: string; caseId: string; number: string | null }>(
    `SELECT uid, case_id AS caseId, command ->> '$.args.trackingNumber' AS number FROM outbox ORDER BY rowid DESC LIMIT 1`,
  ).get();
  if (newest && !world.given.has(newest.uid)) world.noteGiven(newest);
}
