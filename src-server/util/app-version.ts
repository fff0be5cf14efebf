import { readFileSync } from 'node:fs';

/** This program's version, as package.json says it. */
export const APP_VERSION: string = readVersion();

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version?: unknown }; // safe: every field is unknown
  return typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
