/** Random commands over a few cases, staff and values, so that they often meet each other. */
import fc from 'fast-check';
import { Command, COMMAND_VERSIONS, type CommandType } from '../commands/index.ts';
import type { Case } from '../domain/case-document.ts';
import { trackingNumberFromPayload } from '../tracking-number/tracking-number.ts';
import { SMALL_CITY } from './small-city.ts';

const staffId = fc.constantFrom(...SMALL_CITY.staff.map((member) => member.id), 'stranger');
const departmentCode = fc.constantFrom('STREETS', 'WATER', 'NOWHERE');
const words = fc.constantFrom('', 'Large hole', 'José Núñez called\nagain', '=1+1', '\u0000\ud800');
const someWords = fc.constantFrom('Filled', 'Inspected', 'x');
const number = fc.integer({ min: 100_000_000, max: 899_999_999 }).map(trackingNumberFromPayload);
const moment = fc.integer({ min: 1_790_000_000_000, max: 1_800_000_000_000 });

const person = fc.option(
  fc.record({
    name: fc.constantFrom('Ana Núñez', 'Bo', ''),
    phone: fc.constantFrom('555-0142', ''),
    email: fc.constant(''),
    address: fc.constant(''),
    language: fc.constantFrom('en', 'es'),
    preference: fc.constantFrom('phone', 'none'),
    needs: fc.constant(''),
  }),
);
const location = fc.option(fc.record({ text: fc.constantFrom('5 Elm Street', '7 Oak Avenue'), unit: fc.constant(''), point: fc.constant(null) }));
const fields = {
  kind: fc.constantFrom('serviceRequest', 'complaint', 'inquiry'),
  nature: fc.constantFrom('information', 'action'),
  channel: fc.constantFrom('phone', 'letter', 'counter'),
  serviceCode: fc.constantFrom('POTHOLE', 'MAIN_BREAK', 'QUESTION', 'UNKNOWN'),
  description: words,
  location,
  requester: person,
  onBehalfOf: person,
  answers: fc.constantFrom({}, { SIZE: 'large' }),
  receivedAt: moment,
  isMajorRepair: fc.boolean(),
  complaintAbout: fc.constantFrom(null, 'service', 'conduct'),
  neighborhoodCode: fc.constant(null),
  eventId: fc.constant(null),
};
const OTHER_CASE_ID = '00000000-0000-4000-8000-000000000002';
const taskId = fc.constantFrom('00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b');

const ARGS: Record<CommandType, fc.Arbitrary<unknown>> = {
  'case.open': fc.record({
    ...fields,
    trackingNumber: number,
    pin: fc.constant('0417'),
    departmentCode: fc.option(departmentCode),
    assigneeId: fc.option(staffId),
    isSealed: fc.boolean(),
    source: fc.option(fc.constant({ system: 'old', id: '1', flags: [] }), { freq: 3 }),
    misconduct: fc.option(fc.record({ accusedStaffId: fc.option(staffId), reason: someWords }), { freq: 8 }),
    referral: fc.option(fc.constant({ name: 'The County', address: '2 Court Street', phone: '555-0199' }), { freq: 8 }),
    answeredNow: fc.option(fc.record({ disposition: fc.constantFrom('RESOLVED', 'NONE'), closingNote: someWords })),
  }),
  'case.edit': fc.record({
    changes: fc.record(fields, { requiredKeys: [] }),
    basis: fc.constant(Object.fromEntries(Object.keys(fields).map((field) => [field, 'never seen']))),
  }),
  'case.assign': fc.record({ assigneeId: staffId, seenAssigneeId: fc.option(staffId), note: words }),
  'case.take': fc.record({ seenAssigneeId: fc.option(staffId) }),
  'case.transfer': fc.record({ departmentCode, seenDepartmentCode: departmentCode, reason: words }),
  'case.refer': fc.constant({ agency: { name: 'The County', address: '2 Court Street', phone: '555-0199' }, note: '' }),
  'case.logContact': fc.record({
    method: fc.constantFrom('phone', 'inPerson'),
    direction: fc.constantFrom('toCitizen', 'fromCitizen'),
    outcome: fc.constantFrom('reached', 'noAnswer', 'leftMessage'),
    person: fc.constant(''),
    text: words,
  }),
  'case.addNote': fc.record({ text: someWords }),
  'case.addProgressNote': fc.record({ text: someWords }),
  'case.hold': fc.record({ reasonCode: fc.constantFrom('CITIZEN', 'NONE'), note: words, until: fc.constant(null) }),
  'case.resume': fc.record({ note: words }),
  'case.close': fc.record({
    disposition: fc.constantFrom('RESOLVED', 'NONE'),
    closingNote: someWords,
    completionDate: fc.option(fc.constant('2026-11-20')),
    openTasks: fc.constantFrom('refuse', 'notNeeded'),
  }),
  'case.reopen': fc.record({ reason: someWords }),
  'case.addCoReporter': fc.record({ trackingNumber: number, person, channel: fc.constant('phone'), receivedAt: moment, pin: fc.constant(null) }),
  'case.attachFile': fc.record({
    sha256: fc.constantFrom('a'.repeat(64), 'b'.repeat(64)),
    name: fc.constant('photo.jpg'),
    mediaType: fc.constant('image/jpeg'),
    sizeBytes: fc.constant(10),
  }),
  'case.link': fc.record({
    link: fc.record({
      relation: fc.constantFrom('related', 'duplicateOf'),
      caseId: fc.constant(OTHER_CASE_ID),
      trackingNumber: number,
    }),
  }),
  'case.unlink': fc.record({
    link: fc.record({ relation: fc.constantFrom('related', 'duplicateOf'), caseId: fc.constant(OTHER_CASE_ID), trackingNumber: number }),
    reason: words,
  }),
  'case.acknowledge': fc.record({ method: fc.constantFrom('letter', 'phone'), text: words }),
  'case.addTask': fc.record({
    taskId,
    title: someWords,
    departmentCode,
    assigneeId: fc.option(staffId),
    after: fc.option(taskId),
    withinBusinessDays: fc.option(fc.integer({ min: 1, max: 20 })),
  }),
  'case.assignTask': fc.record({ taskId, departmentCode, assigneeId: fc.option(staffId), seenAssigneeId: fc.option(staffId), note: words }),
  'case.finishTask': fc.record({ taskId, outcome: fc.constantFrom('done', 'notNeeded'), note: words }),
  'case.merge': fc.record({ intoCaseId: fc.constantFrom(OTHER_CASE_ID, '00000000-0000-4000-8000-000000000001'), intoTrackingNumber: number, reason: words }),
  'case.unmerge': fc.record({ reason: someWords }),
  'case.absorb': fc.record({ caseId: fc.constantFrom(OTHER_CASE_ID, '00000000-0000-4000-8000-000000000003'), trackingNumber: number }),
  'case.separate': fc.record({ caseId: fc.constantFrom(OTHER_CASE_ID, '00000000-0000-4000-8000-000000000003') }),
  'case.correspond': fc.record({
    method: fc.constantFrom('letter', 'email', 'text'),
    templateCode: fc.constant(null),
    templateVersion: fc.constant(null),
    event: fc.constantFrom(null, 'caseReceived', 'survey', 'closed'),
    language: fc.constantFrom('en', 'es'),
    trackingNumber: number,
    toName: words,
    toAddress: someWords,
    subject: words,
    body: fc.constantFrom('We filled the hole.', 'The County, 2 Court Street, 555-0199'),
    isAutomatic: fc.boolean(),
  }),
  'case.recordSurvey': fc.record({ trackingNumber: number, rating: fc.integer({ min: 1, max: 5 }), comment: words, method: fc.constantFrom('phone', 'paper', 'web') }),
  'case.closeFollowUp': fc.record({ note: someWords }),
  'case.review': fc.oneof(fc.record({ verdict: fc.constant('complete'), note: words }), fc.record({ verdict: fc.constant('incomplete'), note: someWords })),
  'case.seal': fc.record({ accusedStaffId: fc.option(staffId), reason: someWords }),
  'case.logOpening': fc.constant({}),
  'case.tellSupervisor': fc.record({ reason: someWords }),
  'case.watchClock': fc.constant({}),
};

export const CASE_ID = '00000000-0000-4000-8000-000000000001';

/** A command on `CASE_ID`, parsed by its schema as at every edge. */
export const arbitraryCommand: fc.Arbitrary<Command> = fc
  .constantFrom(...(Object.keys(ARGS) as CommandType[])) // safe: keys of the record above
  .chain((type) =>
    fc.record({
      type: fc.constant(type),
      v: fc.constant(COMMAND_VERSIONS.get(type) ?? 1),
      uid: fc.uuid({ version: 4 }),
      caseId: fc.constant(CASE_ID),
      userId: type === 'case.watchClock' ? fc.constant('portreeve') : staffId,
      station: fc.constantFrom('st-000000000001', 'st-000000000002'),
      madeAt: moment,
      args: ARGS[type],
    }),
  )
  .filter((raw) => Command.safeParse(raw).success)
  .map((raw) => Command.parse(raw));

/** The same edit, made by somebody who sees `current`; a number that was meant for a citizen of the case is the case's own. */
export function seeing(command: Command, current: Case): Command {
  if (command.type === 'case.recordSurvey' || command.type === 'case.correspond') {
    return Command.parse({ ...command, args: { ...command.args, trackingNumber: current.trackingNumber } });
  }
  if (command.type !== 'case.edit') return command;
  const basis = Object.fromEntries(Object.keys(command.args.changes).map((field) => [field, current.fieldVersions[field]]));
  return Command.parse({ ...command, args: { ...command.args, basis } });
}
