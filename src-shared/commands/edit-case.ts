import { z } from 'zod';
import { findService } from '../catalogue/lookup.ts';
import { dueQuestionAt } from '../clock/due-question.ts';
import { EDITABLE_FIELDS, type EditableField, EditableFields } from '../domain/case.ts';
import type { Case } from '../domain/case-document.ts';
import { accept, type DecideContext, refuse, type Ruling } from '../domain/decision.ts';
import type { NewFact } from '../domain/fact.ts';
import { t } from '../language/language.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { MINUTE_MS, type UtcMs } from '../util/time.ts';
import { defineCommand } from './command.ts';
import { promisesAgain } from './promises.ts';

/**
 * `changes` holds only the fields to change; `basis` names, for each of them, the fact that had last set it on the
 * author's screen (`case.fieldVersions[field]`).
 */
export const EditCaseArgs = z
  .object({
    changes: EditableFields.partial(),
    basis: z.partialRecord(z.enum(EDITABLE_FIELDS as readonly [EditableField, ...EditableField[]]), z.string()), // safe: never empty
  })
  .refine(
    ({ changes, basis }) => changedFields(changes).every((field) => basis[field] !== undefined),
    { error: () => t`Each changed field needs the version its author saw` },
  );
export type EditCaseArgs = z.infer<typeof EditCaseArgs>;

type Changes = { readonly [Field in EditableField]?: EditableFields[Field] | undefined };

const CLOCK_TOLERANCE_MS = 5 * MINUTE_MS;

/**
 * Changes fields of an open case. All or nothing: one field changed by somebody else in the meantime refuses the whole
 * command with both values, so that nothing is ever overwritten unseen.
 *
 * A value equal to the present one is no conflict and no change. A new received moment, service, kind or channel moves the promises.
 * Refuses: changedMeanwhile, nothingToChange, unknownService, receivedInFuture.
 */
export const editCase = defineCommand({
  type: 'case.edit',
  v: 1,
  args: EditCaseArgs,
  decide(current, command, context): Ruling {
    const { changes, basis } = command.args;
    const fields = changedFields(changes).filter((field) => !isSame(current[field], changes[field]));
    const conflict = fields.find((field) => current.fieldVersions[field] !== basis[field]);
    if (conflict) return changedMeanwhile(current, conflict, changes[conflict]);
    if (fields.length === 0) return refuse('nothingToChange');
    if (changes.serviceCode && !findService(context.catalogue, changes.serviceCode)) {
      return refuse('unknownService', { serviceCode: changes.serviceCode });
    }
    if (changes.receivedAt && changes.receivedAt > command.madeAt + CLOCK_TOLERANCE_MS) return refuse('receivedInFuture');
    const edited: NewFact = {
      kind: 'fieldsEdited',
      changes: fields.map((field) => ({ field, from: current[field], to: changes[field] })),
    };
    return accept(edited, ...movedPromises(current, changes, context, command.madeAt));
  },
});

function changedFields(changes: Changes): readonly EditableField[] {
  return EDITABLE_FIELDS.filter((field) => changes[field] !== undefined);
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

function changedMeanwhile(current: Case, field: EditableField, mine: unknown): Ruling {
  const setBy = current.history.find((fact) => fact.id === current.fieldVersions[field]);
  return refuse('changedMeanwhile', {
    field,
    mine,
    theirs: current[field],
    changedBy: setBy?.by ?? null,
    changedAt: setBy?.at ?? null,
  });
}

/** What the time rules decide by. */
const DECIDING_FIELDS = ['receivedAt', 'serviceCode', 'kind', 'channel'] as const;

function movedPromises(current: Case, changes: Changes, context: DecideContext, madeAt: UtcMs): readonly NewFact[] {
  const moved = DECIDING_FIELDS.filter((field) => changes[field] !== undefined && changes[field] !== current[field]);
  if (moved.length === 0) return [];
  const question = {
    receivedAt: changes.receivedAt ?? current.receivedAt,
    serviceCode: changes.serviceCode ?? current.serviceCode,
    kind: changes.kind ?? current.kind,
    channel: changes.channel ?? current.channel,
    pauses: dueQuestionAt(current, madeAt).pauses,
  };
  const promises = promisesAgain(question, current, context, madeAt);
  const isAsBefore = Object.entries(promises).every(([name, value]) => value === current[name]);
  return isAsBefore ? [] : [{ kind: 'dueDatesSet', ...promises }];
}
