import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { RunningServer } from './start-server.ts';

export const OFFERED_VERSION = '9.9.9';

const FILE_NAME = `Portreeve-${OFFERED_VERSION}-linux-x64.AppImage`;
const BLOCK_BYTES = 32_768;

/** An AppImage as far as the updater is concerned. When it is started it writes the data folder it is given to `noteFile`. */
export function standInAppImage(noteFile: string): Buffer {
  return Buffer.from(`#!/bin/sh\nprintf '%s' "$PORTREEVE_DATA_DIR" > '${noteFile}'\nexit\n${'# '.repeat(50_000)}\n`);
}

/** Puts an installed workstation's AppImage at `path`. Given in `APPIMAGE`, a workstation takes itself for it. */
export function installAppImage(path: string, content: string | Buffer): string {
  writeFileSync(path, content);
  chmodSync(path, 0o755);
  return path;
}

/**
 * The file with its map of blocks at its end, as electron-builder makes it: a workstation that has another version fetches only the
 * blocks it lacks.
 */
export function withBlockMap(content: Buffer): { readonly file: Buffer; readonly blockMapSize: number } {
  const blocks = Array.from({ length: Math.ceil(content.length / BLOCK_BYTES) }, (_, at) => content.subarray(at * BLOCK_BYTES, (at + 1) * BLOCK_BYTES));
  const checksums = blocks.map((block) => createHash('sha256').update(block).digest('base64'));
  const map = deflateRawSync(JSON.stringify({ version: '2', files: [{ name: 'file', offset: 0, checksums, sizes: blocks.map(({ length }) => length) }] }));
  const size = Buffer.alloc(4);
  size.writeUInt32BE(map.length);
  return { file: Buffer.concat([content, map, size]), blockMapSize: map.length };
}

export interface Offer {
  /** What the announcement describes. */
  readonly announced: Buffer;
  /** What lies on the server in its place, for an update somebody tampered with. Without it: what was announced. */
  readonly served?: Buffer;
  readonly blockMapSize?: number;
}

/** Puts an update into the server's folder, as its administrator does; it takes the place of an earlier one. */
export function offerUpdate(server: RunningServer, { announced, served = announced, blockMapSize }: Offer): void {
  offerNothing(server);
  const sha512 = createHash('sha512').update(announced).digest('base64');
  const file = { url: FILE_NAME, sha512, size: announced.length, ...(blockMapSize === undefined ? {} : { blockMapSize }) };
  const announcement = { version: OFFERED_VERSION, files: [file], path: FILE_NAME, sha512, releaseDate: '2026-11-22T00:00:00.000Z' };
  writeFileSync(join(updatesDir(server), FILE_NAME), served);
  writeFileSync(join(updatesDir(server), 'latest-linux.yml'), JSON.stringify(announcement)); // JSON is YAML
}

export function offerNothing(server: RunningServer): void {
  mkdirSync(updatesDir(server), { recursive: true });
  for (const name of readdirSync(updatesDir(server))) rmSync(join(updatesDir(server), name));
}

function updatesDir({ dataDir }: RunningServer): string {
  return join(dataDir, 'updates');
}
