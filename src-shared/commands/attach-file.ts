import { z } from 'zod';
import { MAX_ATTACHMENT_BYTES, MAX_FILES_PER_CASE } from '../attachments/judge-file.ts';
import { Attachment } from '../domain/case.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { t } from '../language/language.ts';
import { defineCommand } from './command.ts';

/** Describes a file whose bytes are kept apart, by their SHA-256. */
export const AttachFileArgs = Attachment.pick({ sha256: true, name: true, mediaType: true }).extend({
  sizeBytes: z.int().min(1, { error: () => t`The file is empty` }).max(MAX_ATTACHMENT_BYTES, { error: () => t`A file may have at most 25 MB` }),
});

/** Attaches a file. The same file twice changes nothing. */
export const attachFile = defineCommand({
  type: 'case.attachFile',
  v: 1,
  args: AttachFileArgs,
  decide(current, { args }): Ruling {
    if (current.attachments.some((attachment) => attachment.sha256 === args.sha256)) return refuse('nothingToChange');
    if (current.attachments.length >= MAX_FILES_PER_CASE) return refuse('tooManyFiles', { limit: MAX_FILES_PER_CASE });
    const { sha256, name, mediaType, sizeBytes } = args;
    return accept({ kind: 'fileAttached', sha256, name, mediaType, sizeBytes });
  },
});
