/** Distances within a city, where the earth is flat: right to a metre within the few hundred that matter here. */

export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const METERS_PER_DEGREE = 111_320;

/** How much shorter a degree of longitude is here than one of latitude. */
function shrinkAt(latitude: number): number {
  return Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
}

/** Null when either position is missing. */
export function distanceMeters(point: Point | null, other: { readonly latitude: number | null; readonly longitude: number | null }): number | null {
  if (!point || other.latitude === null || other.longitude === null) return null;
  const north = (other.latitude - point.latitude) * METERS_PER_DEGREE;
  const east = (other.longitude - point.longitude) * METERS_PER_DEGREE * shrinkAt(point.latitude);
  return Math.hypot(north, east);
}

/** The square that holds the circle, as parameters of a search; `shrink` makes squares of distances comparable. */
export function boxAround({ latitude, longitude }: Point, meters: number): Record<string, number> {
  const shrink = shrinkAt(latitude);
  const latitudes = meters / METERS_PER_DEGREE;
  const longitudes = latitudes / shrink;
  return {
    ...{ latitude, longitude, shrink: shrink * shrink },
    ...{ south: latitude - latitudes, north: latitude + latitudes, west: longitude - longitudes, east: longitude + longitudes },
  };
}
