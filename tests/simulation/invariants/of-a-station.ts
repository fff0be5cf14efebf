/** What must hold on every workstation, at any moment. */
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../../src-shared/catalogue/lookup.ts';
import { bookFor } from '../../../src-shared/catalogue/rule-books.ts';
import { type RuleBook, ruleBookOf } from '../../../src-shared/catalogue/time-rules.ts';
import { upcast } from '../../../src-shared/commands/upcast.ts';
import type { Command } from '../../../src-shared/commands/index.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import type { DecideContext } from '../../../src-shared/domain/decision.ts';
import { EMPTY_OFFICE, type Office } from '../../../src-shared/office/office.ts';
import { standInContext } from '../../../src-shared/office/stand-in-context.ts';
import { replay } from '../../../src-shared/domain/replay.ts';
import { canonicalJson } from '../../../src-shared/util/canonical-json.ts';
import { isSealedCommand } from '../../../src-shared/protocol/sealed-text.ts';
import type { Invariant, Look, Looked } from './invariant.ts';
import { grantsAt, type Life, membersAt, versionAt } from './ledger.ts';
import { short } from './of-the-server.ts';
import { baseOf, isOpenRefusedOpening, isWaiting, pendingOf, type StationView } from './station-view.ts';

/** Each of the stations looked at. */
function ofEach(check: (looked: Looked, look: Look) => readonly string[]): Invariant['check'] {
  return (look) => look.stations.flatMap((looked) => check(looked, look).map((problem) => `${looked.view.name} ${problem}`));
}

/** From a new enrolment or a new epoch until the next pull there is no cut to speak of. */
function isBetweenCuts(view: StationView): boolean {
  return view.cutRev === 0;
}

export const optimisticStateHonest: Invariant = {
  id: 'I6',
  when: ['step', 'end'],
  says: 'what is shown is replay(pending, base); when all is settled, no base is kept without pending',
  check: ofEach(({ view, catalogues, ruleBooks }, { lives }) => {
    if (isBetweenCuts(view)) return [];
    return [...new Set([...view.shown.keys(), ...view.outbox.map((row) => row.caseId)])].flatMap((caseId) => {
      const rows = pendingOf(view, caseId);
      const pending = rows.map((row) => upcast(row.command) as Command); // safe: a command stays one
      if (pending.length === 0) return view.shadows.has(caseId) ? [`keeps a base of case ${short(caseId)} with nothing pending`] : [];
      const base = baseOf(view, caseId)?.document ?? null;
      // Sent again because the server has lost it, or what it said of it; what is shown is still of the life that is gone.
      if (lives.slice(1).some((gone) => rows.some((row) => isWaiting(row) && [...gone.entries, ...gone.results].some(({ uid }) => uid === row.uid)))) return [];
      const shown = view.shown.get(caseId)?.text ?? null;
      // Rights may have changed since a command was given; what was shown then stays until the server has judged. A version
      // may say different things in different lives of the server, and one of a life that is gone is not kept.
      const given = new Map(rows.map((row) => [row.uid, row.catalogueVersion]));
      const isHonest = catalogues.some((fallback) => {
        const catalogueOf = ({ uid }: Command) => catalogues.find((catalogue) => catalogue.version === given.get(uid)) ?? fallback;
        return [catalogueOf, () => fallback].some((chosen) =>
          booksOverTime(ruleBooks).some((books) =>
            // Who stands in for whom may have changed since it was last shown.
            [view.office.shown, view.office.base, EMPTY_OFFICE].some((office) => {
              const expected = replay(base, pending, (command) => contextIn(chosen(command), { books, office }, command));
              return shown === (expected === null ? null : canonicalJson(expected));
            }),
          ),
        );
      });
      return isHonest ? [] : [`shows case ${short(caseId)} otherwise than its pending commands make it`];
    });
  }),
};

function contextIn(catalogue: Catalogue, { books, office }: { readonly books: readonly RuleBook[]; readonly office: Office }, { userId, madeAt }: Command): DecideContext {
  const standIns = standInContext(office, catalogue, { actorId: userId, at: madeAt });
  return { catalogue, actor: findStaff(catalogue, userId) ?? null, ruleBookFor: (version) => bookFor(books, version) ?? ruleBookOf(catalogue), ...standIns };
}

/** As they were when a command was given: a case of a life that is gone may be of a version that a later book answers for. */
function booksOverTime(books: readonly RuleBook[]): readonly (readonly RuleBook[])[] {
  return [books, ...books.map((_book, at) => books.slice(0, at))];
}

export const oneCut: Invariant = {
  id: 'I7',
  when: ['step', 'end'],
  says: 'the base of everything shown is the server’s record at one revision; that revision never falls within an epoch',
  check: ofEach(({ view, before }, { lives }) => {
    const fell = before !== null && before.station === view.station && before.epoch === view.epoch && view.cutRev < before.cutRev && view.cutRev > 0;
    const back = fell ? [`went back from revision ${before.cutRev} to ${view.cutRev}`] : [];
    if (isBetweenCuts(view)) return back;
    return [...back, ...problemsOfCut(view, lifeOfCut(view, lives))];
  }),
};

/** The life of the database this station has its cut from, by the mark of its revision; without one, the newest that fits. */
export function lifeOfCut(view: StationView, lives: readonly Life[]): Life {
  const [newest] = lives;
  if (newest === undefined) throw new Error('the server never lived');
  const fits = (life: Life): boolean =>
    view.cutMark === null ? life.rev >= view.cutRev && problemsOfCut(view, life).length === 0 : view.cutMark.split('.')[0] === life.marks.get(view.cutRev); // the server proves its marks behind a dot
  return lives.find(fits) ?? newest;
}

function problemsOfCut(view: StationView, life: Life): readonly string[] {
  const at = view.cutRev;
  const wrong = [...view.membership.keys()].flatMap((caseId) => {
    const base = baseOf(view, caseId)?.text ?? null;
    const version = versionAt(life, caseId, at);
    return base === version?.text ? [] : [`has case ${short(caseId)} otherwise than the server had it at revision ${at}`];
  });
  const missing = [...view.cursors.keys()].flatMap((bucket) =>
    [...membersAt(life, bucket, at).keys()].filter((caseId) => !view.membership.get(caseId)?.has(bucket)).map((caseId) => `lacks case ${short(caseId)} of ${bucket}, which the server had at revision ${at}`),
  );
  const extra = [...view.membership].flatMap(([caseId, buckets]) => {
    const right = versionAt(life, caseId, at)?.buckets ?? [];
    return [...buckets].filter((bucket) => !right.includes(bucket)).map((bucket) => `has case ${short(caseId)} in ${bucket}, which it had left at revision ${at}`);
  });
  return [...wrong, ...missing, ...extra];
}

export const confidential: Invariant = {
  id: 'I8',
  when: ['step', 'end'],
  says: 'a station holds no case outside the buckets of its last pull, unless it has commands pending on it, and no bucket it may not hold',
  check: ofEach(({ view }, { lives }) => {
    if (isBetweenCuts(view)) return [];
    const granted = grantsAt(lifeOfCut(view, lives), view.station ?? '', view.cutRev);
    const tooMany = [...view.cursors.keys()].filter((bucket) => !granted.has(bucket)).map((bucket) => `keeps the bucket ${bucket}, which it may not hold`);
    const outside = [...view.shown.keys()].filter((caseId) => !isInside(view, caseId)).map((caseId) => `holds case ${short(caseId)} of no bucket of its own`);
    return [...tooMany, ...outside];
  }),
};

/** In a bucket held; or a stub: nothing of the server's, only commands of its own. */
function isInside(view: StationView, caseId: string): boolean {
  const buckets = view.membership.get(caseId) ?? new Set();
  if ([...buckets].some((bucket) => view.cursors.has(bucket))) return true;
  return pendingOf(view, caseId).length > 0 && baseOf(view, caseId) === null;
}

export const noFlicker: Invariant = {
  id: 'I11',
  when: ['step', 'end'],
  says: 'an effect of one’s own that the server has accepted never goes from the screen; a command leaves the pending ones only with the pull that holds its effect',
  check: ofEach(({ view, before }, { life, lives }) => {
    const accepted = new Set(life.entries.map((entry) => entry.uid));
    const everAccepted = new Set(lives.flatMap((each) => each.entries.map((entry) => entry.uid)));
    return view.outbox
      .filter((row) => view.membership.has(row.caseId))
      .flatMap((row) => {
        const isShown = hasEffect(view.shown.get(row.caseId)?.document, row.uid);
        const wasShown = hasEffect(before?.shown.get(row.caseId)?.document, row.uid);
        const isBased = hasEffect(baseOf(view, row.caseId)?.document, row.uid);
        const isLost = everAccepted.has(row.uid) && !accepted.has(row.uid); // with a life of the server that is gone
        const gone = accepted.has(row.uid) && wasShown && !isShown ? [`no longer shows what ${row.type} did to case ${short(row.caseId)}, though it was accepted`] : [];
        const tooSoon = row.state === 'confirmed' && !isBased && !isLost && !isBetweenCuts(view) ? [`calls ${row.type} on case ${short(row.caseId)} confirmed before its effect is here`] : [];
        return [...gone, ...tooSoon];
      });
  }),
};

function hasEffect(document: Case | undefined, uid: string): boolean {
  return document?.history.some((fact) => fact.id.startsWith(`${uid}.`)) ?? false;
}

export const bounds: Invariant = {
  id: 'I15',
  when: ['step', 'end'],
  says: 'a station keeps no more than its scope and its pending commands, sends no more than 512 KB at once, and gives out no number twice',
  check(look) {
    const rows = ofEach(({ view }) => {
      const pending = new Set(view.outbox.filter((row) => isWaiting(row) || isOpenRefusedOpening(row)).map((row) => row.caseId));
      const over = view.shown.size - new Set([...view.membership.keys(), ...pending]).size;
      const bases = isBetweenCuts(view) ? 0 : view.shadows.size - pending.size;
      return [...(over > 0 && !isBetweenCuts(view) ? [`keeps ${over} cases too many`] : []), ...(bases > 0 ? [`keeps ${bases} bases too many`] : [])];
    })(look) as readonly string[]; // safe: ofEach is synchronous
    const large = look.exchanges.filter(({ path, request, requestBytes }) => path.endsWith('/push') && requestBytes > PUSH_BYTES_MAX && (request as { commands: unknown[] }).commands.length > 1);
    return [
      ...rows,
      ...large.map(({ station, requestBytes }) => `${station} sent ${requestBytes} bytes at once`),
      ...look.numbersGivenTwice.map((number) => `number ${number} was given out twice`),
    ];
  },
};

/** 512 KiB of commands, and what is around them. */
const PUSH_BYTES_MAX = 512 * 1024 + 1_024;

export const converged: Invariant = {
  id: 'I3',
  when: ['end'],
  says: 'a settled station shows what the server has in its buckets, byte for byte',
  check: ofEach(({ view }, { life }) => {
    const held = grantsAt(life, view.station ?? '', life.rev);
    const wanted = new Map([...held].flatMap((bucket) => [...membersAt(life, bucket, life.rev)]));
    const missing = [...wanted].flatMap(([caseId, version]) => {
      const shown = view.shown.get(caseId)?.text;
      if (shown === undefined) return [`lacks case ${short(caseId)}`];
      return shown === version.text || refusedOpening(view, caseId) ? [] : [`shows another case ${short(caseId)} than the server has`];
    });
    const extra = [...view.shown.keys()].filter((caseId) => !wanted.has(caseId) && !refusedOpening(view, caseId)).map((caseId) => `shows case ${short(caseId)}, which the server does not have for it`);
    return [...missing, ...extra];
  }),
};

function refusedOpening(view: StationView, caseId: string): boolean {
  return view.outbox.some((row) => row.caseId === caseId && isOpenRefusedOpening(row));
}

export const refusalsHeard: Invariant = {
  id: 'I9',
  when: ['end'],
  says: 'every refusal reaches its author, with its reason, and stays until settled; nothing else is called refused',
  check: ofEach(({ view }, { life }) => {
    const vanished = view.outbox.filter((row) => isOpenRefusedOpening(row) && !isSealedCommand(row.command) && !view.shown.has(row.caseId)).map((row) => `no longer shows case ${short(row.caseId)}, whose opening was ${row.state} and is not settled`);
    const results = new Map(life.results.filter((result) => result.uid !== null).map((result) => [result.uid, result]));
    const unheard = view.outbox.flatMap((row) => {
      const result = results.get(row.uid);
      if (result === undefined || row.settledAt !== null) return [];
      const right = result.status === 'accepted' ? 'confirmed' : result.status;
      if (row.state !== right) return [`calls ${row.type} on case ${short(row.caseId)} ${row.state}; the server has ${result.status} it`];
      return row.state === 'confirmed' || row.code === result.code ? [] : [`gives ${row.code ?? 'nothing'} as the reason for ${row.type}; the server says ${result.code ?? 'nothing'}`];
    });
    return [...vanished, ...unheard];
  }),
};

export const everythingDrains: Invariant = {
  id: 'I14',
  when: ['step', 'end'],
  says: 'every round ends; with faults off, everything drains',
  check(look) {
    const endless = look.endlessRounds.map((name) => `a round of ${name} does not end`);
    if (look.when === 'step') return endless;
    const waiting = look.stations.flatMap(({ view }) => {
      const left = view.outbox.filter(isWaiting).length;
      return left > 0 || view.station === null ? [`${view.name} still has ${left} commands waiting`] : [];
    });
    return [...endless, ...waiting];
  },
};
