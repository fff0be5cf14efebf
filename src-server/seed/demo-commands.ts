import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../src-shared/catalogue/lookup.ts';
import { Command, COMMAND_VERSIONS } from '../../src-shared/commands/index.ts';
import { toPointOfContact } from '../../src-shared/commands/transfer-case.ts';
import type { TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import type { StationId } from '../../src-shared/util/ids.ts';
import { HOUR_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { type DemoCase, demoId } from './demo-case.ts';

/** What the commands of the demo cases are made from; the same input makes the same commands. */
export interface DemoSetting {
  readonly catalogue: Catalogue;
  readonly station: StationId;
  readonly loadedAt: UtcMs;
  /** The number of the case at a place of the list. */
  readonly numberOf: (index: number) => TrackingNumber;
  /** One more, for somebody else on a case. */
  readonly takeNumber: () => TrackingNumber;
}

/** The commands that make a demo case what it is, in order. `index` is its place in the list; ids follow from it. */
export function demoCommands(demo: DemoCase, index: number, setting: DemoSetting): readonly Command[] {
  const opening: Given = {
    ...{ uid: commandId(index, 0), caseId: demoCaseId(index), type: 'case.open', by: demo.by, hoursAgo: demo.enteredHoursAgo ?? demo.receivedHoursAgo },
    args: openArgs(demo, index, setting),
  };
  const steps = demo.steps.flatMap((_step, at) => givenBy(demo, index, at, setting));
  return [opening, ...steps].map(({ uid, caseId, type, by, hoursAgo, args }) =>
    Command.parse({ uid, caseId, type, v: COMMAND_VERSIONS.get(type) ?? 1, args, userId: by, station: setting.station, madeAt: momentAgo(setting, hoursAgo) }),
  );
}

export const demoCaseId = (index: number): string => demoId(`case ${index}`);
const commandId = (index: number, at: number): string => demoId(`case ${index} command ${at}`);
const taskId = (index: number, task: number): string => demoId(`case ${index} task ${task}`);

interface Given {
  readonly uid: string;
  readonly caseId: string;
  readonly type: string;
  readonly by: string;
  readonly hoursAgo: number;
  readonly args: unknown;
}

/** A merge is two commands, one on either case. */
function givenBy(demo: DemoCase, index: number, at: number, setting: DemoSetting): readonly Given[] {
  const step = must(demo.steps[at], 'a step is at its own place');
  const { type, by, hoursAgo } = step;
  const uid = commandId(index, at + 1);
  const given: Given = { uid, caseId: demoCaseId(index), type, by, hoursAgo, args: stepArgs(demo, index, at, setting) };
  if (step.type !== 'case.merge') return [given];
  const absorb = { caseId: demoCaseId(index), trackingNumber: setting.numberOf(index), mergeUid: uid };
  return [given, { ...{ uid: demoId(`case ${index} other half ${at}`), caseId: demoCaseId(step.into), type: 'case.absorb', by, hoursAgo }, args: absorb }];
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
    trackingNumber: setting.numberOf(index),
    pin: demoPin(index, 0),
    eventId: demo.event === undefined ? null : demoId(`event ${demo.event}`),
    ...{ departmentCode: null, assigneeId: null, source: null },
  };
}

function stepArgs(demo: DemoCase, index: number, at: number, setting: DemoSetting): unknown {
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
    case 'case.addTask':
      return { ...args, taskId: taskId(index, one.task), after: one.after === null ? null : taskId(index, one.after) };
    case 'case.finishTask':
      return { taskId: taskId(index, one.task), outcome: one.outcome, note: one.note };
    case 'case.merge':
      return { intoCaseId: demoCaseId(one.into), intoTrackingNumber: setting.numberOf(one.into), reason: one.reason };
    case 'case.recordSurvey':
      return { ...args, trackingNumber: setting.numberOf(index) };
    case 'case.correspond':
      return { ...letterTo(demo, index, one.templateCode, setting), subject: one.subject, body: one.body };
    default:
      return args;
  }
}

/** A letter a person wrote, from a template, to whoever asked. */
function letterTo({ requester }: DemoCase, index: number, templateCode: string, { catalogue, numberOf }: DemoSetting): Readonly<Record<string, unknown>> {
  const template = must(catalogue.templates.find(({ code }) => code === templateCode), `the demo city has a template ${templateCode}`);
  const { name = '', address = '', language = 'en' } = requester ?? {};
  return { method: 'letter', templateCode, templateVersion: template.version, language, trackingNumber: numberOf(index), toName: name, toAddress: address, isAutomatic: false };
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
