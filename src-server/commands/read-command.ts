import { z } from 'zod';
import { Command, COMMAND_VERSIONS } from '../../src-shared/commands/index.ts';
import { upcast } from '../../src-shared/commands/upcast.ts';
import type { PushedCommand } from '../../src-shared/protocol/push.ts';
import { isSealedCommand } from '../../src-shared/protocol/sealed-text.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { cleanText } from '../../src-shared/util/text.ts';
import { firstProblem } from '../http/parse.ts';

/** A pushed command after parsing; `text` is its JSON, kept for those that are not carried out. */
export type ReadCommand = ReadableCommand | UnreadableCommand;

export interface ReadableCommand {
  readonly kind: 'readable';
  readonly seq: number;
  readonly hash: string;
  readonly text: string;
  readonly command: Command;
  /** Not to be carried out: its author has settled it. */
  readonly isWithdrawn: boolean;
  /** Number that replaced the command's in an earlier life of this server; null: none. */
  readonly renumberedTo: TrackingNumber | null;
}

export interface UnreadableCommand {
  readonly kind: 'unreadable';
  readonly seq: number;
  readonly hash: string;
  readonly text: string;
  readonly reason: 'invalidCommand' | 'unsupportedCommand';
  readonly detail: { readonly problem: string };
  /** What stands outside a text that was sealed for another database; null for any other. */
  readonly label: { readonly uid: string; readonly caseId: string } | null;
}

const Label = z.looseObject({ type: z.string(), v: z.int() });

/**
 * Reads one pushed command. One that cannot be read is a value, not an error: it will be refused and must not hold up the
 * commands after it.
 */
export function readCommand(pushed: z.infer<typeof PushedCommand>): ReadCommand {
  const text = JSON.stringify(pushed.command ?? null);
  const { seq, hash } = pushed;
  const unreadable = (reason: UnreadableCommand['reason'], problem: string): UnreadableCommand => ({
    kind: 'unreadable',
    seq,
    hash,
    text,
    reason,
    label: isSealedCommand(pushed.command) ? { uid: pushed.command.uid, caseId: pushed.command.caseId } : null,
    detail: { problem: cleanText(problem).slice(0, 300) },
  });
  if (isSealedCommand(pushed.command)) return unreadable('invalidCommand', 'the text was sealed for another database');
  if (isUnsupported(pushed.command)) return unreadable('unsupportedCommand', 'this server does not know the command; it may be older than the workstation');
  if (holdsUnstorableText(text)) return unreadable('invalidCommand', 'a text holds characters that cannot be stored');
  const parsed = Command.safeParse(upcast(pushed.command));
  if (!parsed.success) return unreadable('invalidCommand', firstProblem(parsed.error));
  return { kind: 'readable', seq, hash, text, command: parsed.data, isWithdrawn: pushed.isWithdrawn === true, renumberedTo: pushed.renumberedTo ?? null };
}

function isUnsupported(raw: unknown): boolean {
  const label = Label.safeParse(raw);
  if (!label.success) return false;
  const newest = COMMAND_VERSIONS.get(label.data.type);
  return newest === undefined || label.data.v > newest;
}

/**
 * NUL and halves of surrogate pairs, which PostgreSQL refuses in `jsonb`. Known texts are cleaned by the command's schema;
 * this finds them in keys and in fields that only a newer version knows. An even number of backslashes before `u` is text.
 */
function holdsUnstorableText(json: string): boolean {
  return /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/i.test(json);
}
