/** An administrator's address file on its way to being the city's: read, compared with the list in force, kept on this disk. */
import { createHash } from 'node:crypto';
import { t } from '../../src-shared/language/language.ts';
import { type Gazetteer, type GazetteerAddress, gazetteerText, MAX_GAZETTEER_BYTES } from '../../src-shared/places/gazetteer.ts';
import { readGazetteerCsv } from '../../src-shared/places/gazetteer-csv.ts';
import { metersBetween } from '../../src-shared/places/ground.ts';
import type { AddressChange, GazetteerPreview, GazetteerPreviewReply } from '../../src-shared/protocol/data-rpc/gazetteer-contract.ts';
import { fileSizeWords } from '../../src-shared/util/file-size.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import type { BlobFiles } from '../attachments/blob-files.ts';
import { noteKept } from '../attachments/blob-rows.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import type { PlaceFile } from './place-file.ts';

const SQL = {
  forgetDrafts: 'DELETE FROM city_file WHERE is_draft = 1',
  draft: 'INSERT INTO city_file (sha256, is_draft) VALUES (:sha256, 1) ON CONFLICT (sha256) DO NOTHING',
  all: `SELECT s.label AS label, a.number AS number, a.fraction AS fraction, a.unit AS unit, a.zip AS zip, a.status AS status, a.latitude AS latitude, a.longitude AS longitude
    FROM address a JOIN street s USING (street_key)`,
} as const;

const MOST_SAMPLES = 40;
/** Less is another measurement of the same door. */
const MOVED_METERS = 10;

export interface ImportGazetteerOptions {
  readonly db: WriteDb;
  readonly files: BlobFiles;
  readonly now: () => number;
  /** The list in force here. */
  readonly current: PlaceFile | null;
}

/** Reads the file and says what would change. The list it makes goes to the server as soon as a version of the catalogue names it. */
export function importGazetteer({ db, files, now, current }: ImportGazetteerOptions, fileName: string, csv: string): GazetteerPreviewReply {
  const read = readGazetteerCsv(csv);
  if (!read.ok) return { ok: false, sentence: read.message };
  const { gazetteer, addressCount, withPosition, problems, rejectedCount, unusedColumns } = read;
  const bytes = Buffer.from(gazetteerText(gazetteer));
  if (bytes.length > MAX_GAZETTEER_BYTES) return { ok: false, sentence: t`These are ${addressCount} addresses (${fileSizeWords(bytes.length)}); a list may have at most ${fileSizeWords(MAX_GAZETTEER_BYTES)}. Leave out what is far from the city.` };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  files.write(sha256, bytes);
  db.transaction(() => {
    db.write(SQL.forgetDrafts).run({});
    db.write(SQL.draft).run({ sha256 });
    noteKept(db, { sha256, mediaType: 'text/plain', sizeBytes: bytes.length }, now());
  });
  const { streets, landmarks } = gazetteer;
  const reference = { sha256, sizeBytes: bytes.length, fileName, addressCount, streetCount: streets.length, landmarkCount: landmarks.length, readAt: utcMs(now()) };
  return { ok: true, reference, withPosition, problems, rejectedCount, unusedColumns, ...changesFrom(current?.db ?? null, gazetteer) };
}

type Row = GazetteerAddress & { readonly label: string };

function changesFrom(before: ReadDb | null, { streets }: Gazetteer): Pick<GazetteerPreview, 'counts' | 'unchanged' | 'samples'> {
  const old = new Map<string, Row>();
  for (const row of before?.query<object, Row>(SQL.all).iterate({}) ?? []) old.set(wordsOf(row), row);
  const counts: Record<AddressChange, number> = { added: 0, removed: 0, moved: 0, status: 0 };
  const samples: { what: AddressChange; text: string }[] = [];
  const note = (what: AddressChange, text: string): void => {
    counts[what] += 1;
    if (counts[what] <= MOST_SAMPLES) samples.push({ what, text });
  };
  let unchanged = 0;
  for (const { label, addresses } of streets) {
    for (const address of addresses) {
      const words = wordsOf({ ...address, label });
      const known = old.get(words);
      old.delete(words);
      const change = known === undefined ? 'added' : changeOf(known, address);
      if (change === null) unchanged += 1;
      else note(change, words + detailOf(change, known, address));
    }
  }
  for (const words of old.keys()) note('removed', words);
  return { counts, unchanged, samples };
}

function wordsOf({ number, fraction, label, unit }: Pick<Row, 'number' | 'fraction' | 'label' | 'unit'>): string {
  return [number, fraction, label, unit].filter((part) => part !== '').join(' ');
}

function changeOf(before: GazetteerAddress, after: GazetteerAddress): AddressChange | null {
  if (before.status !== after.status) return 'status';
  const meters = metersApart(before, after);
  return meters !== null && meters < MOVED_METERS ? null : 'moved';
}

/** 0 when neither has a position, null when only one has. */
function metersApart(before: GazetteerAddress, after: GazetteerAddress): number | null {
  if (before.latitude === null || before.longitude === null) return after.latitude === null ? 0 : null;
  if (after.latitude === null || after.longitude === null) return null;
  return metersBetween({ latitude: before.latitude, longitude: before.longitude }, { latitude: after.latitude, longitude: after.longitude });
}

function detailOf(change: AddressChange, before: GazetteerAddress | undefined, after: GazetteerAddress): string {
  if (before === undefined) return '';
  if (change === 'status') return { current: t`: now in use`, pending: t`: now not built yet`, retired: t`: now retired` }[after.status];
  const meters = metersApart(before, after);
  if (meters === null) return after.latitude === null ? t`: no position any more` : t`: has a position now`;
  return t`: ${Math.round(meters)} m away`;
}
