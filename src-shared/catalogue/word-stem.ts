/** `leaks`, `leaking` and `leaked` are one word; so are `luces` and `luz`, nearly. Crude on purpose: it only brings words together. */
export function stemOf(word: string): string {
  const short = word.length > 5 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.length > 3 ? word.replace(/s$/, '') : word;
  return short.replace(/(.)\1$/, '$1').replace(/e$/, '');
}
