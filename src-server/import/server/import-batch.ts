import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findService, findStaff } from '../../../src-shared/catalogue/lookup.ts';
import type { Command } from '../../../src-shared/commands/index.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { decide } from '../../../src-shared/domain/decide.ts';
import { refusalSentence } from '../../../src-shared/domain/refusal-sentence.ts';
import { type CommandResult, MAX_PUSH_COMMANDS } from '../../../src-shared/protocol/push.ts';
import { type TrackingNumber, trackingNumberFromPayload } from '../../../src-shared/tracking-number/tracking-number.ts';
import { MINUTE_MS } from '../../../src-shared/util/time.ts';
import { must } from '../../../src-shared/util/assert.ts';
import type { Pool } from '../../db/pool.ts';
import type { LocalStation } from '../../fleet/local-station.ts';
import type { BatchRequest, ImportedCase, ImportedResult } from '../import-protocol.ts';
import { IMPORT_STAFF_ID } from './add-to-catalogue.ts';
import { caseCommands, type ImportRun } from './case-commands.ts';

export interface BatchDeps {
  readonly pool: Pool;
  readonly catalogue: Catalogue;
  readonly run: ImportRun;
  /** Null in a dry run. */
  readonly station: LocalStation | null;
}

/** A clock may be a little ahead of the one in the old system's office. */
const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS;
const KNOWN = 'SELECT source_id AS id FROM case_ WHERE source_system = $1 AND source_id = ANY($2::text[])';

/**
 * Brings cases in the way every command goes: judged by `decide`, written with history, buckets and revision.
 *
 * Every case is first rehearsed as a whole, so that none is opened without what comes after; then whole cases are submitted,
 * up to 200 commands to a transaction. A case that came in before is left as it is; one that was refused did not come in, so a
 * later row of the same id is judged for itself. One result for each case, in order.
 */
export async function importBatch(deps: BatchDeps, { cases }: BatchRequest): Promise<readonly ImportedResult[]> {
  const known = await knownSources(deps, cases);
  const results = new Map<ImportedCase, ImportedResult>();
  const accepted: ImportedCase[] = [];
  for (const imported of cases) {
    const result = judge(imported, known, deps);
    results.set(imported, result);
    if (result.status !== 'imported') continue;
    accepted.push(imported);
    known.add(imported.sourceId);
  }
  if (deps.station) {
    for (const [imported, result] of await submitAll(accepted, deps, deps.station)) results.set(imported, result);
  }
  return cases.map((imported) => must(results.get(imported), 'every case was judged'));
}

async function knownSources({ pool, run }: BatchDeps, cases: readonly ImportedCase[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(KNOWN, [run.system, cases.map(({ sourceId }) => sourceId)]);
  return new Set(rows.map(({ id }) => id));
}

function judge(imported: ImportedCase, known: ReadonlySet<string>, deps: BatchDeps): ImportedResult {
  const { line, sourceId } = imported;
  if (known.has(sourceId)) return { line, status: 'alreadyHere' };
  const reason = refusalOf(imported, deps);
  return reason === null ? { line, status: 'imported', trackingNumber: null } : { line, status: 'refused', reason };
}

/** Any number will do for a rehearsal; the real ones are leased for those cases only that pass it. */
const REHEARSAL_NUMBER = trackingNumberFromPayload(100_000_000);

function refusalOf(imported: ImportedCase, { catalogue, run }: BatchDeps): string | null {
  if (imported.opening.receivedAt > run.importedAt + CLOCK_TOLERANCE_MS) return refusalSentence({ reason: 'receivedInFuture', details: {} }, catalogue);
  const context = { catalogue, actor: findStaff(catalogue, IMPORT_STAFF_ID) ?? null };
  let current: Case | null = null;
  for (const command of commandsOf(imported, REHEARSAL_NUMBER, { catalogue, run })) {
    const decision = decide(current, command, context);
    if (!decision.ok) return refusalSentence(decision, catalogue);
    current = decision.next;
  }
  return null;
}

function commandsOf(imported: ImportedCase, number: TrackingNumber, { catalogue, run }: Pick<BatchDeps, 'catalogue' | 'run'>): readonly Command[] {
  return caseCommands(imported, findService(catalogue, imported.opening.serviceCode) ?? null, number, run);
}

interface Prepared {
  readonly imported: ImportedCase;
  readonly number: TrackingNumber;
  readonly commands: readonly Command[];
}

async function submitAll(cases: readonly ImportedCase[], deps: BatchDeps, station: LocalStation): Promise<readonly (readonly [ImportedCase, ImportedResult])[]> {
  const numbers = await station.leaseNumbers(cases.length);
  const prepared = cases.map((imported, at): Prepared => {
    const number = must(numbers[at], 'one number was leased for each case');
    return { imported, number, commands: commandsOf(imported, number, deps) };
  });
  const results: (readonly [ImportedCase, ImportedResult])[] = [];
  for (const part of wholeCasesPerTransaction(prepared)) {
    const answers = await station.submit(part.flatMap(({ commands }) => commands));
    let at = 0;
    for (const { imported, number, commands } of part) {
      results.push([imported, resultOf(imported.line, number, answers.slice(at, at + commands.length))]);
      at += commands.length;
    }
  }
  return results;
}

/** Cases are never cut: a server that dies between two transactions leaves no case without its end. */
function wholeCasesPerTransaction(prepared: readonly Prepared[]): readonly (readonly Prepared[])[] {
  const parts: Prepared[][] = [];
  let size = MAX_PUSH_COMMANDS;
  for (const one of prepared) {
    size += one.commands.length;
    if (size > MAX_PUSH_COMMANDS) {
      parts.push([]);
      size = one.commands.length;
    }
    parts.at(-1)?.push(one);
  }
  return parts;
}

/** The rehearsal has passed; what is turned back now was brought in by somebody else in this very moment, or broke the server. */
function resultOf(line: number, trackingNumber: TrackingNumber, answers: readonly CommandResult[]): ImportedResult {
  const problem = answers.find(({ status }) => status !== 'accepted');
  if (problem === undefined) return { line, status: 'imported', trackingNumber };
  if (problem.code === 'caseAlreadyExists') return { line, status: 'alreadyHere' };
  return { line, status: 'refused', reason: `The server set the row aside (${problem.code ?? problem.status}). Tell the administrator this code; it is in the server’s log.` };
}
