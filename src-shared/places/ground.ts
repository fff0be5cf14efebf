/** Distances and positions within a city, where the earth is flat: right to a metre within the few kilometres that matter here. */

export interface GroundPoint {
  readonly latitude: number;
  readonly longitude: number;
}

const METERS_PER_DEGREE = 111_320;

/** How much shorter a degree of longitude is here than one of latitude. */
function shrinkAt(latitude: number): number {
  return Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
}

/** Metres east and north of `origin`. */
export function metersFrom(origin: GroundPoint, { latitude, longitude }: GroundPoint): { readonly east: number; readonly north: number } {
  return { east: (longitude - origin.longitude) * METERS_PER_DEGREE * shrinkAt(origin.latitude), north: (latitude - origin.latitude) * METERS_PER_DEGREE };
}

/** The point so many metres east and north of `origin`. */
export function pointAt(origin: GroundPoint, { east, north }: { readonly east: number; readonly north: number }): GroundPoint {
  return { latitude: origin.latitude + north / METERS_PER_DEGREE, longitude: origin.longitude + east / (METERS_PER_DEGREE * shrinkAt(origin.latitude)) };
}

export function metersBetween(one: GroundPoint, other: GroundPoint): number {
  const { east, north } = metersFrom(one, other);
  return Math.hypot(east, north);
}

/** The square of `2 * meters` around a point, in degrees. */
export function squareAround(center: GroundPoint, meters: number): { readonly south: number; readonly north: number; readonly west: number; readonly east: number } {
  const [low, high] = [pointAt(center, { east: -meters, north: -meters }), pointAt(center, { east: meters, north: meters })];
  return { south: low.latitude, north: high.latitude, west: low.longitude, east: high.longitude };
}

export function middleOf(one: GroundPoint, other: GroundPoint): GroundPoint {
  return { latitude: (one.latitude + other.latitude) / 2, longitude: (one.longitude + other.longitude) / 2 };
}

/**
 * Where two streets come nearest to each other: the middle between their two nearest addresses, and how far those are apart. Null
 * when either has none.
 */
export function nearestApproach(one: readonly GroundPoint[], other: readonly GroundPoint[]): { readonly point: GroundPoint; readonly gapMeters: number } | null {
  const sorted = [...other].sort((a, b) => a.latitude - b.latitude);
  let best: { point: GroundPoint; gapMeters: number } | null = null;
  for (const from of one) {
    const reach = (best?.gapMeters ?? Number.POSITIVE_INFINITY) / METERS_PER_DEGREE;
    for (let at = firstFrom(sorted, from.latitude - reach); at < sorted.length; at += 1) {
      const to = sorted[at];
      if (to === undefined || to.latitude > from.latitude + (best?.gapMeters ?? Number.POSITIVE_INFINITY) / METERS_PER_DEGREE) break;
      const gapMeters = metersBetween(from, to);
      if (best === null || gapMeters < best.gapMeters) best = { point: middleOf(from, to), gapMeters };
    }
  }
  return best;
}

/** Index of the first point at or north of `latitude`, in points sorted by latitude. */
function firstFrom(sorted: readonly GroundPoint[], latitude: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.latitude ?? 0) < latitude) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A house number with its position. */
export interface NumberedPoint extends GroundPoint {
  readonly number: number;
}

const MOST_NUMBERS_BETWEEN = 300;
const MOST_METERS_BETWEEN = 600;
const MOST_NUMBERS_BEYOND = 60;

/**
 * Where a number that nobody listed would stand: between its neighbours on the same side of the street, by its share of the numbers;
 * at the last one when it is a little beyond. Null when the neighbours say too little.
 */
export function pointBetween(number: number, below: NumberedPoint | null, above: NumberedPoint | null): GroundPoint | null {
  if (below !== null && above !== null && above.number - below.number <= MOST_NUMBERS_BETWEEN && metersBetween(below, above) <= MOST_METERS_BETWEEN) {
    const share = above.number === below.number ? 0.5 : (number - below.number) / (above.number - below.number);
    return { latitude: below.latitude + (above.latitude - below.latitude) * share, longitude: below.longitude + (above.longitude - below.longitude) * share };
  }
  const near = [below, above].filter((one) => one !== null && Math.abs(one.number - number) <= MOST_NUMBERS_BEYOND).sort((a, b) => Math.abs((a?.number ?? 0) - number) - Math.abs((b?.number ?? 0) - number))[0];
  return near ? { latitude: near.latitude, longitude: near.longitude } : null;
}

/**
 * The course of a street made of its addresses: in order of their numbers, each point between its neighbours so that the two sides
 * become one line; broken where nothing is built for longer than `breakMeters`.
 */
export function streetLines(addresses: readonly NumberedPoint[], breakMeters = 220): readonly (readonly GroundPoint[])[] {
  const sorted = [...addresses].sort((one, other) => one.number - other.number);
  const lines: GroundPoint[][] = [];
  let run: NumberedPoint[] = [];
  const close = (): void => {
    const line = smoothed(run);
    if (line.length > 1) lines.push(line);
    run = [];
  };
  for (const point of sorted) {
    const last = run.at(-1);
    if (last !== undefined && metersBetween(last, point) > breakMeters) close();
    run.push(point);
  }
  close();
  return lines;
}

/** Only where both sides are at hand, if both are built on: else the line would jump from one side to the other. */
function smoothed(run: readonly NumberedPoint[]): GroundPoint[] {
  const isTwoSided = run.some(({ number }) => number % 2 === 0) && run.some(({ number }) => number % 2 === 1);
  return run.flatMap((_, at) => {
    const around = run.slice(Math.max(0, at - 2), at + 3);
    const [even, odd] = [around.filter(({ number }) => number % 2 === 0), around.filter(({ number }) => number % 2 === 1)];
    // Both sides weigh the same, however many houses each has.
    if (even.length > 0 && odd.length > 0) return [middleOf(average(even), average(odd))];
    return isTwoSided ? [] : [average(around)];
  });
}

function average(points: readonly GroundPoint[]): GroundPoint {
  const sum = points.reduce((all, { latitude, longitude }) => ({ latitude: all.latitude + latitude, longitude: all.longitude + longitude }), { latitude: 0, longitude: 0 });
  return { latitude: sum.latitude / points.length, longitude: sum.longitude / points.length };
}
