/** Where everything of a small map is drawn: pure, in pixels, so that it can be tested without a window. */
import { type GroundPoint, metersFrom, pointAt } from '../../../src-shared/places/ground.ts';
import type { MapView } from '../../../src-shared/protocol/data-rpc/place-views.ts';

/** A window onto the ground: `meters` is half its height. */
export interface MapFrame {
  readonly center: GroundPoint;
  readonly meters: number;
  readonly width: number;
  readonly height: number;
}

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

export function toPixel({ center, meters, width, height }: MapFrame, point: GroundPoint): Pixel {
  const { east, north } = metersFrom(center, point);
  const scale = height / (2 * meters);
  return { x: Math.round((width / 2 + east * scale) * 10) / 10, y: Math.round((height / 2 - north * scale) * 10) / 10 };
}

export function toGround({ center, meters, width, height }: MapFrame, { x, y }: Pixel): GroundPoint {
  const scale = height / (2 * meters);
  return pointAt(center, { east: (x - width / 2) / scale, north: (height / 2 - y) / scale });
}

export interface StreetLabel extends Pixel {
  readonly text: string;
  /** Degrees, never upside down. */
  readonly angle: number;
}

/** Per letter of a label, as a share of its size. */
const LETTER_WIDTH = 0.56;

/**
 * One label for each street that has room for it, the longest streets first; none runs over another, over the edge or over the point in
 * the middle.
 */
export function streetLabels(frame: MapFrame, streets: MapView['streets'], letterPixels: number): readonly StreetLabel[] {
  const middle = { x: frame.width / 2, y: frame.height / 2, radius: letterPixels * 1.4 };
  const taken = [middle];
  const labels: StreetLabel[] = [];
  const byLength = streets.map((street) => ({ street, runs: street.lines.flatMap((line) => runsOf(line.map((point) => toPixel(frame, point)), frame)) }));
  byLength.sort((one, other) => longest(other.runs) - longest(one.runs));
  for (const { street, runs } of byLength) {
    const radius = (street.label.length * letterPixels * LETTER_WIDTH) / 2;
    const free = runs.filter((run) => run.length > radius * 1.4).find((run) => isInside(frame, run, radius) && taken.every((other) => Math.hypot(run.x - other.x, run.y - other.y) > radius * 0.75 + other.radius));
    if (free === undefined) continue;
    labels.push({ text: street.label, x: free.x, y: free.y, angle: free.angle });
    taken.push({ x: free.x, y: free.y, radius: radius * 0.75 });
  }
  return labels;
}

interface Run extends Pixel {
  readonly angle: number;
  readonly length: number;
}

const longest = (runs: readonly Run[]): number => runs.reduce((most, { length }) => Math.max(most, length), 0);

/** Places along the visible part of a line where a label may stand: its middle, a third and two thirds of it. */
function runsOf(line: readonly Pixel[], frame: MapFrame): readonly Run[] {
  const seen = line.filter(({ x, y }) => x >= 0 && y >= 0 && x <= frame.width && y <= frame.height);
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined || seen.length < 2) return [];
  const length = Math.hypot(last.x - first.x, last.y - first.y);
  const degrees = (Math.atan2(last.y - first.y, last.x - first.x) * 180) / Math.PI;
  const angle = degrees > 90 ? degrees - 180 : degrees < -90 ? degrees + 180 : degrees;
  return [0.5, 0.3, 0.7, 0.15, 0.85].map((share) => {
    const at = seen[Math.min(seen.length - 1, Math.round(share * (seen.length - 1)))] ?? first;
    return { ...at, angle: Math.round(angle), length };
  });
}

function isInside({ width, height }: MapFrame, { x, y, angle }: Run, radius: number): boolean {
  const [wide, high] = [Math.abs(Math.cos((angle * Math.PI) / 180)) * radius, Math.abs(Math.sin((angle * Math.PI) / 180)) * radius + 6];
  return x - wide > 2 && x + wide < width - 2 && y - high > 2 && y + high < height - 2;
}

const MOST_NUMBERS = 14;

/** House numbers that can be read: the nearest to the middle first, none over another, none over the name of a street. */
export function houseNumbers(frame: MapFrame, addresses: MapView['addresses'], letterPixels: number, labels: readonly StreetLabel[] = []): readonly (Pixel & { readonly number: number })[] {
  const taken: Pixel[] = [{ x: frame.width / 2, y: frame.height / 2 }];
  const shown: (Pixel & { number: number })[] = [];
  const near = addresses.map(({ number, point }) => ({ number, ...toPixel(frame, point) })).sort((one, other) => fromMiddle(frame, one) - fromMiddle(frame, other));
  for (const address of near) {
    if (shown.length >= MOST_NUMBERS) break;
    if (labels.some((label) => isUnder(label, address, letterPixels)) || taken.some((other) => Math.abs(other.x - address.x) < letterPixels * 3 && Math.abs(other.y - address.y) < letterPixels * 1.3)) continue;
    shown.push(address);
    taken.push(address);
  }
  return shown;
}

/** Whether a number would stand on the label, seen along it. */
function isUnder({ x, y, angle, text }: StreetLabel, at: Pixel, letterPixels: number): boolean {
  const turn = (-angle * Math.PI) / 180;
  const [east, south] = [at.x - x, at.y - letterPixels * 0.6 - y];
  const [along, across] = [east * Math.cos(turn) - south * Math.sin(turn), east * Math.sin(turn) + south * Math.cos(turn)];
  return Math.abs(across) < letterPixels * 1.3 && Math.abs(along) < text.length * letterPixels * 0.32 + letterPixels * 1.4;
}

function fromMiddle({ width, height }: MapFrame, { x, y }: Pixel): number {
  return Math.hypot(x - width / 2, y - height / 2);
}

/** A round distance that is about a quarter of the map wide, for the scale. */
export function scaleMeters({ meters, width, height }: MapFrame): number {
  const quarter = ((2 * meters) / height) * (width / 4);
  return [2_000, 1_000, 500, 200, 100, 50, 20, 10].find((round) => round <= quarter) ?? 5;
}
