import type { Command } from '../commands/index.ts';
import type { Case } from './case-document.ts';
import type { DecideContext } from './decision.ts';
import { decide } from './decide.ts';

/**
 * What the screen shows: the server's case with the commands it has not confirmed yet on top, in the order given.
 *
 * A pending command that no longer fits the base is passed over here; its refusal comes from the server, in a pull.
 */
export function replay(
  base: Case | null,
  pending: readonly Command[],
  contextOf: (command: Command) => DecideContext,
): Case | null {
  return pending.reduce<Case | null>((current, command) => {
    const decision = decide(current, command, contextOf(command));
    return decision.ok ? decision.next : current;
  }, base);
}
