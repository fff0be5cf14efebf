import { z } from 'zod';
import { Attachment } from '../domain/case.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import { defineCommand } from './command.ts';

export const MAX_ATTACHMENT_BYTES = 50 * 1024 * 1024;

/** Describes a file whose bytes are kept apart, by their SHA-256. */
export const AttachFileArgs = Attachment.pick({ sha256: true, name: true, mediaType: true }).extend({
  sizeBytes: z.int().min(1, 'The file is empty').max(MAX_ATTACHMENT_BYTES, 'A file may have at most 50 MB'),
});

/** Attaches a file. The same file twice changes nothing. */
export const attachFile = defineCommand({
  type: 'case.attachFile',
  v: 1,
  args: AttachFileArgs,
  decide(current, { args }): Ruling {
    if (current.attachments.some((attachment) => attachment.sha256 === args.sha256)) return refuse('nothingToChange');
    const { sha256, name, mediaType, sizeBytes } = args;
    return accept({ kind: 'fileAttached', sha256, name, mediaType, sizeBytes });
  },
});
