import { z } from 'zod';
import type { Case } from '../domain/case-document.ts';
import { accept, refuse, type Ruling } from '../domain/decision.ts';
import type { NewFact } from '../domain/fact.ts';
import { runningClocks } from '../domain/lateness.ts';
import { supervisorFor, TOLD_BY_HAND } from '../domain/supervisor.ts';
import { findStaff } from '../catalogue/lookup.ts';
import { maySee } from '../domain/visibility.ts';
import { t } from '../language/language.ts';
import { requiredText } from '../util/text.ts';
import type { UtcMs } from '../util/time.ts';
import { defineCommand } from './command.ts';

export const TellSupervisorArgs = z.object({ reason: requiredText(2_000, () => t`Say why the supervisor has to look at it`) });

/**
 * Tells the supervisor of a complaint that needs somebody above (CO-3; S3, B.2), with the reason as a note. Misconduct is
 * `case.seal`. Whoever stands in for the supervisor is told instead. Open to all staff. Refuses: unknownStaff when there is nobody.
 */
export const tellSupervisor = defineCommand({
  type: 'case.tellSupervisor',
  v: 1,
  args: TellSupervisorArgs,
  decide(current, { args, userId, madeAt }, { catalogue, standInOf }): Ruling {
    const supervisor = supervisorFor(current, userId, catalogue);
    if (supervisor === null) return refuse('unknownStaff', { staffId: t`The head of the department` });
    const standIn = findStaff(catalogue, standInOf?.(supervisor.id) ?? supervisor.id);
    const told = standIn && standIn.id !== userId && maySee(standIn, current) ? standIn : supervisor;
    return accept({ kind: 'escalated', ruleCode: TOLD_BY_HAND, ...promiseOf(current, madeAt), toStaffId: told.id }, { kind: 'noteAdded', text: args.reason });
  },
});

/** It stands among what they were told of until the work is done, or else as long as any promise runs. */
function promiseOf(current: Case, madeAt: UtcMs): Pick<Extract<NewFact, { kind: 'escalated' }>, 'clock' | 'due'> {
  const running = runningClocks(current);
  const { clock, due } = running.find((one) => one.clock === 'resolve') ?? running.at(-1) ?? { clock: 'respond' as const, due: madeAt };
  return { clock, due };
}
