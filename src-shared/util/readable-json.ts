const WIDTH = 120;

/**
 * JSON that people read and compare: whatever fits into a line of 120 characters stands on one, everything else is taken
 * apart with two spaces a level. The order of keys is the value's own; ends with a newline.
 */
export function readableJson(value: unknown): string {
  return `${written(value, '', 0)}\n`;
}

/** `used`: characters of the line before the value, its key and indent. */
function written(value: unknown, indent: string, used: number): string {
  const line = oneLine(value);
  if (value === null || typeof value !== 'object' || used + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value)) return `[\n${value.map((item) => inner + written(item, inner, inner.length)).join(',\n')}\n${indent}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  const lines = entries.map(([key, item]) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + written(item, inner, inner.length + name.length);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** As `JSON.stringify`, with a space after commas and colons. */
function oneLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return entries.length === 0 ? '{}' : `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`).join(', ')} }`;
}
