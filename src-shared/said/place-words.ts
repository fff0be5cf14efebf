import type { Line } from './pieces.ts';

/** Small words that stand inside the name of a street. */
export const INSIDE = new Set(['del', 'de', 'la', 'los', 'las', 'el', 'of', 'the']);

/** These say where a place lies, and stay with it; "at" and "on" do not. */
export const KEPT_RELATION = /^(?:near|next to|across from|across the street from|behind|in front of|infront of|between|entre|beside|opposite|by|outside|along|off of|off|past|(?:north|south|east|west) of|cerca de|junto a|atras de|pasando|al lado de|frente a|enfrente de|detras de)$/;
const RELATIONS = ['across the street from', 'north of', 'south of', 'east of', 'west of', 'off of', 'junto a', 'atras de', 'pasando', 'off', 'past', 'in front of', 'infront of', 'between', 'entre', 'across from', 'next to', 'al lado de', 'enfrente de', 'cerca de', 'detras de', 'frente a', 'near', 'behind', 'beside', 'opposite', 'outside', 'along', 'by', 'at', 'on', 'in', 'en'];

/** The words right before a place that place it: `near`, `across from`; empty when there are none. */
export function relationBefore(line: Line, from: number): string {
  const folded = line.tokens.slice(0, from).map((token) => token.folded).join(' ');
  return RELATIONS.find((relation) => folded === relation || folded.endsWith(` ${relation}`)) ?? '';
}
