/** The rule books of a city over time: a new one only where a catalogue changes what a due date depends on. */
import { canonicalJson } from '../util/canonical-json.ts';
import { type RuleBook, ruleBookOf, type RuleSource } from './time-rules.ts';

/** The books that catalogues, in order of version, add to the last one known (null: none). */
export function booksAfter(last: RuleBook | null, catalogues: Iterable<RuleSource>): readonly RuleBook[] {
  const added: RuleBook[] = [];
  let before = last;
  for (const catalogue of catalogues) {
    const book = ruleBookOf(catalogue);
    if (before && rulesText(before) === rulesText(book)) continue;
    added.push(book);
    before = book;
  }
  return added;
}

/** The book that holds for a catalogue version: the newest up to it; where only later ones are kept, the newest. Null only for no books. */
export function bookFor(books: readonly RuleBook[], version: number): RuleBook | null {
  return newest(books.filter((book) => book.version <= version)) ?? newest(books);
}

function newest(books: readonly RuleBook[]): RuleBook | null {
  return books.reduce<RuleBook | null>((best, book) => (best === null || book.version > best.version ? book : best), null);
}

function rulesText({ version: _version, ...rules }: RuleBook): string {
  return canonicalJson(rules);
}
