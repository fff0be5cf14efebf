import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { z } from 'zod';
import { canonicalJson } from '../../src-shared/util/canonical-json.ts';
import { codeOf } from '../util/code-of.ts';
import { BACKUP_FORMAT, BackupHeader, type BackupManifest, END_OF_TABLE, ManifestLine, type TableDigest, TableSection } from './backup-format.ts';
import { BackupProblem } from './backup-problem.ts';
import { RowDigest } from './row-digest.ts';
import { wholeLines } from './whole-lines.ts';

/** Told of a backup's parts in their order; whoever listens may be slow, the file waits. */
export interface BackupListener {
  header?(header: BackupHeader): Promise<void> | void;
  beginTable?(section: TableSection): Promise<void> | void;
  /** A block of whole lines. */
  rows?(block: Buffer): Promise<void> | void;
  endTable?(): Promise<void> | void;
}

const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);
const NEWLINE = 10;
const END_BYTES = Buffer.from(END_OF_TABLE);
const END_AFTER_ROW = Buffer.from(`\n${END_OF_TABLE}`);

/**
 * Reads a backup from its first byte to its last and compares everything with its manifest, which it returns.
 *
 * Throws a BackupProblem for a file that is not a backup, is damaged or cut off, or was written by a newer version.
 * `migrations`: names of all schema levels this version knows.
 */
export async function readBackup(file: string, migrations: readonly string[], listener: BackupListener = {}): Promise<BackupManifest> {
  await requireZstd(file);
  const reader = new SectionReader(file, migrations, listener);
  try {
    await pipeline(createReadStream(file, { highWaterMark: 1_048_576 }), createZstdDecompress(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const block of wholeLines(chunks)) await reader.take(block);
    });
  } catch (error) {
    throw isOfTheFile(error) ? damaged(file, error) : error;
  }
  return reader.end();
}

async function requireZstd(file: string): Promise<void> {
  const start = Buffer.alloc(ZSTD_MAGIC.length);
  try {
    await using handle = await open(file, 'r');
    await handle.read(start, 0, start.length, 0);
  } catch (error) {
    throw new BackupProblem('notReadable', `The file ${file} cannot be read (${codeOf(error) ?? 'unknown reason'}). Check its name and whether this account may read it.`, { cause: error });
  }
  if (!start.equals(ZSTD_MAGIC)) throw notABackup(file);
}

/** Errors of decompression, of JSON and of its shape say that the file is not what was written. */
function isOfTheFile(error: unknown): boolean {
  if (error instanceof SyntaxError || error instanceof RangeError || error instanceof z.ZodError) return true;
  return /^(ZSTD_|Z_)/.test(codeOf(error) ?? '');
}

function notABackup(file: string): BackupProblem {
  return new BackupProblem('notABackup', `${file} is not a backup of Portreeve. Choose a file named portreeve-….backup; nothing was changed.`);
}

function damaged(file: string, cause?: unknown): BackupProblem {
  return new BackupProblem('damaged', `The backup ${file} is damaged or was cut off. Take another copy of it, or the backup of the day before; nothing was changed.`, { cause });
}

/** Follows the sections of one file; see `backup-format.ts`. */
class SectionReader {
  readonly #file: string;
  readonly #migrations: readonly string[];
  readonly #listener: BackupListener;
  readonly #tables: Record<string, TableDigest> = {};
  #header: BackupHeader | null = null;
  #section: { readonly name: string; readonly digest: RowDigest } | null = null;
  #manifest: BackupManifest | null = null;

  constructor(file: string, migrations: readonly string[], listener: BackupListener) {
    this.#file = file;
    this.#migrations = migrations;
    this.#listener = listener;
  }

  async take(block: Buffer): Promise<void> {
    for (let rest = block; rest.length > 0; ) rest = this.#section === null ? await this.#takeLine(rest) : await this.#takeRows(rest);
  }

  /** One line outside a table's rows; returns what follows it. */
  async #takeLine(block: Buffer): Promise<Buffer> {
    const end = block.indexOf(NEWLINE) + 1;
    if (end === 0 || this.#manifest !== null) throw this.#header === null ? notABackup(this.#file) : damaged(this.#file);
    const text = block.toString('utf8', 0, end);
    if (this.#header === null) await this.#takeHeader(text);
    else await this.#takeSection(this.#header, JSON.parse(text));
    return block.subarray(end);
  }

  async #takeHeader(text: string): Promise<void> {
    const header = BackupHeader.loose().safeParse(jsonOrNull(text));
    if (!header.success) throw notABackup(this.#file);
    const { portreeveBackup, schema, appVersion } = header.data;
    if (portreeveBackup > BACKUP_FORMAT || !this.#migrations.includes(schema)) {
      throw new BackupProblem('tooNew', `The backup ${this.#file} was written by a newer version of Portreeve (${appVersion}). Install that version or a later one on this computer and restore again; nothing was changed.`);
    }
    this.#header = BackupHeader.parse(header.data);
    await this.#listener.header?.(this.#header);
  }

  async #takeSection(header: BackupHeader, value: unknown): Promise<void> {
    const section = TableSection.safeParse(value);
    if (section.success) {
      if (section.data.table in this.#tables) throw damaged(this.#file);
      this.#section = { name: section.data.table, digest: new RowDigest() };
      await this.#listener.beginTable?.(section.data);
      return;
    }
    const { manifest } = ManifestLine.parse(value);
    if (!sameValue(BackupHeader.parse(manifest), header) || !sameValue(manifest.tables, this.#tables)) throw damaged(this.#file);
    this.#manifest = manifest;
  }

  /** Rows up to the table's end mark or the block's end; returns what follows them. */
  async #takeRows(block: Buffer): Promise<Buffer> {
    const isAtEnd = block.subarray(0, END_BYTES.length).equals(END_BYTES);
    const mark = isAtEnd ? -1 : block.indexOf(END_AFTER_ROW);
    if (!isAtEnd && mark < 0) {
      await this.#addRows(block);
      return block.subarray(block.length);
    }
    await this.#addRows(block.subarray(0, mark + 1));
    await this.#endTable();
    return block.subarray(mark + 1 + END_BYTES.length);
  }

  async #addRows(rows: Buffer): Promise<void> {
    if (rows.length === 0) return;
    this.#section?.digest.add(rows);
    await this.#listener.rows?.(rows);
  }

  async #endTable(): Promise<void> {
    if (this.#section !== null) this.#tables[this.#section.name] = this.#section.digest.result();
    this.#section = null;
    await this.#listener.endTable?.();
  }

  end(): BackupManifest {
    if (this.#manifest === null) throw this.#header === null ? notABackup(this.#file) : damaged(this.#file);
    return this.#manifest;
  }
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function sameValue(left: unknown, right: unknown): boolean {
  return canonicalJson(left) === canonicalJson(right);
}
