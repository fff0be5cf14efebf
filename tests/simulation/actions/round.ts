import type { SyncRound } from '../../../src-data/sync/sync-round.ts';
import type { EventOf, Meanwhile } from '../story/event.ts';
import type { LinePlan } from '../wire/line.ts';
import type { Desk, World } from '../world.ts';
import { alive, isKill } from './alive.ts';
import { giveCommand } from './command.ts';

/** One round of a station with the server, with whatever happens to it. */
export async function round(world: World, event: EventOf<'round'>): Promise<void> {
  const desk = world.desk(event.station);
  desk.line.begin({ faults: event.faults, meanwhile: (nth, when) => othersWork(world, desk, event.meanwhile.filter((work) => work.nth === nth && work.when === when)) });
  desk.station.stopAt(event.stop);
  world.server.stopAt(event.serverStop);
  const kills = world.server.kills();
  await untilDoneOrHeld(desk, alive(world, desk, () => runRound(world, desk)));
  world.counts.serverKills += world.server.kills() - kills;
}

/** Nothing stands in the way of this round. */
export async function quietRound(world: World, desk: Desk): Promise<void> {
  desk.line.begin(QUIET);
  await alive(world, desk, () => runRound(world, desk));
}

const QUIET: LinePlan = { faults: [], meanwhile: () => Promise.resolve() };

async function runRound(world: World, desk: Desk): Promise<void> {
  const { station } = desk;
  const next: SyncRound = desk.waiting.size === 0 ? station.round() : station.secondRound();
  const before = whoAndWhen(desk);
  world.touch(desk);
  try {
    await next.run();
  } finally {
    world.touch(desk);
    if (station.db().raw.open) noteChanges(world, desk, before);
  }
}

interface Position {
  readonly station: string | null;
  readonly epoch: number;
}

function whoAndWhen({ station }: Desk): Position | undefined {
  return station.db().raw.prepare<[], Position>('SELECT station, epoch FROM sync_state').get();
}

/** An answer to the station it was before cannot come any more: the program never has two rounds under way. */
function noteChanges({ counts }: World, desk: Desk, before: Position | undefined): void {
  const after = whoAndWhen(desk);
  if (!before || !after || before.station === null) return;
  if (after.station !== before.station) {
    counts.forks += 1;
    desk.line.forget();
  } else if (after.epoch !== before.epoch) counts.epochs += 1;
}

/** An answer held up lets the story go on; the round ends when the answer is let go. */
async function untilDoneOrHeld(desk: Desk, running: Promise<void>): Promise<void> {
  let isDone = false;
  const done = running.finally(() => {
    isDone = true;
    desk.waiting.delete(done);
  });
  await Promise.race([done, desk.line.heldUp()]);
  if (!isDone) desk.waiting.add(done);
}

async function othersWork(world: World, busy: Desk, works: readonly Meanwhile[]): Promise<void> {
  for (const { events } of works) {
    for (const { do: what, station, salt } of events) {
      const desk = world.desk(station);
      world.tell('    meanwhile:');
      if (what === 'command') otherWindow(world, desk, salt);
      else if (desk !== busy) await quietRound(world, desk);
    }
  }
}

/** A kill is everybody's; any other error is only this window's. */
function otherWindow(world: World, desk: Desk, salt: number): void {
  try {
    giveCommand(world, desk, salt);
  } catch (error) {
    if (isKill(error)) throw error;
    world.tell(`    ${desk.station.name}: ${String(error)}`);
  }
}
