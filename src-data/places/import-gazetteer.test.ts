import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createBlobFiles } from '../attachments/blob-files.ts';
import { findBlob } from '../attachments/blob-rows.ts';
import { type Desk, openDesk } from '../testing/desk.ts';
import { importGazetteer } from './import-gazetteer.ts';
import { openPlaces } from './testing/open-places.ts';

const HEAD = 'number,street,unit,status,lat,lon\n';
const BEFORE = `${HEAD}12,Elm Street,,Current,26.5,-80\n14,Elm Street,,Current,26.5001,-80\n16,Elm Street,Apt 1,Current,26.5002,-80\n18,Elm Street,,Current,26.5003,-80\n20,Elm Street,,Current,,\n`;

let desk: Desk;
let folder: string;
beforeEach(() => {
  desk = openDesk();
  folder = mkdtempSync(join(tmpdir(), 'portreeve-import-'));
});
afterEach(() => {
  desk.close();
  rmSync(folder, { recursive: true });
});

it('a file says what would change against the list in force, and is kept for when it is published', async () => {
  const places = await openPlaces(BEFORE);
  const files = createBlobFiles(folder);
  const csv = `${HEAD}12,Elm Street,,Current,26.5,-80\n14,Elm Street,,Retired,26.5001,-80\n16,Elm Street,Apt 1,Current,26.5052,-80\n20,Elm Street,,Current,26.5004,-80\n22,Elm Street,,Current,26.5005,-80\n`;
  const preview = importGazetteer({ db: desk.db, files, now: () => 1_795_000_000_000, current: places.file }, 'new.csv', csv);
  places.close();
  if (!preview.ok) throw new Error(preview.sentence);
  expect([preview.counts, preview.unchanged]).toEqual([{ added: 1, removed: 1, moved: 2, status: 1 }, 1]);
  expect(preview.samples.map(({ what, text }) => `${what} ${text}`)).toEqual(['status 14 Elm Street: now retired', 'moved 16 Elm Street Apt 1: 557 m away', 'moved 20 Elm Street: has a position now', 'added 22 Elm Street', 'removed 18 Elm Street']);
  const { sha256, sizeBytes } = preview.reference;
  expect(preview.reference).toMatchObject({ fileName: 'new.csv', addressCount: 5, streetCount: 1, landmarkCount: 0 });
  expect([files.read(sha256)?.length, findBlob(desk.db, sha256)?.isHere]).toEqual([sizeBytes, 1]);
});

it('all of it is new where there was none; nothing is kept of a file that cannot be read', () => {
  const files = createBlobFiles(folder);
  const options = { db: desk.db, files, now: () => 1, current: null };
  expect(importGazetteer(options, 'first.csv', BEFORE)).toMatchObject({ ok: true, counts: { added: 5, removed: 0 } });
  expect(importGazetteer(options, 'colours.csv', 'colour\nred\n')).toMatchObject({ ok: false, sentence: expect.stringContaining('No column of this file') });
});
