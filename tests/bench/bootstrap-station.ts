/**
 * A workstation without cases, as a process of its own, that gets ready and says what it took. Run by `bench-bootstrap.ts`:
 * `node bootstrap-station.ts SERVER_URL CASES file|stream|pull [KEPT_RECORDS]`. Prints one line of JSON, `ReadyFigures`.
 */
import { copyFileSync } from 'node:fs';
import { countCases } from '../../src-data/cases/case-queries.ts';
import { usedBytes } from '../../src-data/horizon/prune-closed.ts';
import { httpTransport, type Transport } from '../../src-data/sync/transport.ts';
import { freshStation, until } from '../bootstrap/fresh-station.ts';

export interface ReadyFigures {
  readonly ms: number;
  /** Longest the process did not look at anything else, in ms: what a person would have waited for an answer. */
  readonly longestBlockMs: number;
  readonly peakMb: number;
  readonly recordsMb: number;
}

const LOOK_EVERY_MS = 20;
const MEGABYTE = 1024 ** 2;

const [url = '', cases = '0', how = 'file', keptRecords] = process.argv.slice(2);
const server = httpTransport(url);
/** A server that has no file to offer. */
const withoutFiles: Transport = (request) =>
  request.path.startsWith('/sync/v1/snapshot') ? Promise.resolve({ status: 404, header: () => null, body: (async function* () {})() }) : server(request);

const station = freshStation(url);
let longestBlockMs = 0;
let lastLook = performance.now();
const looking = setInterval(() => {
  const at = performance.now();
  longestBlockMs = Math.max(longestBlockMs, at - lastLook - LOOK_EVERY_MS);
  lastLook = at;
}, LOOK_EVERY_MS);

const startedAt = performance.now();
const open = station.open({ transport: how === 'file' ? server : withoutFiles });
await until(() => countCases(open.db) >= Number(cases));
const ms = performance.now() - startedAt;
clearInterval(looking);
const figures: ReadyFigures = { ms, longestBlockMs, peakMb: process.resourceUsage().maxRSS / 1024, recordsMb: usedBytes(open.db) / MEGABYTE };
await open.close();
if (keptRecords !== undefined) copyFileSync(station.recordsPath, keptRecords);
station.remove();
process.stdout.write(`${JSON.stringify(figures)}\n`);
