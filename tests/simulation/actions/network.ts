import type { StationEvent } from '../story/event.ts';
import type { Desk, World } from '../world.ts';

export function cutOff(world: World, event: StationEvent): void {
  world.desk(event.station).line.cutOff();
}

export function reconnect(world: World, event: StationEvent): void {
  world.desk(event.station).line.reconnect();
}

export async function late(world: World, event: StationEvent): Promise<void> {
  await letGo(world, world.desk(event.station));
}

/** Everything held up on its way to or from this desk arrives now. */
export async function letGo(world: World, desk: Desk): Promise<void> {
  await desk.line.letGo();
  await Promise.all(desk.waiting);
  world.touch(desk);
}
