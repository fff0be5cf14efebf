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

const STAFF = ['agent', 'agent2', 'admin', 'streets', 'water.head'];

/**
 * What somebody at a desk might do with a case as they see it: an unknown case is opened, a known one is worked on from what
 * is shown. Most are accepted here; the server may judge otherwise, which is the point.
 */
export function plausibleCommand(random: Random, shown: Case | null, now: number): PlausibleCommand {
  const userId = random.pick(STAFF);
  if (!shown) return { type: 'case.open', args: opening(random, now), userId: random.pick(['agent', 'agent2', 'admin']) };
  const drawn = draw(random);
  const command = seeing(drawn, shown);
  const args: Record<string, unknown> = { ...command.args };
  if ('seenAssigneeId' in args) args['seenAssigneeId'] = shown.assigneeId;
  if ('assigneeId' in args) args['assigneeId'] = random.pick(STAFF);
  if ('seenDepartmentCode' in args) Object.assign(args, { seenDepartmentCode: shown.departmentCode, departmentCode: random.pick(['STREETS', 'WATER']) });
  if ('disposition' in args) args['disposition'] = 'RESOLVED';
  if ('reasonCode' in args) args['reasonCode'] = 'CITIZEN';
  if ('receivedAt' in args) args['receivedAt'] = now;
  return { type: command.type, args, userId };
}

function draw(random: Random) {
  for (;;) {
    const [command] = fc.sample(arbitraryCommand, { numRuns: 1, seed: random.below(2 ** 31) });
    if (command && command.type !== 'case.open') return command;
  }
}

function opening(random: Random, now: number): Record<string, unknown> {
  return {
    kind: 'serviceRequest',
    nature: 'action',
    channel: random.pick(['phone', 'letter', 'counter']),
    serviceCode: random.pick(['POTHOLE', 'MAIN_BREAK', 'QUESTION']),
    description: random.pick(['A large hole', 'Agua en la calle', '']),
    location: { text: random.pick(['5 Elm Street', '7 Oak Avenue']), unit: '', point: null },
    requester: null,
    onBehalfOf: null,
    answers: { SIZE: 'large' },
    receivedAt: now,
    isMajorRepair: random.chance(0.2),
    departmentCode: null,
    assigneeId: null,
    isSealed: random.chance(0.05),
    source: null,
    answeredNow: null,
  };
}
