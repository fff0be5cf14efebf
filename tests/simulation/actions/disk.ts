/** What happens to a workstation's disk and to the computer around it. */
import { selfIssuedNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import type { StationEvent } from '../story/event.ts';
import type { DiskImage } from '../station/sim-station.ts';
import { viewStation } from '../invariants/station-view.ts';
import { OWN_RANGE_DIGITS } from './own-range.ts';
import type { Desk, World } from '../world.ts';
import { dropWaiting, restartStation } from './alive.ts';

export function image(world: World, event: StationEvent): void {
  world.desk(event.station).station.takeImage();
}

/** Commands that only this disk held are gone with it; no protocol can bring those back. */
export async function putBack(world: World, event: StationEvent): Promise<void> {
  const desk = world.desk(event.station);
  const disk = desk.station.image();
  if (!disk) return world.tell('    there is no image of it');
  world.counts.disksPutBack += 1;
  noteCopiedNumbers(world, desk);
  desk.station.putBack(disk);
  await dropWaiting(desk);
  noteCopiedNumbers(world, desk);
  world.forgetView(desk);
  await world.forgetDestroyed();
}

const COMPUTERS_MAX = 6;

/** The image runs on another computer, beside its original. */
export function copyStarts(world: World, event: StationEvent): void {
  const original = world.desk(event.station);
  const disk: DiskImage | null = original.station.image();
  if (!disk || world.desks.length >= COMPUTERS_MAX) return world.tell('    there is no image of it, or no room for another computer');
  const copy = world.addDesk(`${original.station.name} (copy ${world.desks.length - 2})`, disk);
  copy.station.setClock(original.station.clockOffsetMs());
  noteCopiedNumbers(world, copy);
}

/** Numbers free on both disks may be given out by both, until the server is asked; also those of the range of its own. */
function noteCopiedNumbers(world: World, { station }: Desk): void {
  const { freeNumbers, enrolment } = viewStation(station);
  for (const number of freeNumbers) world.copiedNumbers.add(number);
  if (enrolment !== null) world.copiedNumbers.add(selfIssuedNumber(enrolment, 0)?.slice(0, OWN_RANGE_DIGITS) ?? '');
}

export async function restart(world: World, event: StationEvent): Promise<void> {
  await restartStation(world, world.desk(event.station));
}

/** SQLite itself finds that there is no room: its file may not grow by more than a page or two. */
export function diskFills(world: World, event: StationEvent): void {
  const { raw } = world.desk(event.station).station.db();
  const pages = Number(raw.pragma('page_count', { simple: true }));
  raw.pragma(`max_page_count = ${pages + (event.id % 3)}`);
}

export function diskFreed(world: World, event: StationEvent): void {
  freeDisk(world.desk(event.station));
}

export function freeDisk({ station }: Desk): void {
  station.db().raw.pragma('max_page_count = 4294967294');
}

/** The stock of numbers went on paper forms. */
export function numbersGone(world: World, event: StationEvent): void {
  const desk = world.desk(event.station);
  desk.station.db().raw.prepare('DELETE FROM number_pool WHERE used_at IS NULL').run();
}
