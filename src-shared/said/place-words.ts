import type { Line } from './pieces.ts';

/** Small words that stand inside the name of a street. */
export const INSIDE = new Set(['del', 'de', 'la', 'los', 'las', 'el', 'of', 'the']);

/** These say where a place lies, and stay with it; "at" and "on" do not. */
export const KEPT_RELATION = /^(?:near|next to|across from|across the street from|behind|in front of|infront of|between|entre|beside|opposite|by|outside|along|(?:at )?the end of|end of|(?:on )?the side of|off of|off|past|(?:north|south|east|west) of|cerca del?|junto al?|atras del?|pasando|al lado del?|frente al?|enfrente del?|detras del?|al final del?)$/;
const RELATIONS = ['across the street from', 'north of', 'south of', 'east of', 'west of', 'off of', 'junto a', 'junto al', 'atras de', 'atras del', 'pasando', 'off', 'past', 'in front of', 'infront of', 'between', 'entre', 'across from', 'next to', 'al lado de', 'al lado del', 'enfrente de', 'enfrente del', 'cerca de', 'cerca del', 'detras de', 'detras del', 'frente a', 'frente al', 'al final de', 'al final del', 'near', 'behind', 'beside', 'opposite', 'outside', 'along', 'at the end of', 'the end of', 'end of', 'on the side of', 'the side of', 'all over', 'up and down', 'down', 'by', 'at', 'on', 'in', 'en'];

/** The words right before a place that place it: `near`, `across from`; empty when there are none. */
export function relationBefore(line: Line, from: number): string {
  const folded = line.tokens.slice(0, from).map((token) => token.folded).join(' ');
  const relation = RELATIONS.find((one) => folded === one || folded.endsWith(` ${one}`)) ?? '';
  // `tree down 1402 elm st`
  return relation === 'down' && /^\d+$/.test(line.tokens[from]?.folded ?? '') ? '' : relation;
}

export const ARTICLES: ReadonlySet<string> = new Set(['the', 'la', 'el']);

const CLOSELY = new Set(['right', 'just', 'directly', 'justo']);

/** The same with the article of a place's name between them: `near the`, `en la`. `begin`: where the first of these words stands. */
export function placedBy(line: Line, from: number): { readonly relation: string; readonly begin: number } {
  const ends = ARTICLES.has(line.tokens[from - 1]?.folded ?? '') ? [from, from - 1] : [from];
  for (const end of ends) {
    const relation = relationBefore(line, end);
    if (relation === '') continue;
    const begin = end - relation.split(' ').length;
    // `right outside`, `just past`
    return { relation, begin: KEPT_RELATION.test(relation) && CLOSELY.has(line.tokens[begin - 1]?.folded ?? '') ? begin - 1 : begin };
  }
  return { relation: '', begin: from };
}
