/** Everything the invariants need of one workstation's disk, read at one moment with SQL of the simulation's own. */
import type { Command } from '../../../src-shared/commands/index.ts';
import { isSealedCommand } from '../../../src-shared/protocol/sealed-text.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { canonicalJson } from '../../../src-shared/util/canonical-json.ts';
import { type OfficeHere, viewOffice } from './office-view.ts';
import type { SimStation } from '../station/sim-station.ts';

export interface OutboxEntry {
  readonly station: string;
  readonly seq: number;
  readonly uid: string;
  readonly caseId: string;
  readonly type: string;
  readonly hash: string;
  readonly state: 'queued' | 'sent' | 'confirmed' | 'refused' | 'deferred';
  readonly code: string | null;
  readonly settledAt: number | null;
  /** The newest it had when the command was given. */
  readonly catalogueVersion: number;
  readonly command: Command;
}

export interface Shown {
  readonly text: string;
  readonly document: Case;
  readonly syncState: string;
}

export interface StationView {
  readonly name: string;
  readonly starts: number;
  readonly station: string | null;
  readonly enrolment: number | null;
  readonly epoch: number;
  readonly cutRev: number;
  /** The server's word for that revision; null from a server or of a station that knows none. */
  readonly cutMark: string | null;
  readonly lastSeq: number;
  readonly shown: ReadonlyMap<string, Shown>;
  /** Base under pending commands; null: the server has none. */
  readonly shadows: ReadonlyMap<string, Shown | null>;
  readonly outbox: readonly OutboxEntry[];
  /** Buckets held, with their cursors. */
  readonly cursors: ReadonlyMap<string, number>;
  /** Buckets of each case. */
  readonly membership: ReadonlyMap<string, ReadonlySet<string>>;
  readonly freeNumbers: ReadonlySet<string>;
  /** Cases kept aside because a restored server had lost something of them. */
  readonly lost: readonly Case[];
  readonly office: OfficeHere;
}

const SQL = {
  state: 'SELECT station, enrolment, epoch, cut_rev AS cutRev, cut_mark AS cutMark, last_seq AS lastSeq FROM sync_state',
  shown: 'SELECT case_id AS id, document, sync_state AS syncState FROM case_ JOIN case_document USING (case_key)',
  shadows: 'SELECT case_id AS id, document FROM shadow',
  outbox: 'SELECT station, seq, uid, case_id AS caseId, type, hash, state, code, settled_at AS settledAt, catalogue_version AS catalogueVersion, command FROM outbox ORDER BY station, seq',
  cursors: 'SELECT bucket, cursor FROM bucket',
  membership: 'SELECT case_id AS id, bucket FROM case_bucket',
  lost: 'SELECT document FROM lost_case',
  numbers: 'SELECT number FROM number_pool WHERE used_at IS NULL',
} as const;

/** Documents by their stored text: parsing and ordering each again at every step would take most of the time. */
const parsed = new Map<string, { readonly text: string; readonly document: Case }>();

function parseOnce(stored: string): { readonly text: string; readonly document: Case } {
  const known = parsed.get(stored);
  if (known) return known;
  const document = JSON.parse(stored) as Case; // safe: written by writeCase
  const fresh = { text: canonicalJson(document), document };
  if (parsed.size > 5_000) parsed.clear();
  parsed.set(stored, fresh);
  return fresh;
}

export function viewStation(source: SimStation): StationView {
  const { raw } = source.db(); // not counted as statements of the program
  const all = <Row>(sql: string): readonly Row[] => raw.prepare<[], Row>(sql).all();
  const state = all<Pick<StationView, 'station' | 'enrolment' | 'epoch' | 'cutRev' | 'cutMark' | 'lastSeq'>>(SQL.state)[0];
  if (state === undefined) throw new Error('sync_state has lost its row');
  const membership = new Map<string, Set<string>>();
  for (const { id, bucket } of all<{ id: string; bucket: string }>(SQL.membership)) membership.set(id, (membership.get(id) ?? new Set()).add(bucket));
  const stored = all<{ id: string; document: string; syncState: string }>(SQL.shown);
  const shadows = all<{ id: string; document: string | null }>(SQL.shadows);
  const outbox = all<Omit<OutboxEntry, 'command'> & { command: string }>(SQL.outbox);
  return {
    name: source.name,
    starts: source.starts(),
    ...state,
    shown: new Map(stored.map((row) => [row.id, { ...parseOnce(row.document), syncState: row.syncState }])),
    shadows: new Map(shadows.map((row) => [row.id, row.document === null ? null : { ...parseOnce(row.document), syncState: '' }])),
    outbox: outbox.map((row) => ({ ...row, command: JSON.parse(row.command) as Command })), // safe: written by appendToOutbox
    cursors: new Map(all<{ bucket: string; cursor: number }>(SQL.cursors).map((row) => [row.bucket, row.cursor])),
    membership,
    office: viewOffice(source),
    lost: all<{ document: string }>(SQL.lost).map((row) => parseOnce(row.document).document),
    freeNumbers: new Set(all<{ number: string }>(SQL.numbers).map((row) => row.number)),
  };
}

/** Commands of a case that stand on top of the base: unsent, sent, and openings refused that nobody has settled. */
export function pendingOf(view: StationView, caseId: string): readonly OutboxEntry[] {
  return view.outbox.filter((row) => row.caseId === caseId && !isSealedCommand(row.command) && (isWaiting(row) || isOpenRefusedOpening(row))).toSorted(
    (a, b) => Number(a.station === view.station) - Number(b.station === view.station) || a.seq - b.seq,
  );
}

export function isWaiting(row: OutboxEntry): boolean {
  return row.state === 'queued' || row.state === 'sent';
}

export function isOpenRefusedOpening(row: OutboxEntry): boolean {
  return (row.state === 'refused' || row.state === 'deferred') && row.settledAt === null && row.type === 'case.open';
}

/** The server's version as this station knows it; null: none. */
export function baseOf(view: StationView, caseId: string): Shown | null {
  const shadow = view.shadows.get(caseId);
  return shadow === undefined ? (view.shown.get(caseId) ?? null) : shadow;
}
