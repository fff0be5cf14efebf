import type { Location } from '../../../src-shared/domain/case.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { lineFrom, type RowReader } from './row-text.ts';

export interface Place {
  readonly location: Location | null;
  /** `coordinatesUnusable`: there were coordinates, but no place on earth. */
  readonly flags: readonly string[];
  /** The place in full when it had to be shortened. */
  readonly fullText: string | null;
}

type Point = { readonly latitude: number; readonly longitude: number };

const MAX_LOCATION_LENGTH = 500;
/** About 1 metre: placeholders come rounded in different ways. */
const SAME_POINT_DEGREES = 0.00001;
const NULL_ISLAND: readonly [number, number] = [0, 0];

/** Where a row says it is. Coordinates 0,0 and those the mapping lists are no place: then the words alone stand. */
export function placeOf(read: RowReader, mapping: NonNullable<Mapping['location']>): Place {
  const text = mapping.text ? lineFrom(read, mapping.text) : '';
  const coordinates = readCoordinates(read, mapping);
  const point = coordinates === 'unusable' || isNoPlace(coordinates, mapping.notAPlace) ? null : coordinates;
  const words = text || (point ? `${point.latitude}, ${point.longitude}` : '');
  return {
    location: words === '' ? null : { text: words.slice(0, MAX_LOCATION_LENGTH), unit: '', point },
    flags: coordinates === 'unusable' ? ['coordinatesUnusable'] : [],
    fullText: words.length > MAX_LOCATION_LENGTH ? words : null,
  };
}

function readCoordinates(read: RowReader, mapping: NonNullable<Mapping['location']>): Point | null | 'unusable' {
  const candidates = [
    ...(mapping.point === null ? [] : [splitPoint(read(mapping.point))]),
    ...(mapping.latitude === null || mapping.longitude === null ? [] : [[read(mapping.latitude), read(mapping.longitude)] as const]),
  ].filter((pair) => pair[0] !== '' || pair[1] !== '');
  const points = candidates.map(([latitude, longitude]) => pointOf(degrees(latitude), degrees(longitude)));
  const usable = points.find((point) => point !== null);
  return usable ?? (points.length > 0 ? 'unusable' : null);
}

/** `(37.77, -122.41)`, `POINT (-122.41 37.77)` or `37.77 -122.41`; two empty texts when there are not two numbers. */
function splitPoint(text: string): readonly [string, string] {
  const numbers = text.match(/-?\d+(?:\.\d+)?/g) ?? [];
  const [first = '', second = ''] = numbers;
  if (numbers.length !== 2) return text === '' ? ['', ''] : ['?', '?'];
  return /^\s*(SRID=\d+;)?\s*POINT/i.test(text) ? [second, first] : [first, second];
}

/** A number with a decimal point or comma. */
function degrees(text: string): number {
  return /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

function pointOf(latitude: number, longitude: number): Point | null {
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isOnEarth ? { latitude, longitude } : null;
}

function isNoPlace(point: Point | null, listed: readonly (readonly [number, number])[]): boolean {
  if (point === null) return true;
  return [NULL_ISLAND, ...listed].some(
    ([latitude, longitude]) =>
      Math.abs(point.latitude - latitude) < SAME_POINT_DEGREES && Math.abs(point.longitude - longitude) < SAME_POINT_DEGREES,
  );
}
