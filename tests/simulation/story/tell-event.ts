import type { RoundEvent, SimEvent, ServerStop, StationStop } from './event.ts';

/** One line for people: who did what, and what went wrong in it. `nameOf` gives the computer an index means. */
export function tellEvent(event: SimEvent, nameOf: (station: number) => string): string {
  switch (event.do) {
    case 'command':
      return `${nameOf(event.station)}: somebody works${stationStop(event.stop)}`;
    case 'officeCommand':
      return `${nameOf(event.station)}: somebody sees to the office${stationStop(event.stop)}`;
    case 'settle':
      return `${nameOf(event.station)}: somebody looks at what needs attention${stationStop(event.stop)}`;
    case 'round':
      return `${nameOf(event.station)} syncs${roundTroubles(event)}`;
    case 'clock':
      return `the clock of ${event.who === 'server' ? 'the server' : nameOf(event.who)} jumps by ${event.days} days`;
    case 'buckets':
      return `${nameOf(event.station)} may now hold ${event.granted.join(', ') || 'nothing more'} and no longer ${event.revoked.join(', ') || 'anything else'}`;
    case 'staff':
      return 'somebody leaves, comes back or gets another role';
    default:
      return 'station' in event ? `${nameOf(event.station)} ${OF_STATIONS[event.do]}` : OF_THE_SERVER[event.do];
  }
}

const OF_STATIONS = {
  image: 'has an image of its disk taken',
  putBack: 'gets the image of its disk back',
  copyStarts: 'has its disk image started on another computer beside it',
  restart: 'is started again',
  cutOff: 'loses the network',
  reconnect: 'has the network back',
  late: 'gets what was held up on the way',
  diskFills: 'has no more room on its disk',
  diskFreed: 'has room on its disk again',
  numbersGone: 'has given out all its numbers on paper forms',
} as const;

const OF_THE_SERVER = {
  serverWatches: 'the server looks at its clock',
  serverRestart: 'the server is started again',
  serverImage: 'the server’s database is copied',
  serverRestored: 'the server is restored from the copy, with a new epoch',
  serverPutBack: 'the copy is put in the place of the server’s database without a word',
  serverAnew: 'the server is set up anew',
} as const;

function roundTroubles({ faults, meanwhile, stop, serverStop }: RoundEvent): string {
  const lost = faults.map(({ nth, kind }) => `; exchange ${nth + 1}: ${kind}`);
  const others = meanwhile.map(({ nth, when, events }) => `; ${when === 'reading' ? 'while answer' : 'before exchange'} ${nth + 1}: ${events.length} others work`);
  return [...lost, ...others, stationStop(stop), serverStopWords(serverStop)].join('');
}

function stationStop(stop: StationStop | null): string {
  if (stop === null) return '';
  return stop.how === 'killed' ? `; killed at statement ${stop.nth}` : `; no room on the disk at statement ${stop.nth}`;
}

function serverStopWords(stop: ServerStop | null): string {
  if (stop === null) return '';
  const where = `${stop.when} its ${stop.of} ${stop.nth}`;
  return stop.how === 'killed' ? `; the server is killed ${where}` : `; the server loses its database ${where}`;
}
