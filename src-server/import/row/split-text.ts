/** The longest description, note or closing note a case can hold. */
export const MAX_TEXT_LENGTH = 10_000;

/** Texts of at most `max` characters that together are the text; broken at a line or a space where there is one near the end. */
export function splitText(text: string, max: number): readonly string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > max) {
    const end = breakBefore(rest, max);
    parts.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? parts : [...parts, rest];
}

function breakBefore(text: string, max: number): number {
  const near = Math.floor(max * 0.8);
  const head = text.slice(0, max);
  const gap = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '));
  if (gap > near) return gap;
  return /[\ud800-\udbff]$/.test(head) ? max - 1 : max;
}
