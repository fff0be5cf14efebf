import type { FoundColumns } from './find-columns.ts';

const MANY_ADDRESSES = 8;

/**
 * Points that stand beside many different addresses: what an old system writes where it knows no place (its city hall, the
 * middle of the state). Rounded to five decimals, as [latitude, longitude]; judged by the first rows.
 */
export function placeholderPoints({ latitude, longitude, address }: FoundColumns): [number, number][] {
  if (!latitude || !longitude || !address) return [];
  const addressesAt = new Map<string, Set<string>>();
  latitude.values.forEach((value, row) => {
    const point = [value, longitude.values[row] ?? ''].map((degrees) => Number(degrees.replace(',', '.')));
    const place = address.values[row] ?? '';
    if (point.every((degrees) => degrees === 0) || !point.every(Number.isFinite) || place === '') return;
    const key = JSON.stringify(point.map((degrees) => Math.round(degrees * 1e5) / 1e5));
    addressesAt.set(key, (addressesAt.get(key) ?? new Set()).add(place));
  });
  return [...addressesAt].filter(([, places]) => places.size >= MANY_ADDRESSES).map(([key]) => JSON.parse(key) as [number, number]); // safe: written above
}
