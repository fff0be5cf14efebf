/** Cases for tests of rules: opened and worked on by commands, as at a desk. Monday 16 November 2026, 10:00 in New York, unless said otherwise. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { findStaff } from '../catalogue/lookup.ts';
import { Command, COMMAND_VERSIONS, type CommandType } from '../commands/index.ts';
import type { Case } from '../domain/case-document.ts';
import { decide, type Decision } from '../domain/decide.ts';
import type { DecideContext } from '../domain/decision.ts';
import { trackingNumberFromPayload } from '../tracking-number/tracking-number.ts';
import { CaseId } from '../util/ids.ts';
import { SMALL_CITY } from './small-city.ts';

export const MONDAY = Date.UTC(2026, 10, 16, 15);

/** The n-th case of a test. */
export const caseIdOf = (n: number): CaseId => CaseId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
export const numberOfCase = (n: number) => trackingNumberFromPayload(482_913_500 + n);

let made = 0;

export interface GivenBy {
  readonly userId?: string;
  readonly madeAt?: number;
  readonly caseId?: CaseId;
}

export function command(type: CommandType, args: unknown, by: GivenBy = {}): Command {
  made += 1;
  const uid = `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`;
  return Command.parse({ uid, caseId: caseIdOf(1), type, v: COMMAND_VERSIONS.get(type) ?? 1, args, userId: 'agent', station: 'st-000000000001', madeAt: MONDAY, ...by });
}

/** What the rules of the city make of a command; `more` is what only some judges know. */
export function judge(current: Case | null, given: Command, { catalogue = SMALL_CITY, ...more }: Partial<DecideContext> & { readonly catalogue?: Catalogue } = {}): Decision {
  return decide(current, given, { catalogue, actor: findStaff(catalogue, given.userId) ?? null, ...more });
}

/** The case after the command. Throws with the reason when it is refused. */
export function run(current: Case | null, given: Command, more: Parameters<typeof judge>[2] = {}): Case {
  const decision = judge(current, given, more);
  if (!decision.ok) throw new Error(`${given.type} refused: ${decision.reason} ${JSON.stringify(decision.details)}`);
  return decision.next;
}

/** A question to the streets department, by phone; `fields` say what is different. */
export function openedCase(n = 1, fields: Record<string, unknown> = {}, more: Parameters<typeof judge>[2] = {}): Case {
  const args = {
    ...{ kind: 'inquiry', nature: 'information', channel: 'phone', serviceCode: 'QUESTION', description: 'Large hole', location: null, requester: null, onBehalfOf: null },
    ...{ answers: {}, receivedAt: MONDAY, isMajorRepair: false, trackingNumber: numberOfCase(n), pin: '0417', departmentCode: null, assigneeId: null, isSealed: false, source: null, answeredNow: null },
    ...fields,
  };
  return run(null, command('case.open', args, { caseId: caseIdOf(n) }), more);
}
