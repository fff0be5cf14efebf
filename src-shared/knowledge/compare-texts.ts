/** A line of one of two texts, or of both. */
export interface ComparedLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** More is not compared line by line: the newer text stands after the older one. 2,000 squared are still worked out in a moment. */
const MOST_LINES = 2_000;

/**
 * What became of the older text, paragraph by paragraph: the lines of both in reading order, each saying where it is from.
 *
 * Empty lines are passed over. Without the added ones the older text is there again, without the removed ones the newer.
 */
export function compareTexts(older: string, newer: string): readonly ComparedLine[] {
  const [before, after] = [linesOf(older), linesOf(newer)];
  if (before.length > MOST_LINES || after.length > MOST_LINES) return [...marked(before, 'removed'), ...marked(after, 'added')];
  const common = lengthsOfCommon(before, after);
  const lines: ComparedLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [old, now] = [before[i], after[j]];
    if (old !== undefined && old === now) {
      lines.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (old !== undefined && (now === undefined || at(common, i + 1, j) >= at(common, i, j + 1))) {
      lines.push({ kind: 'removed', text: old });
      i += 1;
    } else {
      lines.push({ kind: 'added', text: now ?? '' });
      j += 1;
    }
  }
  return lines;
}

/** For every pair of beginnings, how many lines the rests have in common at most. */
function lengthsOfCommon(before: readonly string[], after: readonly string[]): readonly Uint16Array[] {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row) row[j] = before[i] === after[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function at(table: readonly Uint16Array[], i: number, j: number): number {
  return table[i]?.[j] ?? 0;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== '');
}

function marked(lines: readonly string[], kind: ComparedLine['kind']): readonly ComparedLine[] {
  return lines.map((text) => ({ kind, text }));
}
