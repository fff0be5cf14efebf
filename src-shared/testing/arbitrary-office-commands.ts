/** Random office commands over a few people, bulletins and entries of the catalogue, so that they often meet each other. */
import fc from 'fast-check';
import { findEntry, seenOf } from '../catalogue/sections.ts';
import { OfficeCommand, type OfficeCommandType } from '../office/commands/index.ts';
import type { Office } from '../office/office.ts';
import { PRACTICE_ENROLMENT, selfIssuedNumber } from '../tracking-number/tracking-number.ts';
import { DAY_MS, HOUR_MS } from '../util/time.ts';
import { SMALL_CITY } from './small-city.ts';

const NOW = 1_795_000_000_000;
const staffId = fc.constantFrom(...SMALL_CITY.staff.map((member) => member.id), 'stranger');
const words = fc.constantFrom('Crew on site', 'José Núñez\nsays', 'x', '\u0000y');
const moment = fc.integer({ min: NOW - 60 * DAY_MS, max: NOW + 60 * DAY_MS });
const thing = fc.uuid({ version: 4 });
const stretch = fc.tuple(moment, fc.integer({ min: -HOUR_MS, max: 90 * DAY_MS })).map(([from, length]) => ({ from, until: from + length }));

const bulletin = fc
  .record({
    title: words,
    text: words,
    serviceCodes: fc.constantFrom([], ['POTHOLE'], ['NOWHERE']),
    placeWords: fc.constantFrom([], ['Elm Street']),
    trackingNumber: fc.constant(null),
  })
  .chain((said) => stretch.map((time) => ({ ...said, ...time })));

const change = fc.constantFrom('POTHOLE', 'QUESTION', 'NEW').chain((code) =>
  fc.record({
    section: fc.constant('services'),
    code: fc.constant(code),
    seen: fc.constantFrom(seenOf(findEntry(SMALL_CITY, 'services', code)), null),
    value: fc.constantFrom(null, { ...findEntry(SMALL_CITY, 'services', 'POTHOLE'), code, name: 'Hole' }, { ...findEntry(SMALL_CITY, 'services', 'POTHOLE'), code, departmentCode: 'NOWHERE' }),
  }),
);

/** Of an enrolment that no workstation ever gets: on no citizen's slip. */
const formNumber = fc.integer({ min: 0, max: 40 }).map((count) => String(selfIssuedNumber(PRACTICE_ENROLMENT - 1, count)));
const form = fc.record({ number: formNumber, pin: fc.constantFrom('0000', '4821') });

const ARGS: Record<OfficeCommandType, fc.Arbitrary<unknown>> = {
  'office.postBulletin': bulletin,
  'office.changeBulletin': fc.record({ bulletinId: thing, seen: thing, words: bulletin }),
  'office.endBulletin': fc.record({ bulletinId: thing }),
  'office.delegate': fc.tuple(fc.record({ fromStaffId: staffId, toStaffId: staffId, note: words }), stretch).map(([who, time]) => ({ ...who, ...time })),
  'office.endDelegation': fc.record({ delegationId: thing }),
  'office.readGuide': fc.record({ guideCode: fc.constantFrom('LISTENING', 'constructor'), version: fc.integer({ min: 1, max: 3 }) }),
  'office.suggest': fc.record({ about: fc.constantFrom({ kind: 'service', code: 'POTHOLE' }, { kind: 'guide', code: 'NONE' }, { kind: 'other', code: null }), text: words }),
  'office.answerSuggestion': fc.record({ suggestionId: thing, seen: fc.constant(null), state: fc.constantFrom('accepted', 'declined'), answer: fc.constantFrom('', 'Done') }),
  'office.addEvent': fc.record({ name: words, date: fc.constant('2026-11-20'), place: words, neighborhoodCode: fc.constantFrom(null, 'NORTH') }),
  'office.endEvent': fc.record({ eventId: thing }),
  'office.printForms': fc.record({ forms: fc.uniqueArray(form, { minLength: 1, maxLength: 3, selector: ({ number }) => number }) }),
  'office.spoilForms': fc.record({ batchId: thing, numbers: fc.uniqueArray(formNumber, { minLength: 1, maxLength: 2 }), reason: words }),
  'office.keyInForm': fc.record({ number: formNumber, caseId: thing, batchId: fc.constant(null) }),
  'office.saveView': fc.record({ name: words, departmentCode: fc.constantFrom(null, 'STREETS', 'NOWHERE'), question: fc.constant({ view: 'open', filters: 'overdue', search: '', sort: 'due', groupBy: null }), columns: fc.constant(null), viewId: fc.option(thing), seen: fc.option(thing) }),
  'office.endView': fc.record({ viewId: thing }),
  'office.changeCatalogue': fc.record({ changes: fc.array(change, { maxLength: 2 }), orders: fc.constant([]), basedOnVersion: fc.constant(1), note: words }),
};

/** A command parsed by its schema as at every edge. */
export const arbitraryOfficeCommand: fc.Arbitrary<OfficeCommand> = fc
  .constantFrom(...(Object.keys(ARGS) as OfficeCommandType[])) // safe: keys of the record above
  .chain((type) =>
    fc.record({
      type: fc.constant(type),
      v: fc.constant(1),
      uid: fc.uuid({ version: 4 }),
      userId: staffId,
      station: fc.constantFrom('st-000000000001', 'st-000000000002'),
      madeAt: moment,
      args: ARGS[type],
    }),
  )
  .filter((raw) => OfficeCommand.safeParse(raw).success)
  .map((raw) => OfficeCommand.parse(raw));

/** The same command by somebody who sees `office`: about something that is there, as it stands. `place` chooses which. */
export function aimedAt(command: OfficeCommand, office: Office, place: number): OfficeCommand {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[place % Math.max(1, items.length)];
  const args = { ...command.args } as Record<string, unknown>; // safe: arguments are objects; parsed again below
  const shown = pick(office.bulletins);
  const suggestion = pick(office.suggestions);
  if ('bulletinId' in args && shown) Object.assign(args, { bulletinId: shown.id, ...('seen' in args ? { seen: shown.changedIn } : {}) });
  if ('suggestionId' in args && suggestion) Object.assign(args, { suggestionId: suggestion.id, seen: suggestion.answeredIn });
  if ('delegationId' in args) args['delegationId'] = pick(office.delegations)?.id ?? args['delegationId'];
  if ('eventId' in args) args['eventId'] = pick(office.events)?.id ?? args['eventId'];
  const batch = pick(office.formBatches);
  if ('batchId' in args && batch) Object.assign(args, 'numbers' in args ? { batchId: batch.id, numbers: batch.forms.slice(0, 1).map(({ number }) => number) } : { batchId: batch.id, number: batch.forms[0]?.number });
  return OfficeCommand.parse({ ...command, args });
}
