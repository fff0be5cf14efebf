/** Corners of an outline, one a line; a text that is no list of corners is kept as it was typed. */
export function cornersText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value.map((corner: unknown) => (isCorner(corner) ? `${corner.latitude}, ${corner.longitude}` : '')).join('\n');
}

interface Corner {
  readonly latitude: number;
  readonly longitude: number;
}

export function readCorners(text: string): readonly Corner[] | string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const corners = lines.map((line) => {
    const [, latitude, longitude] = /^\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(line) ?? [];
    return latitude === undefined || longitude === undefined ? null : { latitude: Number(latitude), longitude: Number(longitude) };
  });
  // While a line is being begun the text itself is kept: writing it anew would take the cursor away.
  return corners.every((corner) => corner !== null) && !text.endsWith('\n') ? corners : text;
}

function isCorner(value: unknown): value is Corner {
  return typeof value === 'object' && value !== null && 'latitude' in value && 'longitude' in value;
}
