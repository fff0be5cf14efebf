import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Channel, Location, Person } from '../../src-shared/domain/case.ts';
import { Code, StaffId } from '../../src-shared/util/ids.ts';

/** Hours before the demo city was loaded; so some cases are always overdue, some new, some long done. */
export const HoursAgo = z.number().min(0).max(24 * 365);

/** Which task of the case, in the order in which they were added, from 0. */
const TaskAt = z.int().min(0);
/** Which case of the list, from 0. */
export const CaseAt = z.int().min(0);

const step = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({ type: z.literal(type), hoursAgo: HoursAgo, by: StaffId, ...shape });

/** What happened to a demo case after it was taken; the arguments are those of the command of the same name, shortened. */
const DemoStep = z.discriminatedUnion('type', [
  step('case.assign', { assigneeId: StaffId }),
  step('case.addNote', { text: z.string() }),
  step('case.addProgressNote', { text: z.string() }),
  step('case.logContact', { method: z.string(), direction: z.string(), outcome: z.string(), text: z.string() }),
  step('case.hold', { reasonCode: Code, note: z.string() }),
  step('case.transfer', { departmentCode: Code, seenDepartmentCode: Code, reason: z.string() }),
  step('case.refer', { agencyCode: Code, note: z.string() }),
  step('case.close', { disposition: Code, closingNote: z.string(), completedHoursAgo: HoursAgo.nullable() }),
  step('case.reopen', { reason: z.string() }),
  step('case.addCoReporter', { person: Person.partial(), channel: Channel }),
  step('case.acknowledge', { method: z.string(), text: z.string() }),
  step('case.addTask', { task: TaskAt, title: z.string(), departmentCode: Code, assigneeId: StaffId.nullable(), after: TaskAt.nullable(), withinBusinessDays: z.int().nullable() }),
  step('case.finishTask', { task: TaskAt, outcome: z.string(), note: z.string() }),
  step('case.correspond', { templateCode: Code, subject: z.string(), body: z.string() }),
  step('case.merge', { into: CaseAt, reason: z.string() }),
  step('case.recordSurvey', { rating: z.int(), comment: z.string(), method: z.string() }),
  step('case.closeFollowUp', { note: z.string() }),
]);

/** One case of `resources/demo-cases.json`. */
export const DemoCase = z.strictObject({
  serviceCode: Code,
  channel: Channel,
  receivedHoursAgo: HoursAgo,
  /** Of what was written or left on paper: typed in later than received. Default: at once. */
  enteredHoursAgo: HoursAgo.optional(),
  by: StaffId,
  description: z.string(),
  requester: Person.partial().nullable(),
  onBehalfOf: Person.partial().nullable().default(null),
  location: Location.partial().nullable(),
  answers: z.record(z.string(), z.string()).default({}),
  isSealed: z.boolean().default(false),
  /** Which event of `resources/demo-office.json` it was said at. */
  event: z.int().min(0).optional(),
  answeredNow: z.object({ disposition: Code, closingNote: z.string() }).nullable().default(null),
  steps: z.array(DemoStep).default([]),
});
export type DemoCase = z.infer<typeof DemoCase>;

/** A version-8 UUID made from a name: loading the demo city again makes the same ids. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`portreeve demo ${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
