import { parseTrackingNumber, type TrackingNumber } from '../tracking-number/tracking-number.ts';
import { announcedBy, EMAIL_ANNOUNCED, NUMBER_ANNOUNCED, PHONE_ANNOUNCED } from './connecting.ts';
import { isFree, saidBetween, take } from './line.ts';
import type { Line, Piece } from './pieces.ts';

/** Digits with the signs people write between them. */
const DIGITS = /^\+?[\d().\-/]*\d[\d().\-/]*$/;
const EMAIL = /^[^\s@<>]+@[^\s@<>]+\.[\p{L}]{2,}$/u;
/** Ten digits said one by one. */
const MOST_WORDS = 10;

/** E-mail addresses, each one word. */
export function findEmails(line: Line): readonly Piece[] {
  const found: Piece[] = [];
  line.tokens.forEach(({ bare }, at) => {
    const value = bare.replace(/^mailto:/i, '').replace(/^<|>$/g, '');
    if (!EMAIL.test(value) || !isFree(line, at, at + 1)) return;
    claim(line, at, at + 1, EMAIL_ANNOUNCED);
    found.push({ field: 'email', said: bare, value, isGuess: false, instead: ['description'] });
  });
  return found;
}

/**
 * Tracking numbers of cases that are known here, however they are written, and phone numbers of seven or ten digits, with a country or
 * an extension. Ten plain digits may be both: `isCase` decides. Digits alone, from four on, are the end of a phone number.
 */
export function findNumbers(line: Line, isCase: (number: TrackingNumber) => boolean): readonly Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const end = isOfAnother(line, at) ? null : longestNumber(line, at, isCase);
    if (end === null) continue;
    const { to, piece } = end;
    claim(line, at, to, piece.field === 'number' ? NUMBER_ANNOUNCED : PHONE_ANNOUNCED);
    found.push(piece);
    at = to - 1;
  }
  return found;
}

/** Numbers of other things: `acct 0099123`, `badge number 1182 555`. */
const OTHER_NUMBERS = new Set('acct account cuenta badge placa plate tag permit permiso invoice factura meter medidor ref reference order parcel lot vin'.split(' '));
const NUMBER_WORDS = new Set(['number', 'no', 'num', 'numero', 'is', 'es', '']);

function isOfAnother({ tokens }: Line, at: number): boolean {
  let before = at - 1;
  while (NUMBER_WORDS.has(tokens[before]?.folded ?? 'none')) before -= 1;
  return OTHER_NUMBERS.has(tokens[before]?.folded ?? '');
}

function longestNumber(line: Line, from: number, isCase: (number: TrackingNumber) => boolean): { readonly to: number; readonly piece: Piece } | null {
  for (let to = Math.min(line.tokens.length, from + MOST_WORDS); to > from; to -= 1) {
    if (!isFree(line, from, to)) continue;
    const words = line.tokens.slice(from, to);
    if (!words.every(({ bare }) => DIGITS.test(bare)) || words.slice(0, -1).some(({ endsPhrase }) => endsPhrase)) continue;
    const said = saidBetween(line, from, to);
    const piece = caseNumber(said, isCase) ?? phone(said) ?? (to - from === line.tokens.length ? endOfPhone(said) : null);
    if (piece) return withExtension(line, to, piece);
  }
  return null;
}

function caseNumber(said: string, isCase: (number: TrackingNumber) => boolean): Piece | null {
  const parsed = parseTrackingNumber(said);
  if (!parsed.ok) return null;
  const isWrittenSo = /^\d{2}\D\d{4}\D\d{4}$/.test(said);
  return isWrittenSo || isCase(parsed.number) ? { field: 'number', said, value: parsed.number, isGuess: false, instead: ['phone', 'description'] } : null;
}

/** Ten digits in other groups, as somebody said them: `561 5550 172`, `5 6 1 5 5 5 0 1 3 3`. */
const GROUPED = /^\d{3}(?: \d{2,4}){2,3}$|^\d(?: \d){9}$/;
const PHONE = /^(?:(?:\+?1[-. ]?)?\(?\d{3}\)?[-. /]?)?\d{3}[-. ]?\d{4}$|^\+\d[\d\-. ()]{6,17}\d$/;

function phone(said: string): Piece | null {
  const isTen = GROUPED.test(said) && said.replaceAll(' ', '').length === 10;
  return isTen || PHONE.test(said) ? { field: 'phone', said, value: said, isGuess: false, instead: ['description'] } : null;
}

function endOfPhone(said: string): Piece | null {
  const digits = said.replace(/\D/g, '').length;
  return digits >= 4 && digits <= 15 ? { field: 'phone', said, value: said, isGuess: false, instead: ['description'] } : null;
}

/** `ext 12`, `x12` behind a phone number belong to it. */
function withExtension(line: Line, to: number, piece: Piece): { readonly to: number; readonly piece: Piece } {
  if (piece.field !== 'phone') return { to, piece };
  for (const length of [2, 1]) {
    if (!isFree(line, to, to + length)) continue;
    const more = saidBetween(line, to, to + length);
    if (/^(?:ext|extension|x)\.? ?\d{1,6}$/i.test(more)) return { to: to + length, piece: { ...piece, said: `${piece.said} ${more}`, value: `${piece.value} ${more}` } };
  }
  return { to, piece };
}

function claim(line: Line, from: number, to: number, announced: ReadonlySet<string>): void {
  const before = announcedBy(line.tokens.map(({ folded }) => folded), from, announced);
  const begin = isFree(line, from - before, from) ? from - before : from;
  take(line, begin, to);
  if (announced !== NUMBER_ANNOUNCED) for (let at = begin; at < to; at += 1) line.isContact[at] = true;
}
