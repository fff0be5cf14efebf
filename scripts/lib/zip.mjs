import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/**
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive, with forward slashes; a folder ends with one
 * @property {number} method 0 stored, 8 deflated
 * @property {number} compressedBytes
 * @property {number} headerOffset
 * @property {number} mode Unix permission bits; 0 when the archive has none
 */

/** @param {number} fd @param {number} position @param {number} length */
function readAt(fd, position, length) {
  const buffer = Buffer.alloc(length);
  if (readSync(fd, buffer, 0, length, position) !== length) throw new Error('The zip file ends too early.');
  return buffer;
}

/** @param {number} fd @returns {ZipEntry[]} */
function readDirectory(fd) {
  const fileBytes = fstatSync(fd).size;
  const tailBytes = Math.min(fileBytes, 65_557); // the end record (22) and the longest comment it may carry
  const tail = readAt(fd, fileBytes - tailBytes, tailBytes);
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('This is not a zip file.');
  const count = tail.readUInt16LE(end + 10);
  const directory = readAt(fd, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; entries.length < count; ) {
    if (directory.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new Error('The zip file has a damaged directory.');
    const nameBytes = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameBytes),
      method: directory.readUInt16LE(at + 10),
      compressedBytes: directory.readUInt32LE(at + 20),
      headerOffset: directory.readUInt32LE(at + 42),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** @param {number} fd @param {ZipEntry} entry */
function readEntry(fd, entry) {
  const header = readAt(fd, entry.headerOffset, 30);
  const dataOffset = entry.headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const data = readAt(fd, dataOffset, entry.compressedBytes);
  if (entry.method === STORED) return data;
  if (entry.method === DEFLATED) return inflateRawSync(data);
  throw new Error(`The zip file uses compression method ${entry.method} for ${entry.name}.`);
}

/**
 * Unpacks chosen files of a zip archive, keeping their permission bits, without any outside tool.
 *
 * For archives under 4 GB; each file is held in memory while it is written.
 *
 * @param {string} zipPath
 * @param {string} targetDir
 * @param {(name: string) => string | null} nameFor where a file goes below `targetDir`, or null to leave it out
 * @returns {number} files written
 */
export function unzip(zipPath, targetDir, nameFor) {
  const fd = openSync(zipPath, 'r');
  try {
    let written = 0;
    for (const entry of readDirectory(fd)) {
      const name = entry.name.endsWith('/') ? null : nameFor(entry.name);
      if (name === null) continue;
      const path = join(targetDir, name);
      if (relative(targetDir, path).startsWith('..')) throw new Error(`The zip file names a path outside its folder: ${entry.name}`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, readEntry(fd, entry), { mode: entry.mode || 0o644 });
      written += 1;
    }
    return written;
  } finally {
    closeSync(fd);
  }
}
