import type { CallerMatch } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { digitsOf, foldText } from '../../../src-shared/util/fold-text.ts';
import type { IntakeDraft } from './draft.ts';
import { inLanguage } from './referred-draft.ts';

const CALLER_FIELDS = ['phone', 'name', 'email', 'address'] as const;
export type CallerField = (typeof CALLER_FIELDS)[number];
/** Among the fields filled from earlier cases, though it holds no text. */
const CONTRIBUTOR = 'isContributor' satisfies keyof IntakeDraft;

/**
 * Takes a caller known from earlier cases into the draft.
 *
 * Fills what is empty and completes what was typed as a piece of it (`0142`, `mar nu`); anything else that was typed stays.
 * `searchedIn` is the field the caller was found by: its text was a search, so the choice replaces it.
 */
export function takeCaller(draft: IntakeDraft, caller: CallerMatch, searchedIn: CallerField | null): IntakeDraft {
  const filled = CALLER_FIELDS.filter((field) => caller[field] !== '' && mayFill(draft[field], caller[field], field, searchedIn));
  const values = Object.fromEntries(filled.map((field) => [field, caller[field]]));
  const isNewWord = caller.isContributor && draft.isContributor === null;
  const isBlank = CALLER_FIELDS.every((field) => field === searchedIn || draft[field].trim() === '');
  return {
    ...inLanguage(draft, isBlank ? caller.language : draft.language),
    ...values,
    isAnonymous: false,
    isContributor: isNewWord ? true : draft.isContributor,
    taken: { key: caller.key, name: caller.name || caller.phone, filled: isNewWord ? [...filled, CONTRIBUTOR] : [...filled] },
  };
}

/** Puts a wrongly taken caller back: empties what was filled from there and is still as it was filled. */
export function leaveCaller(draft: IntakeDraft): IntakeDraft {
  if (!draft.taken) return draft;
  const cleared = Object.fromEntries(draft.taken.filled.map((field) => [field, field === CONTRIBUTOR ? null : '']));
  return { ...draft, ...cleared, taken: null };
}

function mayFill(typed: string, known: string, field: CallerField, searchedIn: CallerField | null): boolean {
  if (typed.trim() === '' || field === searchedIn) return true;
  if (field === 'phone') return isPieceOf(digitsOf(typed), digitsOf(known));
  const knownWords = foldText(known).split(' ');
  return foldText(typed)
    .split(' ')
    .every((word) => word !== '' && knownWords.some((knownWord) => knownWord.startsWith(word)));
}

function isPieceOf(piece: string, whole: string): boolean {
  return piece.length > 0 && whole.includes(piece);
}

/** What to look callers up by, once it says enough: four digits of a phone number, or three letters of a name or e-mail address. */
export function callerSearchText(text: string, field: CallerField): string | null {
  const enough = field === 'phone' ? digitsOf(text).length >= 4 : foldText(text).replaceAll(' ', '').length >= 3;
  return enough ? text.trim().slice(0, 300) : null;
}
