import { foldText } from '../util/fold-text.ts';
import type { Line, Token } from './pieces.ts';

/** A text as words, none of them spoken for yet. */
export function lineOf(text: string): Line {
  const tokens: Token[] = [];
  for (const word of text.split(/\s+/)) {
    const before = tokens.at(-1);
    // `240 harbor st - pothole`: what a comma is elsewhere. It stays as it was typed: `8 - 10 feet`.
    if (before !== undefined && SEPARATOR.test(word)) tokens[tokens.length - 1] = { ...before, text: `${before.text} ${word}`, endsPhrase: true };
    else if (word !== '' && !SEPARATOR.test(word)) tokens.push(tokenOf(word));
  }
  return { tokens, taken: tokens.map(() => false), isContact: tokens.map(() => false) };
}

const SEPARATOR = /^[-–—/|*•]+$/;

function tokenOf(text: string): Token {
  const bare = text.replace(/^[\s"“”'(¿¡]+(?!\d)|[\s"“”'.,;:!?]+$/gu, '');
  return { text, bare, folded: bare === '@' ? 'at' : foldText(bare), endsPhrase: /[.,;:!?]$/.test(text) };
}

/** Whether the words from `from` up to `to` (not included) exist and are all free. */
export function isFree({ tokens, taken }: Line, from: number, to: number): boolean {
  if (from < 0 || to > tokens.length || from >= to) return false;
  return taken.slice(from, to).every((is) => !is);
}

export function take({ taken }: Line, from: number, to: number): void {
  for (let at = from; at < to; at += 1) taken[at] = true;
}

/** The words as they were said, without the signs at either end. */
export function saidBetween({ tokens }: Line, from: number, to: number): string {
  const words = tokens.slice(from, to);
  return words.map(({ text, bare }, at) => (at === words.length - 1 ? text.slice(0, text.indexOf(bare) + bare.length) : text)).join(' ').replace(/^[\s"“”'(¿¡]+(?!\d)/u, '');
}
