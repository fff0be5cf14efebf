/**
 * A command whose text only the server can read any more: what a workstation keeps of one about a sealed case that it may not hold,
 * once the server has confirmed it (docs/decisions/0018-sealed-traces.md).
 */
import { z } from 'zod';

/**
 * The command without what was said; `sealedText` is its whole JSON under the server's key: an X25519 public key of its own and
 * AES-256-GCM, both base64url, with a dot between them. Its chain hash is that of the command as it was given, or, under an id the
 * workstation has taken since, that of these very fields.
 */
export const SealedCommand = z.looseObject({ uid: z.uuid(), caseId: z.uuid(), type: z.string(), sealedText: z.string().regex(/^[\w-]{43}\.[\w-]+$/) });
export type SealedCommand = z.infer<typeof SealedCommand>;

/** What both sides derive the key of one text from, besides the secret they share. */
export const TEXT_KEY_INFO = 'portreeve outbox text';

export function isSealedCommand(command: unknown): command is SealedCommand {
  return typeof command === 'object' && command !== null && 'sealedText' in command && SealedCommand.safeParse(command).success;
}
