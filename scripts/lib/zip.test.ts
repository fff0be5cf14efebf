import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from './zip.mjs';

let folder: string;
let target: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portreeve-zip-'));
  target = join(folder, 'out');
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Entry {
  readonly name: string;
  readonly text?: string;
  readonly mode?: number;
  readonly method?: number;
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function directoryEntry(name: Buffer, fields: { method: number; bytes: number; mode: number; offset: number }): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(fields.method, 10);
  entry.writeUInt32LE(fields.bytes, 20);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(((0o100000 | fields.mode) << 16) >>> 0, 38);
  entry.writeUInt32LE(fields.offset, 42);
  return Buffer.concat([entry, name]);
}

/** Writes a zip file of these entries, with a comment at its end as some tools leave one. */
function makeZip(...entries: Entry[]): string {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, text = '', mode = 0o644, method = 8 } of entries) {
    const data = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const offset = Buffer.concat(body).length;
    body.push(localHeader(Buffer.from(name)), data);
    directory.push(directoryEntry(Buffer.from(name), { method, bytes: data.length, mode, offset }));
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(Buffer.concat(body).length, 16);
  end.writeUInt16LE(7, 20);
  const path = join(folder, 'test.zip');
  writeFileSync(path, Buffer.concat([...body, ...directory, end, Buffer.from('comment')]));
  return path;
}

const asNamed = (name: string) => name;

describe('unzip', () => {
  it('writes stored and packed files, with their permissions, into folders it makes', () => {
    const zip = makeZip({ name: 'app/' }, { name: 'app/run', text: 'x'.repeat(10_000), mode: 0o755 }, { name: 'app/deep/note', text: 'Núñez', method: 0 });
    expect(unzip(zip, target, asNamed)).toBe(2);
    expect(readFileSync(join(target, 'app/run'), 'utf8')).toBe('x'.repeat(10_000));
    expect(statSync(join(target, 'app/run')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(target, 'app/deep/note'), 'utf8')).toBe('Núñez');
  });

  it('leaves out and renames as it is told', () => {
    const zip = makeZip({ name: 'app/keep', text: '1' }, { name: 'app/drop', text: '2' });
    expect(unzip(zip, target, (name) => (name === 'app/keep' ? 'kept' : null))).toBe(1);
    expect(readFileSync(join(target, 'kept'), 'utf8')).toBe('1');
    expect(existsSync(join(target, 'app'))).toBe(false);
  });

  it('refuses a name that leads outside', () => {
    const zip = makeZip({ name: '../outside', text: '1' });
    expect(() => unzip(zip, target, asNamed)).toThrow(/outside its folder/);
    expect(existsSync(join(folder, 'outside'))).toBe(false);
  });

  it('refuses what is not a zip file, and a way of packing it does not know', () => {
    writeFileSync(join(folder, 'text'), 'no zip at all, but long enough to hold an end record');
    expect(() => unzip(join(folder, 'text'), target, asNamed)).toThrow(/not a zip file/);
    expect(() => unzip(makeZip({ name: 'a', method: 12 }), target, asNamed)).toThrow(/compression method 12/);
  });
});
