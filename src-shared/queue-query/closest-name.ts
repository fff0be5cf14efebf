import { foldText } from '../util/fold-text.ts';

/** The name that was most likely meant, or null when none is close: one slip in a short word, two in a longer one. */
export function closestName(typed: string, names: readonly string[]): string | null {
  const wanted = foldText(typed);
  const most = wanted.length < 4 ? 1 : 2;
  let best: { readonly name: string; readonly slips: number } | null = null;
  for (const name of names) {
    const slips = slipsBetween(wanted, foldText(name), most);
    if (slips <= most && (best === null || slips < best.slips)) best = { name, slips };
  }
  return best?.name ?? null;
}

/** Letters to put in, take out, change or swap; more than `most` is not counted exactly. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const above = rows[i - 1] ?? [];
      const change = (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swap = isSwap ? (rows[i - 2]?.[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(change, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, swap));
    }
    rows.push(row);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
