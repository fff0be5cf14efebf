/** Who acts for whom (AS-2): the person a case waits for may be away, and their stand-in too. */
import type { StaffId } from '../util/ids.ts';
import type { UtcMs } from '../util/time.ts';
import { type Delegation, endOfDelegation } from './delegation.ts';
import type { Office } from './office.ts';

/** A stand-in's stand-in's stand-in is the last: whoever is that far away does not know the work any more. */
export const MAX_CHAIN = 3;

type Delegations = Pick<Office, 'delegations'>;

/** Delegations that hold at a moment. */
export function delegationsAt({ delegations }: Delegations, at: UtcMs): readonly Delegation[] {
  return delegations.filter((delegation) => delegation.from <= at && at < endOfDelegation(delegation));
}

/**
 * Who stands in for somebody, following chains to the end; null: nobody does, they are there themselves.
 *
 * The clock of the question counts, not the present: a command is judged by the moment at which it was given.
 */
export function standInOf(office: Delegations, staffId: StaffId, at: UtcMs): StaffId | null {
  const holding = delegationsAt(office, at);
  let current = staffId;
  for (let step = 0; step < MAX_CHAIN; step += 1) {
    const next = holding.find(({ fromStaffId }) => fromStaffId === current)?.toStaffId;
    if (next === undefined || next === staffId) break;
    current = next;
  }
  return current === staffId ? null : current;
}

/** Everybody somebody acts for, directly or along a chain; nearest first, nobody twice, never themselves. */
export function actingFor(office: Delegations, staffId: StaffId, at: UtcMs): readonly StaffId[] {
  const holding = delegationsAt(office, at);
  const found: StaffId[] = [];
  let nearest: readonly StaffId[] = [staffId];
  for (let step = 0; step < MAX_CHAIN; step += 1) {
    nearest = holding.filter(({ toStaffId }) => nearest.includes(toStaffId)).map(({ fromStaffId }) => fromStaffId);
    for (const one of nearest) if (one !== staffId && !found.includes(one)) found.push(one);
  }
  return found;
}

/** Why a new delegation cannot be: two for one person at once, somebody who in the end acts for themselves, too long a chain. */
export type DelegationProblem = 'alreadyDelegated' | 'delegationCircle' | 'delegationChainTooLong';

/** What is wrong with one more delegation at any moment of it; null: nothing. */
export function problemOfDelegation(office: Delegations, wanted: Delegation): DelegationProblem | null {
  const meeting = office.delegations.filter((other) => other.from < wanted.until && wanted.from < endOfDelegation(other));
  if (meeting.some(({ fromStaffId }) => fromStaffId === wanted.fromStaffId)) return 'alreadyDelegated';
  const moments = [wanted.from, ...meeting.map(({ from }) => from).filter((from) => from > wanted.from)];
  const problems = moments.map((at) => problemAt([...delegationsAt({ delegations: meeting }, at), wanted], wanted));
  return problems.find((problem) => problem !== null) ?? null;
}

function problemAt(holding: readonly Delegation[], wanted: Delegation): DelegationProblem | null {
  const after = stepsAfter(holding, wanted.toStaffId, wanted.fromStaffId);
  if (after === null) return 'delegationCircle';
  return stepsBefore(holding, wanted.fromStaffId) + 1 + after > MAX_CHAIN ? 'delegationChainTooLong' : null;
}

/** How many stand-ins follow; null: in the end it is `circleAt` again. */
function stepsAfter(holding: readonly Delegation[], staffId: string, circleAt: string): number | null {
  let current = staffId;
  for (let steps = 0; ; steps += 1) {
    if (current === circleAt) return null;
    const next = holding.find(({ fromStaffId }) => fromStaffId === current);
    if (next === undefined || steps > holding.length) return steps;
    current = next.toStaffId;
  }
}

/** Length of the longest chain that ends at somebody. */
function stepsBefore(holding: readonly Delegation[], staffId: string, left = holding.length): number {
  if (left === 0) return 0;
  const before = holding.filter(({ toStaffId }) => toStaffId === staffId);
  return Math.max(0, ...before.map(({ fromStaffId }) => 1 + stepsBefore(holding, fromStaffId, left - 1)));
}
