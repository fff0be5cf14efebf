/** What administrators and clocks do. */
import type { Catalogue, Staff } from '../../../src-shared/catalogue/catalogue.ts';
import { SMALL_CITY } from '../../../src-shared/testing/small-city.ts';
import { DAY_MS, utcMs } from '../../../src-shared/util/time.ts';
import { publishCatalogue } from '../../../src-server/catalogue/catalogue-store.ts';
import { inTransaction } from '../../../src-server/db/transaction.ts';
import { grantBuckets, revokeBuckets } from '../../../src-server/feed/grants.ts';
import { createRandom, type Random } from '../random.ts';
import type { EventOf } from '../story/event.ts';
import type { World } from '../world.ts';

export function clock(world: World, { who, days }: EventOf<'clock'>): void {
  const shiftMs = Math.round(days * DAY_MS);
  if (who === 'server') return world.shiftServerClock(shiftMs);
  const { station } = world.desk(who);
  station.setClock(station.clockOffsetMs() + shiftMs);
}

export async function buckets(world: World, event: EventOf<'buckets'>): Promise<void> {
  const desk = world.desk(event.station);
  const row = desk.station.db().raw.prepare<[], { station: string | null }>('SELECT station FROM sync_state').get();
  const pool = world.server.pool();
  const known = await pool.query('SELECT 1 FROM station WHERE id = $1', [row?.station ?? '']);
  if (!row?.station || known.rowCount === 0) return world.tell('    the server does not know it');
  const { station } = row;
  const at = utcMs(world.now());
  await inTransaction(pool, {}, (tx) => grantBuckets(tx, station, event.granted, at));
  await inTransaction(pool, {}, (tx) => revokeBuckets(tx, station, event.revoked, at));
}

/** Somebody leaves, comes back, or gets another role or department; now and then the city promises another time with it. */
export async function staff(world: World, { salt }: EventOf<'staff'>): Promise<void> {
  const random = createRandom(salt);
  const pool = world.server.pool();
  const { rows } = await pool.query<{ document: Catalogue }>('SELECT document FROM catalogue ORDER BY version DESC LIMIT 1');
  const present = rows[0]?.document ?? world.catalogue(); // with what administrators have published at their desks
  const version = Math.max(present.version, world.catalogue().version) + 1;
  const catalogue: Catalogue = { ...present, version, staff: changedStaff(present.staff, random), policies: changedPolicies(present.policies, random) };
  world.setCatalogue(catalogue);
  await inTransaction(pool, {}, (tx) => publishCatalogue(tx, catalogue, { at: utcMs(world.now()), by: 'simulation' }));
}

function changedPolicies(present: Catalogue['policies'], random: Random): Catalogue['policies'] {
  if (!random.chance(0.4)) return present;
  const amount = random.pick([24, 48, 72]);
  return present.map((policy) => ({ ...policy, respond: [{ unit: 'elapsedHours', amount, source: 'A new policy' }] }));
}

function changedStaff(present: readonly Staff[], random: Random): Staff[] {
  const changed = random.pick(present.filter((member) => member.id !== 'admin'));
  const first = SMALL_CITY.staff.find((member) => member.id === changed.id);
  return present.map((member) => {
    if (member !== changed) return member;
    if (random.chance(0.4)) return { ...member, isActive: !member.isActive };
    if (random.chance(0.4) && first) return first;
    return { ...member, roles: [random.pick(['agent', 'departmentStaff', 'departmentHead', 'hr', 'commission'] as const)], departmentCodes: [random.pick(['STREETS', 'WATER', 'HR'])] };
  });
}
