/**
 * A writing as its author begins with it: the template filled in, with a mark where their own words belong.
 *
 * What they wrote there is found again in the edited text, so that another form or language of the same answer keeps it.
 */
import { correspondenceFields, type CorrespondenceSource } from './correspondence-fields.ts';
import { bodyText, fillTemplate } from './fill-template.ts';
import type { MessageTemplate } from './message-template.ts';
import { textMessageOf } from './text-message.ts';

/** Stands where the author's own words belong; a text that still has it may not go out. */
export const REPLY_MARK = '[...]';

export interface Composition {
  readonly subject: string;
  /** Paragraphs apart by an empty line. Empty when the template cannot be filled: `problems` says why. */
  readonly body: string;
  /** Why this template cannot be used for this citizen now. */
  readonly problems: readonly string[];
  /** Sentences that may have a hole, because a field in them says nothing. */
  readonly warnings: readonly string[];
}

/** `template` null: written freely, from an empty sheet. `reply`: the author's words so far; empty: the mark. */
export function composeWriting(template: MessageTemplate | null, source: CorrespondenceSource, reply: string): Composition {
  if (template === null) return { subject: '', body: reply, problems: [], warnings: [] };
  const values = correspondenceFields({ ...source, given: { ...source.given, replyText: reply === '' ? REPLY_MARK : reply } });
  const filled = fillTemplate(template, source.language, values);
  if (!filled.ok) return { subject: '', body: '', problems: filled.problems.map(({ message }) => message), warnings: [] };
  const { message, warnings } = filled;
  const body = message.form === 'text' ? textMessageOf(message).text : bodyText(message);
  return { subject: message.subject, body, problems: [], warnings: warnings.map((warning) => warning.message) };
}

/**
 * The author's own words in an edited text: what stands where the mark stood in `begun`. Null when `begun` has no mark, or when what
 * is around it was changed too.
 */
export function replyIn(begun: string, edited: string): string | null {
  const at = begun.indexOf(REPLY_MARK);
  if (at < 0) return null;
  const [before, after] = [begun.slice(0, at), begun.slice(at + REPLY_MARK.length)];
  const isAround = edited.length >= before.length + after.length && edited.startsWith(before) && edited.endsWith(after);
  return isAround ? edited.slice(before.length, edited.length - after.length) : null;
}
