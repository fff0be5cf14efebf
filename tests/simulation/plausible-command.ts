import fc from 'fast-check';
import type { CommandType } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { arbitraryCommand, seeing } from '../../src-shared/testing/arbitrary-commands.ts';
import type { Random } from './random.ts';

export interface PlausibleCommand {
  readonly type: CommandType;
  readonly args: Readonly<Record<string, unknown>>;
  readonly userId: string;
}

/** Another case on the same disk. */
export interface OtherCase {
  readonly caseId: string;
  readonly trackingNumber: string;
}

export interface Desk {
  readonly random: Random;
  /** Besides the one that is worked on; may be empty. */
  readonly others: readonly OtherCase[];
  readonly now: number;
  /** What people type. */
  readonly words: readonly string[];
}

const STAFF = ['agent', 'agent2', 'admin', 'streets', 'water.head', 'hr'];
const INTAKE = ['agent', 'agent2', 'admin'];
/** Arguments that take any text. */
const TEXTS = ['text', 'note', 'reason', 'closingNote', 'description'];
const LONG_NOTE_RATE = 0.04;
const LONG_NOTE = 9_500;

/**
 * What somebody at a desk might do with a case as they see it: an unknown case is opened, a known one is worked on from what
 * is shown. Most are accepted here; the server may judge otherwise, which is the point.
 */
export function plausibleCommand(desk: Desk, shown: Case | null): PlausibleCommand {
  const { random } = desk;
  if (!shown) return { type: 'case.open', args: opening(desk), userId: random.pick(INTAKE) };
  const command = seeing(draw(random), shown);
  const args: Record<string, unknown> = { ...command.args, ...ofTasks(command.type, shown, random), ...ofOthers(command.type, shown, desk) };
  if ('seenAssigneeId' in args && command.type !== 'case.assignTask') args['seenAssigneeId'] = shown.assigneeId;
  if ('assigneeId' in args && command.type !== 'case.addTask') args['assigneeId'] = random.pick(STAFF);
  if ('seenDepartmentCode' in args) Object.assign(args, { seenDepartmentCode: shown.departmentCode, departmentCode: random.pick(['STREETS', 'WATER', 'HR']) });
  if ('disposition' in args) args['disposition'] = 'RESOLVED';
  if ('reasonCode' in args) args['reasonCode'] = 'CITIZEN';
  if ('receivedAt' in args) args['receivedAt'] = desk.now;
  for (const name of TEXTS) if (name in args) args[name] = typed(desk);
  return { type: command.type, args, userId: random.pick(STAFF) };
}

/** A task that is there, seen as it is; a new one now and then waits for another. */
function ofTasks(type: CommandType, { tasks }: Case, random: Random): Record<string, unknown> {
  if (type === 'case.addTask') return { taskId: random.uuid(), departmentCode: random.pick(['STREETS', 'WATER', 'HR']), assigneeId: null, after: tasks[0] && random.chance(0.4) ? tasks[0].id : null };
  if (tasks.length === 0 || (type !== 'case.assignTask' && type !== 'case.finishTask')) return {};
  const task = random.pick(tasks);
  return type === 'case.finishTask' ? { taskId: task.id } : { taskId: task.id, seenAssigneeId: task.assigneeId, departmentCode: random.pick(['STREETS', 'WATER']) };
}

/** Cases that are there, for what concerns two. */
function ofOthers(type: CommandType, { absorbed }: Case, { random, others }: Desk): Record<string, unknown> {
  if (others.length === 0) return {};
  const { caseId, trackingNumber } = random.pick(others);
  if (type === 'case.merge') return { intoCaseId: caseId, intoTrackingNumber: trackingNumber };
  if (type === 'case.absorb') return { caseId, trackingNumber };
  if (type === 'case.separate' && absorbed[0]) return { caseId: absorbed[0].caseId };
  return type === 'case.link' ? { link: { relation: 'related', caseId, trackingNumber } } : {};
}

function typed({ random, words }: Desk): string {
  const line = random.pick(words);
  return random.chance(LONG_NOTE_RATE) ? `${line}\n`.repeat(LONG_NOTE).slice(0, LONG_NOTE) : line;
}

function draw(random: Random) {
  for (;;) {
    const [command] = fc.sample(arbitraryCommand, { numRuns: 1, seed: random.below(2 ** 31) });
    if (command && command.type !== 'case.open' && command.type !== 'case.watchClock') return command;
  }
}

function opening(desk: Desk): Record<string, unknown> {
  const { random } = desk;
  return {
    kind: random.chance(0.15) ? 'complaint' : 'serviceRequest',
    nature: 'action',
    channel: random.pick(['phone', 'letter', 'counter']),
    serviceCode: random.pick(['POTHOLE', 'MAIN_BREAK', 'QUESTION']),
    description: typed(desk),
    location: { text: typed(desk).slice(0, 100), unit: '', point: null },
    requester: random.chance(0.5) ? { name: typed(desk).slice(0, 60), phone: '555-0142', email: '', address: '', language: 'es', preference: 'phone', needs: '' } : null,
    onBehalfOf: null,
    answers: { SIZE: 'large' },
    receivedAt: desk.now,
    isMajorRepair: random.chance(0.2),
    departmentCode: null,
    assigneeId: null,
    isSealed: random.chance(0.1),
    source: null,
    misconduct: random.chance(0.05) ? { accusedStaffId: random.pick(STAFF), reason: 'Rude at the counter' } : null,
    answeredNow: null,
  };
}
