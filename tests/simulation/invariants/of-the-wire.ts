/** What must hold of every answer that passed, whether or not it arrived. */
import { PullEnd, PullHeader, PullRequest } from '../../../src-shared/protocol/pull.ts';
import { PushReply, PushRequest } from '../../../src-shared/protocol/push.ts';
import type { Exchange } from '../wire/line.ts';
import type { Invariant } from './invariant.ts';
import { grantsAt, type Life, membersAt, versionAt } from './ledger.ts';
import { short } from './of-the-server.ts';

export const feedComplete: Invariant = {
  id: 'I12',
  when: ['step'],
  says: 'for a cursor r, an answer up to H holds every change of membership in (r, H], and no other',
  check: ({ exchanges }) => exchanges.filter(({ path, status }) => path.endsWith('/pull') && status === 200).flatMap((exchange) => problemsOfPull(exchange, exchange.life)),
};

function problemsOfPull({ request, reply, station: name }: Exchange, life: Life): readonly string[] {
  const { station, cursors } = PullRequest.parse(request);
  const lines = reply.toString('utf8').trim().split('\n').map((line) => JSON.parse(line) as unknown);
  const { rev, buckets, reset } = PullHeader.parse(lines[0]).h;
  if (!PullEnd.safeParse(lines.at(-1)).success) return [];
  const rows = lines.filter((line): line is [string, string, string, boolean, unknown] => Array.isArray(line) && line[0] === 'r');
  const sent = new Set(rows.map(([, bucket, caseId, present]) => changeText(bucket, caseId, present)));
  const due = buckets.flatMap((bucket) => changesOf(life, bucket, { from: reset.includes(bucket) ? 0 : (cursors[bucket] ?? 0), to: rev }));
  const documents = new Set(rows.filter((row) => row[4] !== null).map((row) => row[2]));
  const bare = rows.filter(([, , caseId, present]) => present && !documents.has(caseId));
  const granted = grantsAt(life, station, rev);
  return [
    ...due.filter((change) => !sent.has(change)).map((change) => `the answer to ${name} up to ${rev} lacks ${change}`),
    ...[...sent].filter((change) => !due.includes(change)).map((change) => `the answer to ${name} up to ${rev} says ${change}, which is not so`),
    ...bare.map(([, , caseId]) => `the answer to ${name} names case ${short(caseId)} without its document`),
    ...buckets.filter((bucket) => !granted.has(bucket)).map((bucket) => `the answer to ${name} opens ${bucket} to it`),
  ];
}

/** What entered, changed in or left a bucket after `from`, up to `to`. A bucket filled from nothing has no exits. */
function changesOf(life: Life, bucket: string, { from, to }: { readonly from: number; readonly to: number }): readonly string[] {
  const inside = [...membersAt(life, bucket, to)].filter(([, version]) => version.rev > from).map(([caseId]) => changeText(bucket, caseId, true));
  if (from === 0) return inside;
  const outside = [...life.cases.keys()].filter((caseId) => {
    const left = leftAt(life, caseId, bucket, to);
    return left !== null && left > from;
  });
  return [...inside, ...outside.map((caseId) => changeText(bucket, caseId, false))];
}

/** The revision at which a case that is not in the bucket at `to` left it; null when it never was in it. */
function leftAt(life: Life, caseId: string, bucket: string, to: number): number | null {
  if (versionAt(life, caseId, to)?.buckets.includes(bucket)) return null;
  const versions = (life.cases.get(caseId) ?? []).filter((version) => version.rev <= to);
  const lastInside = versions.findLastIndex((version, at) => version.buckets.includes(bucket) && isLastOfRevision(versions, at));
  return lastInside < 0 ? null : (versions[lastInside + 1]?.rev ?? null);
}

/** Within one revision only the last state of a case is ever visible. */
function isLastOfRevision(versions: readonly { readonly rev: number }[], at: number): boolean {
  return versions[at + 1]?.rev !== versions[at]?.rev;
}

function changeText(bucket: string, caseId: string, present: boolean): string {
  return `case ${short(caseId)} ${present ? 'in' : 'out of'} ${bucket}`;
}

export const forksFound: Invariant = {
  id: 'I13',
  when: ['step'],
  says: 'a station whose history is not the server’s gets no acknowledgement for a command that is not there',
  check: ({ exchanges }) =>
    exchanges
      .filter(({ path, status }) => path.endsWith('/push') && status === 200)
      .flatMap(({ request, reply, life, station: name }) => {
        const { station, commands } = PushRequest.parse(request);
        const { seq } = PushReply.parse(JSON.parse(reply.toString('utf8')));
        const stored = new Map(life.results.filter((result) => result.station === station).map((result) => [result.seq, result.hash]));
        const acknowledged = commands.filter((command) => command.seq <= seq);
        return acknowledged.filter((command) => stored.get(command.seq) !== command.hash).map((command) => `${name} was told that seq ${command.seq} is with the server, which has ${stored.has(command.seq) ? 'another command' : 'nothing'} there`);
      }),
};
