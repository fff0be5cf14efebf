/** What happens to the server and its database. */
import { utcMs } from '../../../src-shared/util/time.ts';
import { inTransaction } from '../../../src-server/db/transaction.ts';
import { raiseEpoch } from '../../../src-server/epoch/raise-epoch.ts';
import type { World } from '../world.ts';

export async function serverWatches(world: World): Promise<void> {
  const stated = await world.server.watchClocks();
  world.tell(`    ${stated} cases had something to say`);
}

export async function serverRestart(world: World): Promise<void> {
  await world.server.restart();
}

export async function serverImage(world: World): Promise<void> {
  await world.look('step'); // so that the ledger knows everything the copy holds
  await world.server.takeImage();
  world.keepLife();
}

/** As the restore command does it: the copy, and a new epoch before anybody is served. */
export async function serverRestored(world: World): Promise<void> {
  if (!(await world.server.putImageBack())) return world.tell('    there is no copy');
  world.beginLife('copy', 'the restored server');
  await inTransaction(world.server.pool(), {}, (tx) => raiseEpoch(tx, { at: utcMs(world.now()), reason: 'restored from a copy' }));
  await afterRestore(world);
}

/** Somebody copies the files of an older day into their place and says nothing. */
export async function serverPutBack(world: World): Promise<void> {
  if (!(await world.server.putImageBack())) return world.tell('    there is no copy');
  world.beginLife('copy', 'the server put back');
  await afterRestore(world);
}

export async function serverAnew(world: World): Promise<void> {
  await world.server.setUpAnew();
  world.beginLife('nothing', 'the new server');
  await afterRestore(world);
}

async function afterRestore(world: World): Promise<void> {
  world.counts.restores += 1;
  await world.forgetDestroyed();
}
