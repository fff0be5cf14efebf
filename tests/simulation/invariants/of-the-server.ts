/** What must hold in the server's record, whatever stations do. */
import { createHash } from 'node:crypto';
import { numbersOf } from '../../../src-shared/domain/case-numbers.ts';
import { verifyCaseHistory } from '../../../src-server/commands/verify-history.ts';
import { isSealedCommand } from '../../../src-shared/protocol/sealed-text.ts';
import type { Invariant, Look } from './invariant.ts';
import type { Life, Result } from './ledger.ts';

export const noCommandLost: Invariant = {
  id: 'I1',
  when: ['end'],
  says: 'every command on any disk, and every one ever acknowledged, has one result',
  check({ life, lives, given, stations }) {
    const seen = new Set(life.results.map((result) => result.uid));
    const rows = stations.flatMap(({ view }) => view.outbox);
    const onDisks = rows.map((row) => row.uid);
    // A refusal from a life of the server that is gone, and settled, is not asked for again.
    const refusedOnce = new Set(lives.flatMap((each) => each.results.filter((result) => result.status !== 'accepted').map((result) => result.uid)));
    for (const { uid, settledAt } of rows) if (settledAt !== null && refusedOnce.has(uid)) seen.add(uid);
    // Said of a sealed case, and sealed for a server that is gone: this one has said that it cannot read it, or somebody has settled that an earlier one had.
    const unread = new Set(life.results.filter(({ uid }) => uid === null).map(place));
    for (const row of rows) if (isSealedCommand(row.command) && (row.settledAt !== null || unread.has(place(row)))) seen.add(row.uid);
    const expected = new Set([...given.filter((command) => !command.isOnlyCopied).map((command) => command.uid), ...onDisks]);
    const lost = given.filter(({ uid, caseId, isOnlyCopied }) => isOnlyCopied && !seen.has(uid) && !isRemembered(life, caseId, uid));
    return [
      ...[...expected].filter((uid) => !seen.has(uid)).map((uid) => `command ${short(uid)} has no result`),
      ...lost.map(({ uid, caseId }) => `command ${short(uid)} is gone from case ${short(caseId)}, though a colleague’s disk had it`),
    ];
  },
};

/** Its effect, or where the case has gone on meanwhile, a note of what was lost. */
function isRemembered(life: Life, caseId: string, uid: string): boolean {
  const noted = createHash('sha256').update(`recovered ${uid}`).digest('hex').slice(0, 8);
  return life.cases.get(caseId)?.at(-1)?.document.history.some(({ id }) => id.startsWith(`${uid}.`) || id.startsWith(noted)) ?? false;
}

export const onceOnly: Invariant = {
  id: 'I2',
  when: ['step'],
  says: 'one effect per command id and per (station, seq)',
  check({ life }) {
    const results = life.results.filter((result) => !result.isRepeat && result.uid !== null);
    return [
      ...doubled(life.entries.map((entry) => entry.uid)).map((uid) => `command ${short(uid)} took effect twice`),
      ...doubled(life.entries.map(place)).map((at) => `${at} took effect twice`),
      ...doubled(results.map((result) => result.uid ?? '')).map((uid) => `command ${short(uid)} has two results`),
      ...doubled(life.results.map(place)).map((at) => `${at} has two results`),
    ];
  },
};

export const numbersUnique: Invariant = {
  id: 'I4',
  when: ['step', 'end'],
  says: 'a number is one case’s own, and one that a citizen was told leads to their case for ever',
  async check(look) {
    const own = [...look.life.cases.values()].flatMap((versions) => versions.at(-1)?.document.trackingNumber ?? []);
    const twice = doubled(own).map((number) => `two cases have the number ${number}`);
    return look.when === 'step' ? twice : [...twice, ...(await numbersThatLeadAstray(look))];
  },
};

/** Of accepted commands. A number the server renumbered leads to both cases. */
async function numbersThatLeadAstray({ life, pool, given, stations }: Look): Promise<readonly string[]> {
  const accepted = new Set(life.entries.map((entry) => entry.uid));
  const { rows } = await pool.query<{ number: string; caseId: string }>(
    'SELECT number, id AS "caseId" FROM case_ UNION ALL SELECT number, case_id AS "caseId" FROM case_number_alias',
  );
  const leads = new Set(rows.map((row) => `${row.number} ${row.caseId}`));
  const told = given.filter((command) => command.number !== null && accepted.has(command.uid));
  const astray = told.filter((command) => !leads.has(`${command.number} ${command.caseId}`)).map(({ number, caseId }) => `number ${number} was given out for case ${short(caseId)} and does not lead to it`);
  const hidden = stations.flatMap(({ view }) =>
    told.flatMap(({ number, caseId }) => {
      const shown = view.shown.get(caseId);
      return shown === undefined || numbersOf(shown.document).some((one) => one === number) ? [] : [`${view.name} shows case ${short(caseId)} without its number ${number}`];
    }),
  );
  return [...astray, ...hidden];
}

export const historyComplete: Invariant = {
  id: 'I5',
  when: ['step', 'end'],
  says: 'a case is what its history makes of it; accepted and only accepted commands are in it; its chain verifies',
  async check({ life, pool, when }) {
    const entered = new Set(life.entries.map(place));
    const wrong = life.results.filter((result) => !result.isRepeat && entered.has(place(result)) !== (result.status === 'accepted'));
    const problems = [...life.contradictions, ...wrong.map((result) => `${place(result)} is ${result.status} and ${entered.has(place(result)) ? 'in' : 'not in'} the history`)];
    if (when === 'step') return problems;
    for (const caseId of life.cases.keys()) {
      const verified = await verifyCaseHistory(pool, caseId);
      if (!verified.ok) problems.push(`the chain of case ${short(caseId)}: ${verified.reason}`);
    }
    return problems;
  },
};

export const ownOrder: Invariant = {
  id: 'I10',
  when: ['step'],
  says: 'results of a station come in seq order without gaps',
  check({ life }) {
    const last = new Map<string, Result>();
    const problems: string[] = [];
    for (const result of life.results.toSorted((a, b) => compare(a.station, b.station) || a.seq - b.seq)) {
      const before = last.get(result.station);
      if (result.seq !== (before?.seq ?? 0) + 1) problems.push(`${result.station} goes from seq ${before?.seq ?? 0} to ${result.seq}`);
      if (before && result.rev < before.rev) problems.push(`${place(result)} was decided before the one in front of it`);
      last.set(result.station, result);
    }
    return problems;
  },
};

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function doubled(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

function place({ station, seq }: { readonly station: string; readonly seq: number }): string {
  return `${station} seq ${seq}`;
}

export function short(id: string): string {
  return id.slice(0, 4);
}
