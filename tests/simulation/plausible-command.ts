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

export interface Desk {
  readonly random: Random;
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
  const args: Record<string, unknown> = { ...command.args };
  if ('seenAssigneeId' in args) args['seenAssigneeId'] = shown.assigneeId;
  if ('assigneeId' in args) args['assigneeId'] = random.pick(STAFF);
  if ('seenDepartmentCode' in args) Object.assign(args, { seenDepartmentCode: shown.departmentCode, departmentCode: random.pick(['STREETS', 'WATER', 'HR']) });
  if ('disposition' in args) args['disposition'] = 'RESOLVED';
  if ('reasonCode' in args) args['reasonCode'] = 'CITIZEN';
  if ('receivedAt' in args) args['receivedAt'] = desk.now;
  for (const name of TEXTS) if (name in args) args[name] = typed(desk);
  return { type: command.type, args, userId: random.pick(STAFF) };
}

function typed({ random, words }: Desk): string {
  const line = random.pick(words);
  return random.chance(LONG_NOTE_RATE) ? `${line}\n`.repeat(LONG_NOTE).slice(0, LONG_NOTE) : line;
}

function draw(random: Random) {
  for (;;) {
    const [command] = fc.sample(arbitraryCommand, { numRuns: 1, seed: random.below(2 ** 31) });
    if (command && command.type !== 'case.open') return command;
  }
}

function opening(desk: Desk): Record<string, unknown> {
  const { random } = desk;
  return {
    kind: 'serviceRequest',
    nature: 'action',
    channel: random.pick(['phone', 'letter', 'counter']),
    serviceCode: random.pick(['POTHOLE', 'MAIN_BREAK', 'QUESTION']),
    description: typed(desk),
    location: { text: typed(desk).slice(0, 100), unit: '', point: null },
    requester: null,
    onBehalfOf: null,
    answers: { SIZE: 'large' },
    receivedAt: desk.now,
    isMajorRepair: random.chance(0.2),
    departmentCode: null,
    assigneeId: null,
    isSealed: random.chance(0.1),
    source: null,
    answeredNow: null,
  };
}
