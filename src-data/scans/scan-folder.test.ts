import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_ATTACHMENT_BYTES } from '../../src-shared/attachments/judge-file.ts';
import { pngOfSize } from '../../src-shared/attachments/testing/sample-files.ts';
import { must } from '../../src-shared/util/assert.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { saveDraft } from '../drafts/drafts.ts';
import { type Desk, openDesk } from '../testing/desk.ts';
import { createScanFolder, type ScanFolder } from './scan-folder.ts';
import { saveScanSettings } from './scan-settings.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
let desk: Desk;
let folder: string;
let scans: ScanFolder;
let clock: number;
let kept: string[];
let changes: number;

const open = (): ScanFolder =>
  createScanFolder({
    db: desk.db,
    now: () => clock,
    keep(name, bytes) {
      kept.push(name);
      return { ok: true, file: { sha256: hash(bytes), name, mediaType: 'application/pdf', sizeBytes: bytes.length } };
    },
    copyToOpen: ({ name, mediaType, bytes }) => `${name} ${mediaType} ${bytes.length}`,
    onChanged: () => (changes += 1),
  });
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const scan = (name: string, bytes: Uint8Array | string = PDF): void => writeFileSync(join(folder, name), bytes);
const set = (removesTaken = false) => saveScanSettings(desk.db, { folder, removesTaken }, Date.now() - 60_000);
const shown = (): readonly string[] => scans.view().scans.map(({ name, state }) => `${name} ${state}`);
const idOf = (name: string): string => must(scans.view().scans.find((one) => one.name === name), name).id;
async function looks(count = 2): Promise<void> {
  for (let nth = 0; nth < count; nth += 1) await scans.look();
}

beforeEach(async () => {
  desk = openDesk();
  folder = mkdtempSync(join(tmpdir(), 'portreeve-scans-'));
  [clock, kept, changes] = [Date.now(), [], 0];
  scans = open();
  await set();
});
afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a new scan', () => {
  it('is offered once two looks have seen it unchanged', async () => {
    scan('letter-0031.pdf', PDF.subarray(0, 12));
    await looks(1);
    expect(shown()).toEqual(['letter-0031.pdf writing']);
    scan('letter-0031.pdf');
    await looks(1);
    expect(shown()).toEqual(['letter-0031.pdf writing']);
    await looks(1);
    expect(shown()).toEqual(['letter-0031.pdf ready']);
    const before = changes;
    await looks(3);
    expect(changes).toBe(before);
  });

  it('that the scanner has only begun is waited for, an empty one not for ever', async () => {
    for (const name of ['.letter.pdf.swp', 'letter.pdf.part', '~letter.tmp']) scan(name);
    scan('empty.pdf', '');
    mkdirSync(join(folder, 'old'));
    await looks(3);
    expect(shown()).toEqual(['empty.pdf writing']);
    clock += 61_000;
    await looks();
    expect(scans.view().scans).toMatchObject([{ state: 'refused', sentence: expect.stringContaining('empty') }]);
  });

  it('is judged by its bytes and its size, with what to do', async () => {
    scan('program.pdf', 'MZ\u0000\u0000program');
    scan('huge.pdf', Buffer.concat([PDF, Buffer.alloc(MAX_ATTACHMENT_BYTES)]));
    scan('photo.png', pngOfSize(4_000, 1));
    await looks();
    expect([...shown()].sort()).toEqual(['huge.pdf refused', 'photo.png ready', 'program.pdf refused']);
    expect(scans.view().scans.find(({ name }) => name === 'huge.pdf')?.sentence).toContain('lower resolution');
    expect(await scans.picture(idOf('photo.png'))).toMatchObject({ mediaType: 'image/png' });
    expect(await scans.picture(idOf('huge.pdf'))).toBeNull();
  });

  it('that is a PDF says how many pages it has, and opens while it is there', async () => {
    const pages = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 3 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n');
    scan('three.pdf', pages);
    scan('unknown.pdf');
    scan('program.pdf', 'MZ\u0000\u0000program');
    await looks();
    const of = (name: string) => must(scans.view().scans.find((one) => one.name === name), name);
    expect([of('three.pdf').pages, of('unknown.pdf').pages]).toEqual([3, null]);
    const { id } = of('three.pdf');
    expect(await scans.openCopy(id)).toEqual({ ok: true, path: `three.pdf application/pdf ${pages.length}` });
    expect(await scans.openCopy(of('program.pdf').id)).toMatchObject({ ok: false, sentence: of('program.pdf').sentence });
    expect(shown()).toHaveLength(3);
    rmSync(join(folder, 'three.pdf'));
    expect(await scans.openCopy(id)).toMatchObject({ ok: false, sentence: expect.stringContaining('Scan it again') });
  });

  it('was not there before the folder was watched', async () => {
    scan('old.pdf');
    const longAgo = new Date(Date.now() - 86_400_000);
    utimesSync(join(folder, 'old.pdf'), longAgo, longAgo);
    await saveScanSettings(desk.db, { folder: null, removesTaken: false }, clock);
    await saveScanSettings(desk.db, { folder, removesTaken: false }, Date.now() + 60_000);
    await looks();
    expect(shown()).toEqual([]);
  });
});

describe('a scan that was taken', () => {
  beforeEach(async () => {
    scan('letter.pdf');
    await looks();
  });

  it('is never offered again, also after a restart; the same name scanned anew is', async () => {
    const reply = await scans.keep(idOf('letter.pdf'));
    expect(reply).toMatchObject({ ok: true, file: { name: 'letter.pdf' } });
    await scans.attached(hash(PDF));
    clock += 3_600_000;
    scans = open();
    await looks();
    expect([shown(), existsSync(join(folder, 'letter.pdf'))]).toEqual([[], true]);
    scan('letter.pdf', Buffer.concat([PDF, Buffer.from('% again')]));
    await looks();
    expect(shown()).toEqual(['letter.pdf ready']);
  });

  it('stays away while a draft holds it, and comes back when nothing came of it', async () => {
    await scans.keep(idOf('letter.pdf'));
    saveDraft(desk.db, { draftId: '7d7c9e0e-8a3f-4a10-9a53-000000000001', isParked: true, title: 'x', body: { files: [{ sha256: hash(PDF) }] } }, utcMs(clock));
    clock += 120_000;
    await looks();
    expect(shown()).toEqual([]);
    desk.db.write('DELETE FROM draft').run({});
    await looks();
    expect(shown()).toEqual(['letter.pdf ready']);
  });

  it('leaves the folder only when that is set, and only the very file that was taken', async () => {
    await set(true);
    await scans.keep(idOf('letter.pdf'));
    expect(existsSync(join(folder, 'letter.pdf'))).toBe(true);
    await scans.attached(hash(PDF));
    expect(existsSync(join(folder, 'letter.pdf'))).toBe(false);
    scan('other.pdf', Buffer.concat([PDF, Buffer.from('% other')]));
    await looks();
    await scans.keep(idOf('other.pdf'));
    scan('other.pdf', 'scanned over it');
    await scans.attached(hash(Buffer.concat([PDF, Buffer.from('% other')])));
    expect(existsSync(join(folder, 'other.pdf'))).toBe(true);
  });

  it('or put aside is gone from the list, and one that vanished says so', async () => {
    const id = idOf('letter.pdf');
    scans.hide(id);
    await looks();
    expect([shown(), existsSync(join(folder, 'letter.pdf'))]).toEqual([[], true]);
    rmSync(join(folder, 'letter.pdf'));
    expect(await scans.keep(id)).toMatchObject({ ok: false, sentence: expect.stringContaining('Scan it again') });
    expect(kept).toEqual([]);
  });
});

describe('the folder', () => {
  it('says when it is gone, and goes on when it is back', async () => {
    scan('letter.pdf');
    await looks();
    rmSync(folder, { recursive: true });
    await looks(1);
    expect([scans.view().problem, shown()]).toEqual([expect.stringContaining('Look whether its network drive is connected'), []]);
    mkdirSync(folder);
    scan('letter.pdf');
    await looks();
    expect([scans.view().problem, shown()]).toEqual([null, ['letter.pdf ready']]);
  });

  it('is taken only when it can be read', async () => {
    scan('file.pdf');
    expect(await saveScanSettings(desk.db, { folder: join(folder, 'nowhere'), removesTaken: false }, clock)).toMatchObject({ ok: false, sentence: expect.stringContaining('is not there') });
    expect(await saveScanSettings(desk.db, { folder: join(folder, 'file.pdf'), removesTaken: false }, clock)).toMatchObject({ ok: false, sentence: expect.stringContaining('is a file, not a folder') });
    expect(scans.view().folder).toBe(folder);
  });
});
