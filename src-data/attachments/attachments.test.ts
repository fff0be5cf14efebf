import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officeFile, pngOfSize } from '../../src-shared/attachments/testing/sample-files.ts';
import { FILE_PIECE_BYTES } from '../../src-shared/protocol/data-rpc/file-piece.ts';
import { CaseId } from '../../src-shared/util/ids.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { removeCase } from '../cases/write-case.ts';
import { saveDraft } from '../drafts/drafts.ts';
import { type Desk, NOW, openArgs, openDesk } from '../testing/desk.ts';
import { type Attachments, createAttachments } from './attachments.ts';
import { countFilesWaiting, findBlob, noteStatus } from './blob-rows.ts';
import { keepWithin, removeStrays } from './store-bound.ts';

let desk: Desk;
let folder: string;
let attachments: Attachments;
let isOnline = true;
beforeEach(() => {
  desk = openDesk();
  folder = mkdtempSync(join(tmpdir(), 'portreeve-attachments-'));
  isOnline = true;
  attachments = createAttachments({ db: desk.db, dataDir: folder, now: () => NOW, isOnline: () => isOnline, onWork: () => undefined });
});
afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

function give(name: string, bytes: Uint8Array) {
  const begun = attachments.begin(name, bytes.length);
  if (!begun.ok) return begun;
  for (let offset = 0; offset < bytes.length; offset += FILE_PIECE_BYTES) attachments.addPiece(begun.uploadId, offset, bytes.subarray(offset, offset + FILE_PIECE_BYTES));
  return attachments.keep(begun.uploadId);
}

/** A case with this file; the case's id. */
function attach(bytes: Uint8Array, name = 'scan.png'): { caseId: CaseId; sha256: string } {
  const kept = give(name, bytes);
  if (!kept?.ok || !('file' in kept)) throw new Error('not kept');
  const caseId = CaseId.parse(randomUUID());
  desk.give({ caseId, type: 'case.open', args: openArgs() });
  desk.give({ caseId, type: 'case.attachFile', args: kept.file });
  return { caseId, sha256: kept.file.sha256 };
}

const atServer = (sha256: string): void => noteStatus(desk.db, { sha256, state: 'stored', received: 1, why: null, hasThumbnail: false }, NOW, null);
const stateOf = (caseId: string) => attachments.ofCase(caseId).map(({ state, label, percent }) => [state, label, percent]);

describe('a file that is attached', () => {
  it('is on this disk whole, comes back in pieces, and is described by what it is', () => {
    const bytes = pngOfSize(900_000);
    const { sha256 } = attach(bytes);
    const pieces: Buffer[] = [];
    for (let piece = attachments.readPiece(sha256, 0); piece !== null; piece = piece.next === null ? null : attachments.readPiece(sha256, piece.next)) {
      pieces.push(Buffer.from(piece.bytesBase64, 'base64'));
    }
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
    expect(give('report.bin', officeFile('word'))).toMatchObject({ ok: true, file: { mediaType: expect.stringContaining('wordprocessingml') } });
  });

  it('is refused by its bytes, and leaves nothing on the disk', () => {
    expect(give('photo.jpg', Buffer.from('MZ this is a program'))).toMatchObject({ ok: false, sentence: expect.stringContaining('program') });
    expect(attachments.begin('film.png', 26_000_000)).toMatchObject({ ok: false, sentence: expect.stringContaining('26.0 MB') });
    expect(existsSync(join(folder, 'files'))).toBe(false);
  });

  it('is asked for again when pieces are missing, or the data process was started anew', () => {
    const begun = attachments.begin('scan.png', 500_000);
    if (!begun.ok) throw new Error('not begun');
    expect(attachments.addPiece(begun.uploadId, 400_000, new Uint8Array(100))).toBe(false);
    expect(attachments.keep(begun.uploadId)).toBeNull();
    expect(attachments.keep(randomUUID())).toBeNull();
  });
});

describe('where a file stands', () => {
  it('is told in words: here alone, being sent, at the server, held back', () => {
    const { caseId, sha256 } = attach(pngOfSize(1_000_000));
    expect(stateOf(caseId)).toEqual([['hereOnly', 'On this workstation only', null]]);
    expect(countFilesWaiting(desk.db)).toBe(1);
    noteStatus(desk.db, { sha256, state: 'expected', received: 400_000, why: null, hasThumbnail: false }, NOW, null);
    expect(stateOf(caseId)).toEqual([['sending', 'Sending 40 %', 40]]);
    atServer(sha256);
    expect(stateOf(caseId)).toEqual([['atServer', 'At the server', null]]);
    expect(countFilesWaiting(desk.db)).toBe(0);
    noteStatus(desk.db, { sha256, state: 'infected', received: 0, why: 'The scanner says so.', hasThumbnail: false }, NOW, null);
    expect(attachments.ofCase(caseId)).toMatchObject([{ state: 'refused', label: 'Checked: infected', sentence: 'The scanner says so.', canOpen: false }]);
    expect(attachments.readPiece(sha256, 0)).toBeNull();
    expect(attachments.openCopy(caseId, sha256)).toMatchObject({ ok: false });
  });

  it('is told when it is not here, with and without a network', () => {
    const { caseId, sha256 } = attach(pngOfSize(50_000));
    atServer(sha256);
    keepWithin(desk.db, attachments.files, 0, NOW);
    expect(attachments.ofCase(caseId)).toMatchObject([{ state: 'notHere', sentence: 'Open it, and it is fetched from the server.' }]);
    expect(attachments.fetch(caseId, sha256)).toEqual({ ok: true });
    expect(stateOf(caseId)).toEqual([['fetching', 'Fetching 0 %', 0]]);
    isOnline = false;
    expect(attachments.fetch(caseId, sha256)).toMatchObject({ ok: false, sentence: expect.stringContaining('no network') });
  });
});

describe('the room on this disk', () => {
  it('is made by files the server has, the least recently used first; one that is here alone never goes', () => {
    const [alone, old, recent] = [attach(pngOfSize(100_000, 1)), attach(pngOfSize(100_000, 2)), attach(pngOfSize(100_000, 3))];
    for (const { sha256 } of [old, recent]) atServer(sha256);
    desk.db.write('UPDATE blob SET last_used_at = last_used_at + 1 WHERE sha256 = :sha256').run({ sha256: recent.sha256 });
    expect(keepWithin(desk.db, attachments.files, 150_000, NOW)).toEqual([old.sha256]);
    expect(keepWithin(desk.db, attachments.files, 0, NOW)).toEqual([recent.sha256]);
    expect(attachments.files.isHere(alone.sha256)).toBe(true);
  });

  it('holds nothing of a case that left this workstation, but for what the server has not got', () => {
    const [left, unsent] = [attach(pngOfSize(100_000, 4)), attach(pngOfSize(100_000, 5))];
    atServer(left.sha256);
    attachments.keepThumbnail(left.sha256, pngOfSize(400));
    for (const { caseId } of [left, unsent]) removeCase(desk.db, caseId);
    expect(removeStrays(desk.db, attachments.files, NOW)).toEqual([left.sha256]);
    expect(attachments.files.isHere(left.sha256)).toBe(false);
    expect(findBlob(desk.db, left.sha256)).toBeNull();
    expect(attachments.readPiece(unsent.sha256, 0), 'no case here holds it: it is sent, not shown').toBeNull();
    expect(attachments.files.isHere(unsent.sha256)).toBe(true);
  });

  it('holds nothing of a draft that was thrown away, a day later; what a draft, a command or only the server may want stays', () => {
    const kept = (seed: number): string => {
      const reply = give('scan.png', pngOfSize(50_000, seed));
      if (!reply?.ok || !('file' in reply)) throw new Error('not kept');
      return reply.file.sha256;
    };
    const [thrownAway, parked, unasked] = [kept(6), kept(7), kept(8)];
    const { caseId, sha256: ofCommand } = attach(pngOfSize(50_000, 9));
    removeCase(desk.db, caseId);
    saveDraft(desk.db, { draftId: randomUUID(), isParked: true, title: '', body: { files: [{ sha256: parked }] } }, utcMs(NOW));
    for (const sha256 of [thrownAway, parked, ofCommand]) noteStatus(desk.db, { sha256, state: 'notExpected', received: 0, why: null, hasThumbnail: false }, NOW, null);
    expect(removeStrays(desk.db, attachments.files, NOW + DAY_MS / 2)).toEqual([]);
    expect(removeStrays(desk.db, attachments.files, NOW + DAY_MS + 1)).toEqual([thrownAway]);
    expect([thrownAway, parked, unasked, ofCommand].map((sha256) => attachments.files.isHere(sha256))).toEqual([false, true, true, true]);
  });
});

describe('a copy for the system’s viewer', () => {
  it('has a name that fits its content, and goes at the next start', () => {
    const { caseId, sha256 } = attach(pngOfSize(20_000), 'invoice.exe');
    const copy = attachments.openCopy(caseId, sha256);
    if (!copy.ok) throw new Error('no copy');
    expect(copy.path).toMatch(/copies.[0-9a-f-]{36}.invoice\.exe\.png$/);
    expect(readFileSync(copy.path)).toHaveLength(20_000);
    attachments.removeCopies();
    expect(readdirSync(folder)).not.toContain('copies');
  });
});

describe('a thumbnail', () => {
  it('is kept when it is a small picture, the first one only', () => {
    const { caseId, sha256 } = attach(pngOfSize(20_000));
    attachments.keepThumbnail(sha256, Buffer.from('<svg/>'));
    attachments.keepThumbnail(sha256, pngOfSize(70_000));
    expect(attachments.ofCase(caseId)).toMatchObject([{ hasThumbnail: false }]);
    attachments.keepThumbnail(sha256, pngOfSize(500, 1));
    attachments.keepThumbnail(sha256, pngOfSize(500, 2));
    expect(Buffer.from(attachments.thumbnail(sha256) ?? []).equals(pngOfSize(500, 1))).toBe(true);
  });
});
