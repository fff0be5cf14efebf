/** Files of cases on this workstation: attached, shown, opened, sent and fetched. What screens and sync need of it, in one place. */
import { t } from '../../src-shared/language/language.ts';
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOfFile } from '../../src-shared/attachments/file-kind.ts';
import { judgeFile, safeFileName, sizeProblem } from '../../src-shared/attachments/judge-file.ts';
import type { Attachment } from '../../src-shared/domain/case.ts';
import { MAX_THUMBNAIL_BYTES } from '../../src-shared/protocol/blob.ts';
import { FILE_PIECE_BYTES } from '../../src-shared/protocol/data-rpc/file-piece.ts';
import type { BeginFileReply, FilePiece, FileRefused, FileView, OpenCopyReply } from '../../src-shared/protocol/data-rpc/file-views.ts';
import { SECOND_MS } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import type { WriteDb } from '../db/database.ts';
import { maySeeHere, notHidden, sightNow } from '../sight/not-hidden.ts';
import { type BlobFiles, createBlobFiles } from './blob-files.ts';
import { addThumbnail, findBlob, noteKept, noteKnown, noteUsed, readThumbnail, wantBlob } from './blob-rows.ts';
import { viewOfFile } from './file-views.ts';
import { createIncomingFiles, type IncomingFiles } from './incoming-files.ts';

export interface AttachmentsOptions {
  readonly db: WriteDb;
  /** Files, and copies for viewers, are in folders of their own in it. */
  readonly dataDir: string;
  readonly now: () => number;
  readonly isOnline: () => boolean;
  /** There is something to send or to fetch. */
  readonly onWork: () => void;
}

/** A file that is on this disk, described as the command that attaches it wants it. */
export type KeptFile = Pick<Attachment, 'sha256' | 'name' | 'mediaType' | 'sizeBytes'>;

export interface Attachments {
  readonly files: BlobFiles;
  begin(name: string, sizeBytes: number): BeginFileReply;
  addPiece(uploadId: string, offset: number, bytes: Uint8Array): boolean;
  /** Judges the whole file by its bytes and puts it on this disk, durably. Null: nothing is known of the upload. */
  keep(uploadId: string): { readonly ok: true; readonly file: KeptFile } | FileRefused | null;
  /** The same for bytes that are here whole already. */
  keepBytes(name: string, bytes: Uint8Array): { readonly ok: true; readonly file: KeptFile } | FileRefused;
  /** A file that was kept before it belonged to a case belongs to one now; null: its bytes are not here any more. */
  keptBefore(file: KeptFile): KeptFile | null;
  /** Every file of a case; asks the server about those that were not asked about just now. */
  ofCase(caseId: string): readonly FileView[];
  readPiece(sha256: string, offset: number): FilePiece | null;
  /** Asks for a file that is not here. */
  fetch(caseId: string, sha256: string): { readonly ok: true } | FileRefused;
  thumbnail(sha256: string): Uint8Array | null;
  /** Keeps a small picture of a file, made by a window; another one that is there already stays. */
  keepThumbnail(sha256: string, bytes: Uint8Array): void;
  openCopy(caseId: string, sha256: string): OpenCopyReply;
  /** A copy to be opened in the system's own program, until copies are removed; its path. */
  copyToOpen(file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }): string;
  /** Removes the copies made for viewers. */
  removeCopies(): void;
}

/** A case on the screen asks for the states of its files with every change; the server is asked this often at most. */
const FRESH_MS = 15 * SECOND_MS;

/** In the data folder; main opens nothing outside it. */
const COPIES_FOLDER = 'copies';

const HOLDS_FILE = `SELECT 1 AS one FROM case_file WHERE sha256 = :sha256 AND ${notHidden('case_key')} LIMIT 1`;

export function createAttachments(options: AttachmentsOptions): Attachments {
  const { db, now } = options;
  const files = createBlobFiles(join(options.dataDir, 'files'));
  const incoming = createIncomingFiles(now);
  const view = (sha256: string): FileView => viewOfFile(db, files, sha256, options.isOnline());
  /** Its bytes may be shown: a case here that this person may see holds it, and nobody found anything against it. */
  const mayShow = (sha256: string): boolean =>
    db.query<Record<string, unknown>, { one: number }>(HOLDS_FILE).get({ sha256, ...sightNow(db) }) !== undefined && view(sha256).state !== 'refused';
  const attachmentOf = (caseId: string, sha256: string): Attachment | null =>
    attachedTo(db, caseId).find((attachment) => attachment.sha256 === sha256) ?? null;
  const copies = join(options.dataDir, COPIES_FOLDER);

  function keepBytes(name: string, bytes: Uint8Array): { readonly ok: true; readonly file: KeptFile } | FileRefused {
    const judged = judgeFile(name, bytes);
    if (!judged.ok) return judged;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const known = findBlob(db, sha256);
    if (known?.serverState === 'infected' || known?.serverState === 'notAllowed') return { ok: false, sentence: view(sha256).sentence };
    const kept = { sha256, name, mediaType: judged.mediaType, sizeBytes: bytes.length };
    files.write(sha256, bytes);
    noteKept(db, kept, now());
    return { ok: true, file: kept };
  }

  return {
    files,
    begin: (name, sizeBytes) => beginFile(incoming, name, sizeBytes),
    addPiece: (uploadId, offset, bytes) => incoming.add(uploadId, offset, bytes),
    keep(uploadId) {
      const file = incoming.take(uploadId);
      return file === null ? null : keepBytes(file.name, file.bytes);
    },
    keepBytes,
    keptBefore(file) {
      const row = findBlob(db, file.sha256);
      if (row === null || !files.isHere(file.sha256)) return null;
      const { mediaType, sizeBytes } = row;
      const kept = { sha256: file.sha256, name: file.name, mediaType, sizeBytes };
      noteKept(db, kept, now()); // now the server will expect it: it is offered anew at once
      return kept;
    },
    ofCase(caseId) {
      const attached = attachedTo(db, caseId);
      db.transaction(() => {
        for (const attachment of attached) if (needsAsking(db, attachment)) noteKnown(db, attachment, now(), FRESH_MS);
      });
      if (attached.length > 0) options.onWork();
      return attached.map(({ sha256 }) => view(sha256));
    },
    readPiece(sha256, offset) {
      const row = findBlob(db, sha256);
      if (!row || !mayShow(sha256)) return null;
      const bytes = files.readPiece(sha256, offset, FILE_PIECE_BYTES);
      if (bytes === null) return null;
      if (offset === 0) noteUsed(db, sha256, now());
      const next = offset + bytes.length;
      return { bytesBase64: Buffer.from(bytes).toString('base64'), sizeBytes: row.sizeBytes, next: next < row.sizeBytes && bytes.length > 0 ? next : null };
    },
    fetch(caseId, sha256) {
      const attachment = attachmentOf(caseId, sha256);
      if (attachment === null) return { ok: false, sentence: t`The file belongs to no case on this workstation any more.` };
      const { state, canOpen, sentence } = view(sha256);
      if (canOpen) return { ok: true };
      if (state === 'refused') return { ok: false, sentence };
      noteKnown(db, attachment, now(), 0);
      wantBlob(db, sha256, 'asked');
      options.onWork();
      return options.isOnline() ? { ok: true } : { ok: false, sentence: view(sha256).sentence };
    },
    thumbnail: (sha256) => (mayShow(sha256) ? readThumbnail(db, sha256) : null),
    keepThumbnail(sha256, bytes) {
      const row = findBlob(db, sha256);
      const found = kindOfFile(bytes);
      if (!row || bytes.length > MAX_THUMBNAIL_BYTES || !found.ok || !['jpeg', 'png', 'webp'].includes(found.kind)) return;
      addThumbnail(db, sha256, bytes, row.hasThumbnailThere === 1);
      options.onWork();
    },
    openCopy(caseId, sha256) {
      const attachment = attachmentOf(caseId, sha256);
      const bytes = attachment !== null && mayShow(sha256) ? files.read(sha256) : null;
      if (attachment === null || bytes === null) return { ok: false, sentence: view(sha256).sentence };
      noteUsed(db, sha256, now());
      return { ok: true, path: copyToOpen(copies, { ...attachment, bytes }) };
    },
    copyToOpen: (file) => copyToOpen(copies, file),
    removeCopies: () => rmSync(copies, { recursive: true, force: true }),
  };
}

function copyToOpen(copies: string, { name, mediaType, bytes }: Parameters<Attachments['copyToOpen']>[0]): string {
  const folder = join(copies, randomUUID());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, safeFileName(name, mediaType));
  writeFileSync(path, bytes, { mode: 0o400 });
  return path;
}

/** Files of a case that whoever is signed in may see. */
function attachedTo(db: WriteDb, caseId: string): readonly Attachment[] {
  const current = findCase(db, caseId)?.case;
  return current && maySeeHere(db, current) ? current.attachments : [];
}

function beginFile(incoming: IncomingFiles, name: string, sizeBytes: number): BeginFileReply {
  const problem = sizeProblem(sizeBytes);
  if (problem !== null) return { ok: false, sentence: problem };
  const uploadId = incoming.begin(name, sizeBytes);
  if (uploadId === null) return { ok: false, sentence: t`Other files are being attached right now. Wait until they are, then attach this one.` };
  return { ok: true, uploadId };
}

/** What is on its way or waits for a verdict is asked about by itself. */
function needsAsking(db: WriteDb, { sha256 }: Attachment): boolean {
  const row = findBlob(db, sha256);
  return row === null || (row.isHere === 0 && row.serverState !== 'infected' && row.serverState !== 'notAllowed') || row.serverState === 'stored';
}
