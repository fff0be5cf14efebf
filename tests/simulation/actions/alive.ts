import { Killed } from '../station/gated-db.ts';
import type { Desk, World } from '../world.ts';

/** Runs `work` on a station that may be killed in it; then it has died and starts again. Any other error is the station's own to live with. */
export async function alive(world: World, desk: Desk, work: () => void | Promise<void>): Promise<void> {
  const { station } = desk;
  try {
    await work();
  } catch (error) {
    if (!isKill(error)) return world.tell(`    ${station.name}: ${error instanceof Error ? error.message : String(error)}`);
    world.counts.kills += 1;
    world.tell(`    ${station.name} is killed, and started again`);
    await restartStation(world, desk);
  }
}

/** Whatever was in memory is gone, also a round that waits for an answer too. */
export async function restartStation(world: World, desk: Desk): Promise<void> {
  desk.station.restart();
  await dropWaiting(desk);
  world.touch(desk);
}

export async function dropWaiting(desk: Desk): Promise<void> {
  desk.line.forget();
  await Promise.all(desk.waiting);
}

/** A kill inside a transaction or a request comes out as itself or as the cause of what it broke. */
export function isKill(error: unknown): boolean {
  return error instanceof Killed || (error instanceof Error && error.cause instanceof Killed);
}
