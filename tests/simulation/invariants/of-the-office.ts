/** What must hold of the office's records, at the server and on every workstation. */
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { buildsOn } from '../../../src-shared/office/commands/index.ts';
import type { Office } from '../../../src-shared/office/office.ts';
import { replayOffice } from '../../../src-shared/office/replay-office.ts';
import { canonicalJson } from '../../../src-shared/util/canonical-json.ts';
import { verifyOfficeHistory } from '../../../src-server/office/verify-office-history.ts';
import type { Invariant, Look, Looked } from './invariant.ts';
import { isOnItsWay, officeAt, type OfficeEntryHere, officeNow } from './office-view.ts';
import { lifeOfCut } from './of-a-station.ts';
import { short } from './of-the-server.ts';

/** Each workstation that knows of the office and has taken in a whole answer of the server. */
function ofEach(check: (looked: Looked, look: Look) => readonly string[]): Invariant['check'] {
  return (look) =>
    look.stations
      .filter(({ view }) => !view.office.isOlder && view.cutRev > 0)
      .flatMap((looked) => check(looked, look).map((problem) => `${looked.view.name} ${problem}`));
}

export const officeCommandsKept: Invariant = {
  id: 'O1',
  when: ['end'],
  says: 'every office command on any disk, and every one ever given, has one result, and its desk knows it',
  check(look) {
    const { life, officeGiven, stations } = look;
    const results = new Map(life.office.results.map((result) => [result.uid, result]));
    const rows = stations.filter(({ view }) => !view.office.isOlder).flatMap(({ view }) => view.office.rows.map((row) => ({ row, name: view.name })));
    const here = new Map(rows.map(({ row }) => [row.uid, row]));
    const unsendable = new Set(stations.filter(({ view }) => view.office.isOlder).flatMap(({ view }) => view.office.rows.map(({ uid }) => uid))); // copied to a computer of the version before
    const isLeft = (uid: string): boolean => unsendable.has(uid) || (here.has(uid) && (here.get(uid)?.settledAt !== null || isStuck(here.get(uid), look)));
    const lost = officeGiven.filter((uid) => !results.has(uid) && !isLeft(uid)).map((uid) => `office command ${short(uid)} has no result`);
    const untold = rows.flatMap(({ row, name }) => {
      const result = results.get(row.uid);
      if (row.settledAt !== null || isStuck(row, look)) return [];
      return row.state === result?.status && row.code === result.code ? [] : [`${name} calls ${row.command.type} (${short(row.uid)}) ${row.state}; the server has ${result?.status ?? 'never heard of'} it`];
    });
    return [...lost, ...untold];
  },
};

/** It builds on a command that the server has lost and no disk has any more: it waits until somebody gives it up. */
function isStuck(row: OfficeEntryHere | undefined, { life, stations }: Look): boolean {
  if (row === undefined || row.state !== 'waiting' || row.code !== 'buildsOnUnknown') return false;
  const known = new Set([...life.office.results.map(({ uid }) => uid)]);
  const waiting = new Map(stations.flatMap(({ view }) => view.office.rows.filter(({ settledAt }) => settledAt === null).map((each) => [each.uid, each] as const)));
  return buildsOn(row.command).some((uid) => !known.has(uid) && (!waiting.has(uid) || waiting.get(uid)?.code === 'buildsOnUnknown'));
}

export const officeOnceOnly: Invariant = {
  id: 'O2',
  when: ['step', 'end'],
  says: 'one effect per office command; the office is what its history makes of it, and its chain verifies',
  async check({ life, pool, when }) {
    const { versions, results, contradictions } = life.office;
    const accepted = results.filter(({ status }) => status === 'accepted').map(({ uid }) => uid);
    const wrong = [
      ...contradictions,
      ...doubled(versions.map(({ uid }) => uid)).map((uid) => `office command ${short(uid)} took effect twice`),
      ...doubled(results.map(({ uid }) => uid)).map((uid) => `office command ${short(uid)} has two results`),
      ...(canonicalJson([...accepted].sort()) === canonicalJson(versions.map(({ uid }) => uid).sort()) ? [] : ['other office commands are in the history than were accepted']),
    ];
    if (when === 'step') return wrong;
    const verified = await verifyOfficeHistory(pool);
    return verified.ok ? wrong : [...wrong, `the history of the office is broken at version ${verified.version}: ${verified.reason}`];
  },
};

export const officeHonest: Invariant = {
  id: 'O3',
  when: ['step', 'end'],
  says: 'what is shown of the office is replay(pending, base), and the base is the server’s office at the station’s cut',
  check: ofEach(({ view, catalogues }, { lives }) => {
    const { base, shown, rows } = view.office;
    const there = officeAt(lifeOfCut(view, lives).office, view.cutRev);
    const wrongBase = isSame(base, there) ? [] : [`has version ${base.version} of the office; at its revision ${view.cutRev} the server had another version ${there.version}`];
    const pending = rows.filter(isOnItsWay).map(({ command }) => command);
    const isHonest = catalogues.some((catalogue: Catalogue) => isSame(shown, replayOffice(base, pending, catalogue)));
    return isHonest ? wrongBase : [...wrongBase, 'shows another office than what was given here makes of the server’s'];
  }),
};

export const officeConverged: Invariant = {
  id: 'O4',
  when: ['end'],
  says: 'a settled station shows the server’s office, byte for byte, with nothing of its own on top but what waits for what is lost',
  check: ofEach((looked, look) => {
    const { base, shown, rows } = looked.view.office;
    const there = officeNow(look.life.office);
    if (!isSame(base, there)) return [`has version ${base.version} of the office; the server has another version ${there.version}`];
    const isWaiting = rows.some((row) => isStuck(row, look));
    return isWaiting || isSame(shown, there) ? [] : ['shows another office than the server has'];
  }),
};

export const officeNoFlicker: Invariant = {
  id: 'O5',
  when: ['step', 'end'],
  says: 'an office command leaves the pending ones only with the office that has its effect, which never goes from the screen',
  check: ofEach(({ view, before }, { life, lives }) => {
    const { versions } = lifeOfCut(view, lives).office;
    const early = view.office.rows
      .filter(({ uid, state }) => state === 'accepted' && !versions.slice(0, view.office.base.version).some((version) => version.uid === uid))
      .map(({ uid, command }) => `calls ${command.type} (${short(uid)}) accepted before its effect is here`);
    const accepted = new Set(life.office.versions.map(({ uid }) => uid));
    const gone = view.office.rows
      .filter(({ uid, command }) => accepted.has(uid) && before !== null && hasEffect(before.office.shown, { uid, command }) && !hasEffect(view.office.shown, { uid, command }))
      .map(({ uid, command }) => `no longer shows what ${command.type} (${short(uid)}) did, though it was accepted`);
    return [...early, ...gone];
  }),
};

/** Of commands whose effect nothing later takes away. */
function hasEffect(office: Office, { uid, command }: Pick<OfficeEntryHere, 'uid' | 'command'>): boolean {
  switch (command.type) {
    case 'office.readGuide':
      return (office.reads[command.userId]?.[command.args.guideCode]?.version ?? 0) >= command.args.version;
    case 'office.suggest':
      return office.suggestions.some(({ id }) => id === uid);
    case 'office.addEvent':
      return office.events.some(({ id }) => id === uid);
    default:
      return false;
  }
}

function isSame(one: Office, other: Office): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

function doubled(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
