import type { Neighborhood } from '../catalogue/community.ts';
import type { Location } from '../domain/case.ts';
import { foldText } from '../util/fold-text.ts';

/**
 * The part of the city a place lies in (CE-2): by its position inside an outline, else by the name of its street. Null when
 * nothing fits, or when streets of two neighborhoods do.
 */
export function neighborhoodOf(neighborhoods: readonly Neighborhood[], location: Location | null): Neighborhood | null {
  if (location === null) return null;
  const active = neighborhoods.filter(({ isActive }) => isActive);
  const { point } = location;
  const around = point === null ? undefined : active.find(({ outline }) => isInside(outline, point));
  if (around) return around;
  const words = ` ${foldText(location.text)} `;
  const named = active.filter(({ streets }) => streets.some((street) => words.includes(` ${foldText(street)} `)));
  return named.length === 1 ? (named[0] ?? null) : null;
}

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** Whether a line from the point to the east crosses the outline an odd number of times; the outline closes by itself. */
function isInside(outline: readonly Point[], { latitude, longitude }: Point): boolean {
  let isOdd = false;
  for (const [at, one] of outline.entries()) {
    const other = outline[(at + outline.length - 1) % outline.length] ?? one;
    if (one.latitude > latitude === other.latitude > latitude) continue;
    const crossing = one.longitude + ((latitude - one.latitude) / (other.latitude - one.latitude)) * (other.longitude - one.longitude);
    if (longitude < crossing) isOdd = !isOdd;
  }
  return isOdd;
}
