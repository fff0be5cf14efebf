/** Files that are kept on this disk before they belong to a case. */
import { z } from 'zod';
import { Sha256 } from '../../domain/case.ts';
import { CommandId } from '../../util/ids.ts';

/** A file on this disk, described as a draft remembers it. */
export const KeptFile = z.object({ sha256: Sha256, name: z.string().min(1).max(255), mediaType: z.string().max(200), sizeBytes: z.int().min(1) });
export type KeptFile = z.infer<typeof KeptFile>;
/** A file that a draft held; the command id makes attaching it one effect, whoever tries and how often. */
export const DraftFile = KeptFile.extend({ commandId: CommandId });
export type DraftFile = z.infer<typeof DraftFile>;
