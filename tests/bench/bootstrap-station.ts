/**
 * A workstation without cases, as a process of its own, that gets ready and says what it took. Run by `bench-bootstrap.ts`:
 * `node bootstrap-station.ts SERVER_URL CASES file|stream|pull [KEPT_RECORDS]`. Prints one line of JSON, `ReadyFigures`.
 */
import { copyFileSync } from 'node:fs';
import { countCases } from '../../src-data/cases/case-queries.ts';
import { usedBytes } from '../../src-data/horizon/prune-closed.ts';
import { httpTransport, type Transport } from '../../src-data/sync/transport.ts';
import { queuePage } from '../../src-data/search/queue-queries.ts';
import { utcMs } from '../../src-shared/util/time.ts';
import { freshStation, until } from '../bootstrap/fresh-station.ts';
import { SEARCHES } from './made-up-cases.ts';
import { percentile, timesOf } from './measure.ts';

export interface ReadyFigures {
  readonly ms: number;
  /** Longest the process did not look at anything else, in ms: what a person would have waited for an answer. */
  readonly longestBlockMs: number;
  readonly peakMb: number;
  readonly recordsMb: number;
  /** 19 of 20 searches took no longer, right after. */
  readonly searchP95Ms: number;
}

const LOOK_EVERY_MS = 20;
const MEGABYTE = 1024 ** 2;
const SEARCHED_TIMES = 100;

const [url = '', cases = '0', how = 'file', keptRecords] = process.argv.slice(2);
const server = httpTransport(url);
/** A server that has no file to offer. */
const withoutFiles: Transport = (request) =>
  request.path.startsWith('/sync/v1/snapshot') ? Promise.resolve({ status: 404, header: () => null, body: (async function* () {})() }) : server(request);

function search(index: number): void {
  const filter = { view: 'all' as const, search: SEARCHES[index % SEARCHES.length] ?? '', staffId: null, departmentCodes: [], neighborhoodCodes: [], now: utcMs(Date.now()) };
  queuePage(open.db, filter, { sort: 'receivedNewest', after: null, limit: 50 });
}

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
const peakMb = process.resourceUsage().maxRSS / 1024;
const searchP95Ms = percentile(await timesOf(SEARCHED_TIMES, search), 0.95);
const figures: ReadyFigures = { ms, longestBlockMs, peakMb, recordsMb: usedBytes(open.db) / MEGABYTE, searchP95Ms };
await open.close();
if (keptRecords !== undefined) copyFileSync(station.recordsPath, keptRecords);
station.remove();
process.stdout.write(`${JSON.stringify(figures)}\n`);
