import { z } from 'zod';
import { CommandId, StaffId } from '../util/ids.ts';
import { UtcMs } from '../util/time.ts';
import type { Office } from './office.ts';
import type { OfficeRuling, RuleContext } from './office-decision.ts';

/** What every office command carries besides its arguments. */
export const OfficeEnvelope = z.object({
  uid: CommandId,
  userId: StaffId,
  /** The workstation that sends it; another one after its disk was copied or put back. */
  station: z.string().min(1).max(64),
  /** When it was given, by the workstation's corrected clock. Orders nothing. */
  madeAt: UtcMs,
});
export type OfficeEnvelope = z.infer<typeof OfficeEnvelope>;

export interface OfficeCommandOf<Type extends string, Args> extends OfficeEnvelope {
  readonly type: Type;
  /** Version of the meaning of `args`; a released version never changes. */
  readonly v: number;
  readonly args: Args;
}

/**
 * One office command: its name, its arguments and its rule, in one file.
 *
 * `decide` sees an actor who is active. Deciding the same command again on what it led to always refuses: so a command whose effect
 * is in what is shown already changes nothing when it is put on top of it once more.
 */
export interface OfficeDefinition<Type extends string, Schema extends z.ZodType> {
  readonly type: Type;
  readonly v: number;
  readonly args: Schema;
  /** Ids of earlier commands it cannot be judged without: of a server that has lost them it waits until they are back. */
  readonly buildsOn: (args: z.infer<Schema>) => readonly CommandId[];
  readonly decide: (office: Office, command: OfficeCommandOf<Type, z.infer<Schema>>, context: RuleContext) => OfficeRuling;
}

export function defineOfficeCommand<Type extends string, Schema extends z.ZodType>(definition: OfficeDefinition<Type, Schema>): OfficeDefinition<Type, Schema> {
  return definition;
}
