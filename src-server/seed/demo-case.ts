import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { toPointOfContact } from '../../src-shared/commands/transfer-case.ts';
import { findService } from '../../src-shared/catalogue/lookup.ts';
import { Command, COMMAND_VERSIONS } from '../../src-shared/commands/index.ts';
import { Channel, Location, Person } from '../../src-shared/domain/case.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { Code, StaffId, type StationId } from '../../src-shared/util/ids.ts';
import { HOUR_MS, type UtcMs } from '../../src-shared/util/time.ts';

/** Hours before the demo city was loaded; so some cases are always overdue, some new, some long done. */
const HoursAgo = z.number().min(0).max(24 * 365);

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
]);
type DemoStep = z.infer<typeof DemoStep>;

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
  answeredNow: z.object({ disposition: Code, closingNote: z.string() }).nullable().default(null),
  steps: z.array(DemoStep).default([]),
});
export type DemoCase = z.infer<typeof DemoCase>;

/** What the commands of the demo cases are made from; the same input makes the same commands. */
export interface DemoSetting {
  readonly catalogue: Catalogue;
  readonly station: StationId;
  readonly loadedAt: UtcMs;
  readonly takeNumber: () => TrackingNumber;
}

/** The commands that make a demo case what it is, in order. `index` is its place in the list; ids follow from it. */
export function demoCommands(demo: DemoCase, index: number, setting: DemoSetting): readonly Command[] {
  const caseId = demoId(`case ${index}`);
  const opening: Given = {
    ...{ type: 'case.open', by: demo.by, hoursAgo: demo.enteredHoursAgo ?? demo.receivedHoursAgo },
    args: openArgs(demo, index, setting),
  };
  const steps = demo.steps.map(({ type, by, hoursAgo }, at): Given => ({ type, by, hoursAgo, args: stepArgs(demo, at, setting) }));
  return [opening, ...steps].map(({ type, by, hoursAgo, args }, n) =>
    Command.parse({
      uid: demoId(`case ${index} command ${n}`),
      ...{ caseId, type, v: COMMAND_VERSIONS.get(type) ?? 1, args, userId: by, station: setting.station },
      madeAt: momentAgo(setting, hoursAgo),
    }),
  );
}

interface Given {
  readonly type: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly args: unknown;
}

function openArgs(demo: DemoCase, index: number, setting: DemoSetting): unknown {
  const service = findService(setting.catalogue, demo.serviceCode);
  if (service === undefined) throw new Error(`demo case ${index}: no service ${demo.serviceCode}`);
  const { channel, serviceCode, description, answers, isSealed, answeredNow } = demo;
  return {
    ...{ channel, serviceCode, description, answers, isSealed, answeredNow },
    ...{ kind: service.kind, nature: service.nature, isMajorRepair: service.isMajorRepair },
    location: demo.location && { unit: '', point: null, ...demo.location },
    requester: demo.requester && person(demo.requester),
    onBehalfOf: demo.onBehalfOf && person(demo.onBehalfOf),
    receivedAt: momentAgo(setting, demo.receivedHoursAgo),
    trackingNumber: setting.takeNumber(),
    pin: demoPin(index, 0),
    ...{ departmentCode: null, assigneeId: null, source: null },
  };
}

function stepArgs(demo: DemoCase, at: number, setting: DemoSetting): unknown {
  const one = must(demo.steps[at], 'a step is at its own place');
  const { type: _type, hoursAgo, by: _by, ...args } = one;
  switch (one.type) {
    case 'case.assign':
      return { ...args, seenAssigneeId: assigneeBefore(demo, at, setting.catalogue), note: '' };
    case 'case.hold':
      return { ...args, until: null };
    case 'case.logContact':
      return { ...args, person: '' };
    case 'case.refer':
      return { agency: agencyOf(setting.catalogue, one.agencyCode), note: one.note };
    case 'case.close': {
      const { disposition, closingNote, completedHoursAgo } = one;
      const completionDate = completedHoursAgo === null ? null : isoDate(momentAgo(setting, completedHoursAgo));
      return { disposition, closingNote, completionDate };
    }
    case 'case.addCoReporter': {
      const receivedAt = momentAgo(setting, hoursAgo);
      return { trackingNumber: setting.takeNumber(), person: person(one.person), channel: one.channel, receivedAt, pin: demoPin(at, 1) };
    }
    default:
      return args;
  }
}

/** A complaint is its department's point of contact's from the start, and again after a transfer; any other case is nobody's then. */
function assigneeBefore({ serviceCode, steps }: DemoCase, at: number, catalogue: Catalogue): string | null {
  const service = findService(catalogue, serviceCode);
  const last = steps.slice(0, at).findLast((one) => one.type === 'case.assign' || one.type === 'case.transfer');
  if (last?.type === 'case.assign') return last.assigneeId;
  if (!service || service.complaintAbout === 'conduct') return null;
  const [given] = toPointOfContact(service.kind, last?.departmentCode ?? service.departmentCode, catalogue);
  return given?.kind === 'assigned' ? given.assigneeId : null;
}

function agencyOf(catalogue: Catalogue, code: string): unknown {
  const agency = catalogue.agencies.find((candidate) => candidate.code === code);
  if (agency === undefined) throw new Error(`no agency ${code} in the demo city`);
  const { name, address, phone } = agency;
  return { name, address, phone };
}

function person(given: Readonly<Record<string, unknown>>): unknown {
  return { name: '', phone: '', email: '', address: '', language: 'en', preference: 'phone', needs: '', ...given };
}

function momentAgo(setting: DemoSetting, hoursAgo: number): number {
  return Math.round(setting.loadedAt - hoursAgo * HOUR_MS);
}

function isoDate(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

function demoPin(index: number, salt: number): string {
  return String((index * 7_919 + salt * 4_801 + 417) % 10_000).padStart(4, '0');
}

/** A version-8 UUID made from a name: loading the demo city again makes the same ids. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`portreeve demo ${name}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
