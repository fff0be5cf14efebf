import { randomBytes } from 'node:crypto';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { changesBetween, linesOfChanges } from '../../src-shared/catalogue/changes-between.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { entriesTakenOut } from '../../src-shared/office/commands/change-catalogue.ts';
import { buildsOn, type OfficeCommand } from '../../src-shared/office/commands/index.ts';
import { decideOffice, type OfficeDecision } from '../../src-shared/office/decide-office.ts';
import type { LaterCode, OfficeOutcome, OfficeRequest } from '../../src-shared/protocol/office.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { hasEverSignedInAt } from '../auth/signed-in-at.ts';
import { storeCatalogue } from '../catalogue/catalogue-store.ts';
import type { Connection } from '../db/pool.ts';
import { inTransaction, isRetryable, isUnavailable } from '../db/transaction.ts';
import { takeRevision } from '../feed/clock.ts';
import { HttpProblem, noCatalogue, serverBusy } from '../http/problem.ts';
import { safeError } from '../log.ts';
import { entriesInUse } from './entries-in-use.ts';
import { areAllKnown, earlierOutcome, lockOffice, recordOutcome, writeAccepted } from './office-store.ts';
import { readOfficeCommand, type ReadOfficeCommand } from './read-office-command.ts';

export type OfficeDeps = Pick<AppDeps, 'pool' | 'log' | 'now' | 'catalogues'>;

type RawCommand = OfficeRequest['commands'][number];

/**
 * Judges one command and writes what it leads to, in one transaction under the office's lock: once by its id, whatever is
 * sent again. What was accepted is in the office of its version, and stations hear of it by the revision it took.
 *
 * One that breaks the server for a reason nobody foresaw is refused under an incident's code, and the others go on. Throws
 * HttpProblem when nothing is known of the outcome and the station has to come again.
 */
export async function carryOut(deps: OfficeDeps, raw: RawCommand, station: string): Promise<OfficeOutcome> {
  const read = readOfficeCommand(raw, station);
  const judge = (work: Judge): Promise<OfficeOutcome> => inTransaction(deps.pool, { retriesLostRace: true }, (tx) => once(tx, { deps, raw, read, station, at: deps.now() }, work));
  try {
    return await judge(judgeRead);
  } catch (error) {
    if (error instanceof HttpProblem || isUnavailable(error)) throw error;
    if (isRetryable(error)) throw serverBusy();
    const incident = `incident-${randomBytes(4).toString('hex')}`;
    deps.log.error({ incident, station, command: read.kind === 'readable' ? read.command.type : 'unreadable', error: safeError(error) }, 'office command refused');
    return judge(() => Promise.resolve({ outcome: refused(read.uid, 'serverProblem', { incident }), version: null }));
  }
}

interface Judging {
  readonly deps: OfficeDeps;
  readonly raw: RawCommand;
  readonly read: ReadOfficeCommand;
  readonly station: string;
  readonly at: UtcMs;
}

/** `version`: of the office it led to; null when it led to none. */
interface Verdict {
  readonly outcome: OfficeOutcome;
  readonly version: number | null;
}

type Judge = (tx: Connection, judging: Judging, locked: Awaited<ReturnType<typeof lockOffice>>) => Promise<Verdict>;

async function once(tx: Connection, judging: Judging, judge: Judge): Promise<OfficeOutcome> {
  const { read, raw, station, at } = judging;
  const locked = await lockOffice(tx);
  // Asked after the lock: of two deliveries of one command the second sees what the first has written.
  const { staffId, madeAt } = read.kind === 'readable' ? { staffId: read.command.userId, madeAt: read.command.madeAt } : { staffId: null, madeAt: null };
  const earlier = await earlierOutcome(tx, read.uid);
  if (earlier !== null) {
    const { staffId: author, madeAt: then, ...outcome } = earlier;
    return author === staffId && then === madeAt ? outcome : refused(read.uid, 'invalidCommand', { problem: 'another command has this id' });
  }
  const verdict = await judge(tx, judging, locked);
  const { outcome } = verdict.outcome;
  const text = outcome === 'accepted' ? null : JSON.stringify(raw);
  if (outcome !== 'later') await recordOutcome(tx, { uid: read.uid, staffId, madeAt, station, at }, verdict, text);
  return verdict.outcome;
}

const judgeRead: Judge = async (tx, { deps, read, station, at }, { office, hash }) => {
  if (read.kind === 'unreadable') return { outcome: refused(read.uid, read.reason, { problem: read.problem }), version: null };
  const { command } = read;
  const catalogue = await deps.catalogues.newest(tx);
  if (catalogue === null) throw noCatalogue();
  const wait = await reasonToWait(tx, command, station);
  if (wait !== null) return { outcome: { uid: command.uid, outcome: 'later', code: wait, detail: null }, version: null };
  const inUse = command.type === 'office.changeCatalogue' ? await entriesInUse(tx, entriesTakenOut(command.args)) : [];
  const decision = decideOffice(office, command, { catalogue, actor: findStaff(catalogue, command.userId) ?? null, now: at, inUse });
  if (!decision.ok) return { outcome: refused(command.uid, decision.reason, decision.details), version: null };
  await write(tx, { command, decision, station, at, before: catalogue, hash });
  return { outcome: { uid: command.uid, outcome: 'accepted', code: null, detail: null }, version: decision.next.version };
};

/**
 * What cannot be judged yet. A command that builds on one this server has lost in a restore waits until that one is back: judged
 * without it, an end would be refused, and what it ended would come back to life. What a whole city works by is changed only in the
 * name of somebody whose password the server itself has checked at that workstation.
 */
async function reasonToWait(tx: Connection, command: OfficeCommand, station: string): Promise<LaterCode | null> {
  if (!(await areAllKnown(tx, buildsOn(command)))) return 'buildsOnUnknown';
  if (command.type !== 'office.changeCatalogue') return null;
  return (await hasEverSignedInAt(tx, { staffId: command.userId, station })) ? null : 'signInFirst';
}

interface Writing {
  readonly command: OfficeCommand;
  readonly decision: Extract<OfficeDecision, { ok: true }>;
  readonly station: string;
  readonly at: UtcMs;
  readonly before: Catalogue;
  readonly hash: string;
}

async function write(tx: Connection, { command, decision, station, at, before, hash }: Writing): Promise<void> {
  const { catalogue, fact, next } = decision;
  const changes = catalogue === null ? null : linesOfChanges(before, changesBetween(before, catalogue));
  const { rev } = await takeRevision(tx, at);
  await writeAccepted(tx, hash, { command, fact, next, station, at, rev });
  if (catalogue === null || command.type !== 'office.changeCatalogue') return;
  await storeCatalogue(tx, catalogue, { rev, at, by: command.userId, note: command.args.note, changes });
}

function refused(uid: string, code: string, detail: Readonly<Record<string, unknown>>): OfficeOutcome {
  return { uid, outcome: 'refused', code, detail: { ...detail } };
}
