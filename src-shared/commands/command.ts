import { z } from 'zod';
import type { Case } from '../domain/case-document.ts';
import type { DecideContext, Ruling } from '../domain/decision.ts';
import { CaseId, CommandId, StaffId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';

/** What every command carries besides its arguments. */
export const CommandEnvelope = z.object({
  uid: CommandId,
  caseId: CaseId,
  userId: StaffId,
  station: z.string().min(1).max(64),
  /** When it was given, by the workstation's corrected clock. Orders nothing. */
  madeAt: UtcMs,
});
export type CommandEnvelope = z.infer<typeof CommandEnvelope>;

export interface CommandOf<Type extends string, Args> extends CommandEnvelope {
  readonly type: Type;
  /** Version of the meaning of `args`; a released version never changes. */
  readonly v: number;
  readonly args: Args;
}

export type Upcast = (args: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * One command: its name, its arguments and its rule, in one file.
 *
 * `decide` sees a case in a state that the transition table allows and an actor who may give the command; `current` is
 * null only for `case.open`.
 */
export interface CommandDefinition<Type extends string, Schema extends z.ZodType, Current> {
  readonly type: Type;
  readonly v: number;
  readonly args: Schema;
  /** For each earlier version, its arguments as those of the next one. */
  readonly upcasts?: Readonly<Record<number, Upcast>>;
  readonly decide: (current: Current, command: CommandOf<Type, z.infer<Schema>>, context: DecideContext) => Ruling;
}

export function defineCommand<Type extends string, Schema extends z.ZodType>(
  definition: CommandDefinition<Type, Schema, Case>,
): CommandDefinition<Type, Schema, Case> {
  return definition;
}
