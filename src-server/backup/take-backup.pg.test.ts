import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { SCHEMA_LEVELS } from '../db/migrate.ts';
import { readSetting } from '../db/server-setting.ts';
import { temporaryFolder } from '../testing/fresh-database.ts';
import { useServer } from '../testing/test-server.ts';
import { openArgs, TestStation } from '../testing/test-station.ts';
import { backupFileName } from './backup-format.ts';
import { finishedBackups, removeOldBackups } from './backup-folder.ts';
import { readBackup } from './read-backup.ts';
import { type BackupRequest, takeBackup } from './take-backup.ts';

const server = useServer();
const AT = utcMs(Date.UTC(2026, 10, 22, 2));
let folder: string;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'backups');
});
afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

function request(more: Partial<BackupRequest> = {}): BackupRequest {
  const { deps, databaseUrl } = server();
  return { pool: deps.pool, url: databaseUrl, folder, now: () => AT, signal: new AbortController().signal, isTried: true, ...more };
}

async function openCases(count: number): Promise<TestStation> {
  const station = await TestStation.enrol(server().app);
  for (let at = 0; at < count; at += 1) {
    const text = 'Line one\nline two\\.\n\\.\n tab\there, “quotes” and \\N';
    const { caseId } = station.give('case.open', openArgs(await station.takeNumber(), { description: text }));
    station.give('case.addNote', { text: `note ${at}` }, { caseId });
  }
  await station.push();
  return station;
}

describe('a backup', () => {
  test('holds every row, is restored for a trial, and is then noted as the last one', async () => {
    await openCases(20);
    const taken = await takeBackup(request());
    expect([taken.trial, taken.file]).toEqual(['restored', path.join(folder, 'portreeve-20261122-020000Z.backup')]);
    const { rows } = await server().deps.pool.query('SELECT (SELECT count(*)::int FROM audit) AS audit, (SELECT count(*)::int FROM case_) AS cases');
    expect([taken.manifest.tables['audit']?.rows, taken.manifest.tables['case_']?.rows]).toEqual([rows[0].audit, rows[0].cases]);
    expect(Object.keys(taken.manifest.tables)).not.toContain('session');
    expect(await readSetting(server().deps.pool, 'lastBackupAt')).toBe(AT);
    expect([readdirSync(folder), statSync(taken.file).mode & 0o777]).toEqual([['portreeve-20261122-020000Z.backup'], 0o600]);
    // Other files of tests have trials of their own in this cluster.
    const left = await server().deps.pool.query(`SELECT trial.datname FROM pg_database trial, pg_database own WHERE own.datname = current_database() AND trial.datname LIKE 'portreeve\\_trial\\_' || own.oid || '\\_%'`);
    expect(left.rows).toEqual([]);
  });

  test('can be read without this program', async () => {
    await openCases(1);
    const { file } = await takeBackup(request({ isTried: false }));
    const text = zstdDecompressSync(readFileSync(file)).toString('utf8');
    expect(text.split('\n', 1)[0]).toMatch(/^\{"portreeveBackup":1,"takenAt":\d+,/);
    expect(text).toMatch(/\{"table":"sync_clock","columns":\["one","epoch","rev","min_rev"\]\}\n1\t1\t\d+\t0\n\\\.\n/);
  });

  test('one at a time: a second one at the same moment is refused with a sentence', async () => {
    const both = await Promise.allSettled([takeBackup(request()), takeBackup(request())]);
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => String(one.reason))).toEqual([expect.stringMatching(/Another backup of this database is being taken/)]);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('a history somebody has changed is found by the trial, and the backup is not kept', async () => {
    const station = await openCases(1);
    const { pool } = server().deps;
    const last = await pool.query(`UPDATE audit SET at = at + 1 WHERE station = $1 AND seq = 2 RETURNING at`, [station.id]);
    expect(last.rowCount).toBe(1);
    await expect(takeBackup(request())).rejects.toThrow(/history of case .* does not prove itself \(entryChanged\)/);
    expect(readdirSync(folder)).toEqual([]);
    await pool.query(`UPDATE audit SET at = at - 1 WHERE station = $1 AND seq = 2`, [station.id]);
  });

  test('what a killed trial left in the cluster is removed by the next', async () => {
    const { pool } = server().deps;
    const { rows } = await pool.query<{ name: string }>(`SELECT 'portreeve_trial_' || oid || '_dead' AS name FROM pg_database WHERE datname = current_database()`);
    await pool.query(`CREATE DATABASE ${rows[0]?.name}`);
    await takeBackup(request());
    expect((await pool.query('SELECT 1 FROM pg_database WHERE datname = $1', [rows[0]?.name])).rowCount).toBe(0);
  });

  test('a table that is not the server’s is named by the trial', async () => {
    await server().deps.pool.query('CREATE TABLE of_somebody_else (x int)');
    await expect(takeBackup(request())).rejects.toThrow(/it has a table of_somebody_else, .* belong into a schema of their own/);
    await server().deps.pool.query('DROP TABLE of_somebody_else');
  });

  test('a stopped one says so and leaves nothing', async () => {
    await expect(takeBackup(request({ signal: AbortSignal.abort() }))).rejects.toThrow(/because the server is stopping/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a target that cannot be written is named', async () => {
    mkdirSync(path.dirname(folder), { recursive: true });
    writeFileSync(folder, 'a file');
    await expect(takeBackup(request())).rejects.toThrow(/backups cannot be made or written \(E\w+\)\. Give this account the right to it, or choose another one\./);
  });
});

describe('reading a backup', () => {
  async function taken(): Promise<{ readonly file: string; readonly bytes: Buffer }> {
    await openCases(5);
    const { file } = await takeBackup(request({ isTried: false }));
    return { file, bytes: readFileSync(file) };
  }
  const reading = (file: string) => readBackup(file, SCHEMA_LEVELS);

  test('cut off anywhere it is refused as damaged', async () => {
    const { file, bytes } = await taken();
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * share)));
      await expect(reading(file)).rejects.toThrow(/is damaged or was cut off.*the backup of the day before; nothing was changed/);
    }
  });

  test('one changed bit is found, wherever it is', async () => {
    const { file, bytes } = await taken();
    for (let at = 20; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed[at] ?? 0) ^ 4, at);
      writeFileSync(file, changed);
      await expect(reading(file), `byte ${at}`).rejects.toMatchObject({ code: expect.stringMatching(/^(damaged|notABackup)$/) });
    }
  });

  test('a row changed by somebody who packed it well again is found by the manifest', async () => {
    const { file, bytes } = await taken();
    const text = zstdDecompressSync(bytes).toString('utf8');
    writeFileSync(file, zstdCompressSync(Buffer.from(text.replace('note 3', 'note 4'))));
    await expect(reading(file)).rejects.toMatchObject({ code: 'damaged' });
  });

  test('another kind of file is not a backup, a newer one asks for the newer version, a missing one is named', async () => {
    const { file, bytes } = await taken();
    const text = zstdDecompressSync(bytes).toString('utf8');
    const cases: readonly (readonly [Buffer, RegExp])[] = [
      [Buffer.from('PK\u0003\u0004 something else'), /is not a backup of Portreeve\. Choose a file named/],
      [Buffer.alloc(0), /is not a backup of Portreeve/],
      [zstdCompressSync(Buffer.from('{"other":1}\n')), /is not a backup of Portreeve/],
      [zstdCompressSync(Buffer.from(text.replace('"portreeveBackup":1', '"portreeveBackup":2'))), /written by a newer version of Portreeve \(\d+\.\d+\.\d+\)\. Install that version/],
      [zstdCompressSync(Buffer.from(text.replace('"schema":"0', '"schema":"9'))), /written by a newer version/],
    ];
    for (const [content, sentence] of cases) {
      writeFileSync(file, content);
      await expect(reading(file)).rejects.toThrow(sentence);
    }
    await expect(reading(`${file}.none`)).rejects.toThrow(/cannot be read \(ENOENT\)/);
  });
});

describe('keeping backups', () => {
  test('old ones go, the newest three and everybody else’s files stay', () => {
    mkdirSync(folder, { recursive: true });
    const names = [400, 100, 50, 40, 1].map((daysAgo) => backupFileName(utcMs(AT - daysAgo * DAY_MS)));
    for (const name of [...names, 'notes.txt', 'portreeve-20200101-000000Z.backup.unfinished']) writeFileSync(path.join(folder, name), '');
    expect(removeOldBackups(folder, 35, AT)).toEqual(names.slice(0, 2));
    expect(finishedBackups(folder)).toEqual(names.slice(2));
    expect(removeOldBackups(folder, 35, utcMs(AT + 1000 * DAY_MS))).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(5);
  });
});
