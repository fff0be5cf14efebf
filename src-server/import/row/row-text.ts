import { foldText } from '../../../src-shared/util/fold-text.ts';
import type { Choice, Rule, TextFrom } from '../mapping/mapping.ts';

/** The value of a column, as the mapping names it, in the row at hand; trimmed. */
export type RowReader = (column: string) => string;

/** The text of the columns, those without anything to say left out. Line breaks inside a column stay. */
export function textFrom(read: RowReader, { columns, separator, ignore }: TextFrom): string {
  const ignored = new Set(ignore.map(comparable));
  const parts = columns.map(read).filter((part) => part !== '' && !ignored.has(comparable(part)));
  return [...new Set(parts)].join(separator);
}

/** The same on one line, without double spaces: for names and places. */
export function lineFrom(read: RowReader, source: TextFrom): string {
  return textFrom(read, source).replace(/\s+/gu, ' ').trim();
}

/** What a text is compared by: letters and digits; a text of signs only is compared as it stands. */
export function comparable(text: string): string {
  return foldText(text) || text.trim();
}

/** The word a row's text stands for; null when it stands for none and there is no `otherwise`. */
export function choose<To>(read: RowReader, choice: Choice<To>): To | null {
  const text = comparable(lineFrom(read, choice));
  const exact = Object.entries(choice.values).find(([value]) => comparable(value) === text);
  if (exact) return exact[1];
  return applyRules(text, choice.rules) ?? choice.otherwise;
}

/** What the first fitting rule says about a text; null when none fits. */
export function applyRules<To>(text: string, rules: readonly Rule<To>[]): To | null {
  const compared = comparable(text);
  const fitting = rules.find(({ startsWith, contains }) =>
    startsWith === undefined ? compared.includes(comparable(contains ?? '')) : compared.startsWith(comparable(startsWith)),
  );
  return fitting?.to ?? null;
}
