/** What the invariants need of the office: on one workstation's disk, and in one life of the server. SQL of the simulation's own. */
import { EMPTY_OFFICE, type Office } from '../../../src-shared/office/office.ts';
import { evolveOffice } from '../../../src-shared/office/evolve-office.ts';
import type { OfficeCommand } from '../../../src-shared/office/commands/index.ts';
import type { OfficeFact } from '../../../src-shared/office/office-fact.ts';
import { canonicalJson } from '../../../src-shared/util/canonical-json.ts';
import type { Pool } from '../../../src-server/db/pool.ts';
import type { SimStation } from '../station/sim-station.ts';

export interface OfficeEntryHere {
  readonly uid: string;
  readonly command: OfficeCommand;
  readonly state: 'waiting' | 'sent' | 'accepted' | 'refused';
  readonly code: string | null;
  readonly settledAt: number | null;
}

export interface OfficeHere {
  /** It speaks the protocol before, which has no office. */
  readonly isOlder: boolean;
  readonly base: Office;
  readonly shown: Office;
  /** In the order they were given. */
  readonly rows: readonly OfficeEntryHere[];
}

const HERE = {
  office: 'SELECT base, shown FROM office',
  rows: 'SELECT uid, command, state, code, settled_at AS settledAt FROM office_command ORDER BY rowid',
} as const;

export function viewOffice(source: SimStation): OfficeHere {
  const { raw } = source.db(); // not counted as statements of the program
  const stored = raw.prepare<[], { base: string; shown: string }>(HERE.office).get();
  const rows = raw.prepare<[], Omit<OfficeEntryHere, 'command'> & { command: string }>(HERE.rows).all();
  return {
    isOlder: source.isOlder,
    base: stored ? (JSON.parse(stored.base) as Office) : EMPTY_OFFICE, // safe: written by office-store
    shown: stored ? (JSON.parse(stored.shown) as Office) : EMPTY_OFFICE, // safe: likewise
    rows: rows.map((row) => ({ ...row, command: JSON.parse(row.command) as OfficeCommand })), // safe: written by addOfficeCommand
  };
}

export function isOnItsWay({ state }: OfficeEntryHere): boolean {
  return state === 'waiting' || state === 'sent';
}

export interface OfficeResult {
  readonly uid: string;
  readonly status: 'accepted' | 'refused';
  readonly version: number | null;
  readonly code: string | null;
}

export interface OfficeVersion {
  readonly rev: number;
  readonly uid: string;
  readonly office: Office;
}

/** The office in one life of the server's database. */
export interface OfficeLife {
  /** One for each entry of its history. */
  readonly versions: OfficeVersion[];
  results: readonly OfficeResult[];
  readonly contradictions: string[];
}

export const newOfficeLife = (): OfficeLife => ({ versions: [], results: [], contradictions: [] });
export const officeLifeFrom = ({ versions, results }: OfficeLife): OfficeLife => ({ versions: [...versions], results, contradictions: [] });

const THERE = {
  entries: 'SELECT version, rev, uid, fact FROM office_audit WHERE version > $1 ORDER BY version',
  results: 'SELECT uid, status, version, code FROM office_result ORDER BY uid',
  document: 'SELECT document FROM office',
};

/** Takes in everything committed since the last look. */
export async function lookAtOffice(life: OfficeLife, pool: Pool): Promise<void> {
  life.results = (await pool.query<OfficeResult>(THERE.results)).rows;
  const { rows } = await pool.query<{ version: number; rev: number; uid: string; fact: OfficeFact }>(THERE.entries, [life.versions.length]);
  for (const { version, rev, uid, fact } of rows) {
    if (version !== life.versions.length + 1) life.contradictions.push(`entry ${version} follows ${life.versions.length}`);
    life.versions.push({ rev, uid, office: evolveOffice(officeNow(life), fact) });
  }
  const document = (await pool.query<{ document: Office }>(THERE.document)).rows[0]?.document;
  if (canonicalJson(document) !== canonicalJson(officeNow(life))) life.contradictions.push('the office is not what its history makes of it');
}

export function officeNow({ versions }: OfficeLife): Office {
  return versions.at(-1)?.office ?? EMPTY_OFFICE;
}

/** As it was at a revision. */
export function officeAt({ versions }: OfficeLife, rev: number): Office {
  return versions.findLast((version) => version.rev <= rev)?.office ?? EMPTY_OFFICE;
}
