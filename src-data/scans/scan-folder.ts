/**
 * Watches the folder a scanner writes to. By looking every two seconds, not by the system's notices: those do not come from network drives,
 * and a look also finds that the drive is gone. A file counts once two looks in a row have seen it unchanged.
 */
import { readdir, readFile, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { judgeFile, sizeProblem } from '../../src-shared/attachments/judge-file.ts';
import { t } from '../../src-shared/language/language.ts';
import type { OpenCopyReply } from '../../src-shared/protocol/data-rpc/file-views.ts';
import type { KeepFileReply, ScansView, ScanView } from '../../src-shared/protocol/data-rpc/scan-contract.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import type { WriteDb } from '../db/database.ts';
import { pdfPages } from './pdf-pages.ts';
import { folderProblem } from './folder-problem.ts';
import { readScanSettings } from './scan-settings.ts';
import { isInDraft, noteAttached, noteTaken, type ScanIdentity, type TakenScan, takenScans } from './scan-rows.ts';

export interface ScanFolderOptions {
  readonly db: WriteDb;
  readonly now: () => number;
  /** Keeps the bytes as a file of a case is kept. */
  readonly keep: (name: string, bytes: Uint8Array) => KeepFileReply;
  /** Copies the bytes to where the system's own program opens them; the path. */
  readonly copyToOpen: (file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }) => string;
  readonly onChanged: () => void;
}

export interface ScanFolder {
  view(): ScansView;
  /** One look at the folder. Never rejects. */
  look(): Promise<void>;
  keep(id: string): Promise<KeepFileReply>;
  openCopy(id: string): Promise<OpenCopyReply>;
  hide(id: string): void;
  picture(id: string): Promise<{ readonly mediaType: string; readonly bytesBase64: string } | null>;
  /** A case has this file: its scans are done with, and leave the folder where that is wished. */
  attached(sha256: string): Promise<void>;
}

/** A scan in the folder: `judged` null until it has been the same for two looks. */
interface Seen extends ScanIdentity {
  /** When it came into the folder, in ms. */
  readonly at: number;
  readonly firstSeenAt: number;
  readonly judged: { readonly ok: true; readonly mediaType: string; readonly pages: number | null } | { readonly ok: false; readonly sentence: string } | null;
}

export const LOOK_EVERY_MS = 2_000;
const MOST_OFFERED = 30;
/** A scanner that makes the file first and fills it later has this long. */
const EMPTY_FOR_MS = 60_000;
/** What was kept for a draft that is gone is offered again after so long: nobody has to hurry. */
const OFFERED_AGAIN_MS = 60_000;
/** Larger pictures are shown by name only. */
const MOST_PICTURE_BYTES = 12_000_000;
const PICTURES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];
/** What scanners and browsers write beside a file that is not done. */
const UNFINISHED = /^[.~]|\.(tmp|temp|part|partial|crdownload|download|lock)$/i;
const WRITING = t`The scanner is still writing it.`;
const GONE = t`This scan is not in the folder any more. Scan it again.`;

const idOf = ({ name, sizeBytes, changedAt }: ScanIdentity): string => `${sizeBytes}.${changedAt}.${name}`;

export function createScanFolder({ db, now, keep, copyToOpen, onChanged }: ScanFolderOptions): ScanFolder {
  let seen: ReadonlyMap<string, Seen> = new Map();
  let problem: string | null = null;
  let shown = '';

  async function look(): Promise<void> {
    const settings = readScanSettings(db);
    if (settings === null) [seen, problem] = [new Map(), null];
    else await lookAt(settings.folder, settings.since);
    const next = JSON.stringify(view());
    if (next === shown) return;
    shown = next;
    onChanged();
  }

  async function lookAt(folder: string, since: number): Promise<void> {
    try {
      const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name)).map(({ name }) => name);
      const found = new Map<string, Seen>();
      for (const name of names) {
        const file = await seenFile(folder, name, since);
        if (file !== null) found.set(name, file);
      }
      [seen, problem] = [found, null];
    } catch (error) {
      [seen, problem] = [new Map(), folderProblem(folder, error)];
    }
  }

  /** Null: gone again, or here before the folder was watched. */
  async function seenFile(folder: string, name: string, since: number): Promise<Seen | null> {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found === null) return null;
    // Moved into the folder with its old date, a file has a new time of change.
    const at = Math.round(Math.max(found.mtimeMs, found.ctimeMs));
    if (at < since) return null;
    const before = seen.get(name);
    const isSame = before?.sizeBytes === found.size && before.changedAt === Math.round(found.mtimeMs);
    const file = { name, sizeBytes: found.size, changedAt: Math.round(found.mtimeMs), at, firstSeenAt: isSame ? before.firstSeenAt : now(), judged: isSame ? before.judged : null };
    const isStable = isSame && (file.sizeBytes > 0 || now() - file.firstSeenAt > EMPTY_FOR_MS);
    return isStable && file.judged === null ? { ...file, judged: await judge(folder, file) } : file;
  }

  /** Null: another program has it open still. */
  async function judge(folder: string, { name, sizeBytes }: ScanIdentity): Promise<Seen['judged']> {
    const tooLarge = sizeProblem(sizeBytes);
    if (tooLarge !== null) return { ok: false, sentence: tooLarge };
    const bytes = await readFile(join(folder, name)).catch(() => null);
    if (bytes?.length !== sizeBytes) return null;
    const judged = judgeFile(name, bytes);
    if (!judged.ok) return judged;
    const { mediaType } = judged;
    return { ok: true, mediaType, pages: mediaType === 'application/pdf' ? pdfPages(bytes) : null };
  }

  function view(): ScansView {
    const taken = new Map(takenScans(db).map((scan) => [idOf(scan), scan]));
    const offered = [...seen.values()].filter((file) => !isTaken(taken.get(idOf(file)))).sort((one, other) => other.at - one.at);
    return { folder: readScanSettings(db)?.folder ?? null, problem, scans: offered.slice(0, MOST_OFFERED).map(toView) };
  }

  function isTaken(scan: TakenScan | undefined): boolean {
    if (scan === undefined) return false;
    if (scan.sha256 === null || scan.attachedAt !== null) return true;
    return now() - scan.takenAt < OFFERED_AGAIN_MS || isInDraft(db, scan.sha256);
  }

  function find(id: string): Seen | null {
    return [...seen.values()].find((file) => idOf(file) === id) ?? null;
  }

  async function read(id: string): Promise<{ readonly file: Seen; readonly bytes: Uint8Array } | null> {
    const [file, folder] = [find(id), readScanSettings(db)?.folder];
    if (file === null || folder === undefined) return null;
    const bytes = await readFile(join(folder, file.name)).catch(() => null);
    return bytes?.length === file.sizeBytes ? { file, bytes } : null;
  }

  return {
    view,
    look,
    async keep(id) {
      const scan = await read(id);
      if (scan === null) return { ok: false, sentence: GONE };
      const reply = keep(scan.file.name, scan.bytes);
      if (reply.ok) noteTaken(db, scan.file, reply.file.sha256, now());
      await look();
      return reply;
    },
    async openCopy(id) {
      const scan = await read(id);
      if (scan === null) return { ok: false, sentence: GONE };
      const { file: { name, judged }, bytes } = scan;
      return judged?.ok === true ? { ok: true, path: copyToOpen({ name, mediaType: judged.mediaType, bytes }) } : { ok: false, sentence: judged?.sentence ?? WRITING };
    },
    hide(id) {
      const file = find(id);
      if (file === null) return;
      noteTaken(db, file, null, now());
      void look();
    },
    async picture(id) {
      const file = find(id);
      const mediaType = file?.judged?.ok === true ? file.judged.mediaType : '';
      if (file === null || !PICTURES.includes(mediaType) || file.sizeBytes > MOST_PICTURE_BYTES) return null;
      const scan = await read(id);
      return scan && { mediaType, bytesBase64: Buffer.from(scan.bytes).toString('base64') };
    },
    async attached(sha256) {
      const scans = noteAttached(db, sha256, now());
      const settings = readScanSettings(db);
      if (settings?.removesTaken === true) for (const scan of scans) await removeUnchanged(settings.folder, scan);
      await look();
    },
  };
}

function toView(file: Seen): ScanView {
  const { name, sizeBytes, judged } = file;
  const shown = { id: idOf(file), name, sizeBytes, at: utcMs(file.at) };
  if (judged === null) return { ...shown, state: 'writing', sentence: WRITING, mediaType: null, pages: null };
  return judged.ok ? { ...shown, state: 'ready', sentence: '', mediaType: judged.mediaType, pages: judged.pages } : { ...shown, state: 'refused', sentence: judged.sentence, mediaType: null, pages: null };
}

/** Only the very file that was taken: one that was scanned over it since stays. */
async function removeUnchanged(folder: string, { name, sizeBytes, changedAt }: ScanIdentity): Promise<void> {
  const path = join(folder, name);
  const found = await stat(path).catch(() => null);
  if (found !== null && found.size === sizeBytes && Math.round(found.mtimeMs) === changedAt) await unlink(path).catch(() => undefined);
}
