/**
 * Whether one word may be a slip for the other: one letter wrong, missing, too many or two swapped in a word of four to seven letters, two
 * in a longer one. Shorter ones have to be right. Null: too far apart, else how many slips.
 */
export function slipsBetween(said: string, meant: string): number | null {
  const longest = Math.max(said.length, meant.length);
  const allowed = longest < 4 ? 0 : longest < 8 ? 1 : 2;
  if (Math.abs(said.length - meant.length) > allowed) return null;
  // Hardly anybody gets both of the first two letters wrong: so nearly all words are passed over without counting.
  if (said[0] !== meant[0] && said[0] !== meant[1] && said[1] !== meant[0]) return null;
  const slips = distance(said, meant);
  return slips <= allowed ? slips : null;
}

/** Optimal string alignment: insertions, deletions, replacements and swaps of neighbours. */
function distance(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (isSwap) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row[j] = least;
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
