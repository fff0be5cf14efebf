/** Files between this window and the data process, in pieces of the same size. */
import { t } from '../../src-shared/language/language.ts';
import { FILE_PIECE_BYTES } from '../../src-shared/protocol/data-rpc/file-piece.ts';
import type { BeginFileReply, FileRefused } from '../../src-shared/protocol/data-rpc/file-views.ts';
import type { KeepFileReply } from '../../src-shared/protocol/data-rpc/scan-contract.ts';
import type { RunReply } from '../../src-shared/protocol/data-rpc/command-input.ts';
import type { CaseId, CommandId } from '../../src-shared/util/ids.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { data } from './data-client.ts';
import { isWorthRetrying } from './data-error.ts';

const MOST_TRIES = 4;
const RETRY_AFTER_MS = 300;
/** Judging and keeping 25 MB durably on a slow disk. */
const FILE_TIMEOUT_MS = 60_000;

export interface FileToAttach {
  readonly commandId: CommandId;
  readonly caseId: CaseId;
  readonly name: string;
  readonly file: Blob;
  /** A small picture of it; null when none could be made. */
  readonly thumbnail: Uint8Array | null;
}

/** Gives a file to the data process and attaches it. A data process that ended in the middle is given it again. */
export async function attachFile(wanted: FileToAttach): Promise<RunReply | FileRefused> {
  for (let tries = 1; ; tries += 1) {
    try {
      const reply = await giveAndAttach(wanted);
      if (reply !== null) return reply;
      if (tries >= MOST_TRIES) return { ok: false, sentence: t`It could not be taken in. Attach it again.` };
    } catch (error) {
      if (tries >= MOST_TRIES || !isWorthRetrying(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
  }
}

/** Gives a file to the data process, which keeps it on this disk until a case wants it. */
export async function keepFile(name: string, file: Blob): Promise<KeepFileReply> {
  for (let tries = 1; ; tries += 1) {
    try {
      const given = await give(name, file);
      if (given !== null && !given.ok) return given;
      const reply = given === null ? null : await data.scans.keepUpload({ uploadId: given.uploadId }, { context: { timeoutMs: FILE_TIMEOUT_MS } });
      if (reply !== null) return reply;
      if (tries >= MOST_TRIES) return { ok: false, sentence: t`It could not be taken in. Attach it again.` };
    } catch (error) {
      if (tries >= MOST_TRIES || !isWorthRetrying(error)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MS));
  }
}

/** Null when the data process was started anew between two pieces. */
async function giveAndAttach({ commandId, caseId, name, file, thumbnail }: FileToAttach): Promise<RunReply | FileRefused | null> {
  const given = await give(name, file);
  if (given?.ok !== true) return given;
  const thumbnailBase64 = thumbnail === null ? null : toBase64(thumbnail);
  return data.files.attach({ uploadId: given.uploadId, commandId, caseId, thumbnailBase64 }, { context: { timeoutMs: FILE_TIMEOUT_MS } });
}

/** All pieces of it. Null as above. */
async function give(name: string, file: Blob): Promise<BeginFileReply | null> {
  const begun = await data.files.begin({ name, sizeBytes: file.size });
  if (!begun.ok) return begun;
  for (let offset = 0; offset < file.size; offset += FILE_PIECE_BYTES) {
    const piece = new Uint8Array(await file.slice(offset, offset + FILE_PIECE_BYTES).arrayBuffer());
    if (!(await data.files.piece({ uploadId: begun.uploadId, offset, bytesBase64: toBase64(piece) })).ok) return null;
  }
  return begun;
}

/** All bytes of a file; null when it is not on this workstation. */
export async function readFile(sha256: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
  const options = signal === undefined ? {} : { signal };
  const first = await data.files.read({ sha256, offset: 0 }, options);
  if (first === null) return null;
  const bytes = new Uint8Array(first.sizeBytes);
  let offset = 0;
  for (let piece: typeof first | null = first; piece !== null; ) {
    bytes.set(fromBase64(piece.bytesBase64), offset);
    if (piece.next === null) return bytes;
    offset = piece.next;
    piece = await data.files.read({ sha256, offset }, options);
  }
  return null;
}
