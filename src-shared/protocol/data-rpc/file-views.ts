/** Files of cases between a window and the data process. Bytes go in pieces, so that no call is larger than any other. */
import { z } from 'zod';
import { Sha256 } from '../../domain/case.ts';
import { CaseId, CommandId } from '../../util/ids.ts';
import { FILE_PIECE_BYTES } from './file-piece.ts';

const PieceBase64 = z.base64().max(Math.ceil(FILE_PIECE_BYTES / 3) * 4);

/**
 * `hereOnly`: on this workstation only. `sending`: `percent` of it is at the server. `atServer`: here and there. `notHere`: not on
 * this workstation yet. `fetching`: `percent` of it is here. `refused`: checked, and not allowed or infected; it cannot be opened.
 */
export type FileState = 'hereOnly' | 'sending' | 'atServer' | 'notHere' | 'fetching' | 'refused';

export interface FileView {
  readonly sha256: string;
  readonly state: FileState;
  readonly percent: number | null;
  /** A few words: `Sending 40 %`. */
  readonly label: string;
  /** What it means and what to do. */
  readonly sentence: string;
  /** Its bytes are here and may be shown. */
  readonly canOpen: boolean;
  readonly hasThumbnail: boolean;
}

/** `sentence` says what is wrong with the file and what to do. */
export type FileRefused = { readonly ok: false; readonly sentence: string };

export const BeginFileInput = z.object({ name: z.string().min(1).max(255), sizeBytes: z.int().min(0) });
export type BeginFileReply = { readonly ok: true; readonly uploadId: string } | FileRefused;

export const FilePieceInput = z.object({ uploadId: z.uuid(), offset: z.int().min(0), bytesBase64: PieceBase64 });
/** Not `ok`: the data process was started anew meanwhile and knows nothing of this upload; begin again. */
export interface FilePieceReply {
  readonly ok: boolean;
}

/** The command id makes that sending it again, also with a new upload, attaches once. */
export const AttachFileInput = z.object({
  uploadId: z.uuid(),
  commandId: CommandId,
  caseId: CaseId,
  /** A small picture of it (JPEG, PNG or WebP, at most 64 KiB), when the window could make one. */
  thumbnailBase64: PieceBase64.nullable(),
});
export type AttachFileInput = z.infer<typeof AttachFileInput>;

export const FileName = z.object({ sha256: Sha256 });
export const FileOfCase = z.object({ caseId: CaseId, sha256: Sha256 });
export const ReadFileInput = z.object({ sha256: Sha256, offset: z.int().min(0) });
/** `next`: where the next piece begins; null after the last one. */
export interface FilePiece {
  readonly bytesBase64: string;
  readonly sizeBytes: number;
  readonly next: number | null;
}

export const KeepThumbnailInput = z.object({ sha256: Sha256, bytesBase64: PieceBase64 });

/** `path`: a copy for the system's own viewer, in a folder that is emptied at the next start. */
export type OpenCopyReply = { readonly ok: true; readonly path: string } | FileRefused;
