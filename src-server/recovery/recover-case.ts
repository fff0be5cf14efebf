/**
 * What of a case was lost when the server went back in time, judged from the copy of a workstation that had seen it: pure, no
 * database. docs/sync.md, "What colleagues' disks still know".
 */
import type { Case } from '../../src-shared/domain/case-document.ts';
import { evolveAll } from '../../src-shared/domain/evolve.ts';
import type { Fact, FactKind } from '../../src-shared/domain/fact.ts';
import { CaseId } from '../../src-shared/util/ids.ts';
import { uidFrom } from '../util/uid-from.ts';

/** Facts of one command, in order, to be made part of the case again. */
export interface LostCommand {
  readonly uid: string;
  readonly facts: readonly Fact[];
}

export interface LossInQuestion {
  readonly copy: Case;
  /** The case as the server has it, or null. */
  readonly current: Case | null;
  /** The server has an answer for a command of this id, whatever it is; such a one is not lost. */
  readonly isKnown: (uid: string) => boolean;
  readonly isRestored: boolean;
}

/** Facts that may be added at any later time without changing what others have decided since. */
const ADDITIVE: ReadonlySet<FactKind> = new Set<FactKind>([
  ...(['noteAdded', 'progressNoteAdded', 'contactLogged', 'fileAttached', 'linked', 'coReporterAdded', 'responded', 'acknowledged'] as const),
  ...(['correspondenceSent', 'surveyOffered', 'surveyAnswered', 'wentOverdue', 'overdueWithdrawn', 'escalated', 'sealedOpened', 'absorbed'] as const),
]);

/** What holds only as long as another case, which may have gone on, agrees: two copies could make a circle of merges. */
const OF_TWO_CASES: ReadonlySet<FactKind> = new Set<FactKind>(['merged', 'unmerged']);

/** The command a fact came with. One that the clock brought came with none: it has an id of its own, the same on every disk. */
export function uidOf(fact: Fact): string {
  return isOfClock(fact) ? uidFrom(fact.id) : fact.id.slice(0, fact.id.indexOf('.'));
}

function isOfClock({ kind, station }: Fact): boolean {
  return kind === 'wentOverdue' && station === 'clock';
}

/**
 * The commands of the copy that the server has lost, oldest first.
 *
 * A case that the server has no more comes back whole, and so does the end of one that has not gone on since a restore. One
 * that has gone on gets back what may be added at any time; of the rest it gets a note that says what was lost, for people to
 * decide. So does any case of a database in its first life: nothing but the copy says that it ever knew more.
 */
export function lostCommands({ copy, current, isKnown, isRestored }: LossInQuestion): readonly LostCommand[] {
  const held = new Set(current?.history.map((fact) => fact.id) ?? []);
  const lost = grouped(copy.history.filter((fact) => !held.has(fact.id) && !isKnown(uidOf(fact))));
  if (current === null) return lost[0]?.facts[0]?.kind === 'caseOpened' ? lost : [];
  const hasGoneOn = current.history.some((fact, at) => copy.history[at]?.id !== fact.id);
  return lost.flatMap((command) => {
    if (isRestored && !hasGoneOn && !command.facts.some((fact) => OF_TWO_CASES.has(fact.kind))) return [command];
    if (command.facts.every((fact) => ADDITIVE.has(fact.kind))) return [command];
    const note = noteOf(command);
    return isKnown(note.uid) || held.has(`${note.uid}.0`) ? [] : [note];
  });
}

/** Whether the copy is what its own history makes of it; another one is not to be trusted. */
export function isWhole(copy: Case): boolean {
  const [first] = copy.history;
  if (first?.kind !== 'caseOpened' || copy.history.filter((fact) => fact.kind === 'caseOpened').length !== 1) return false;
  const made = evolveAll(CaseId.parse(copy.id), null, copy.history);
  return made?.state === copy.state && made.trackingNumber === copy.trackingNumber && made.departmentCode === copy.departmentCode && made.isSealed === copy.isSealed;
}

function grouped(facts: readonly Fact[]): readonly LostCommand[] {
  const commands = new Map<string, Fact[]>();
  for (const fact of facts) commands.set(uidOf(fact), [...(commands.get(uidOf(fact)) ?? []), fact]);
  return [...commands].map(([uid, ofCommand]) => ({ uid, facts: ofCommand }));
}

/** The same note whoever's copy tells of the loss: its id follows from the lost command's. */
function noteOf({ uid, facts }: LostCommand): LostCommand {
  const noteUid = uidFrom(`recovered ${uid}`);
  const [first] = facts;
  if (first === undefined) throw new Error('a lost command has at least one fact');
  const words = facts.map((fact) => `${fact.kind}: ${valuesOf(fact)}`).join('; ');
  const text = `Lost when the server was put back, and not carried out again because the case has gone on since. Decide whether it still holds: ${words}`;
  return { uid: noteUid, facts: [{ kind: 'noteAdded', text: text.slice(0, 10_000), id: `${noteUid}.0`, at: first.at, by: first.by, station: first.station }] };
}

/** What the fact says, without its envelope. */
function valuesOf({ id: _id, at: _at, by: _by, station: _station, kind: _kind, ...said }: Fact): string {
  return JSON.stringify(said);
}
