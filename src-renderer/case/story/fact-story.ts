/**
 * The history of a case as a story: for every kind of fact what happened, as the end of a sentence that begins with who did it.
 *
 * `Ana Rivera` + `took the case by phone`. Total by type: a new kind of fact does not compile until its words are here.
 */
import { nameOfCode } from '../../../src-shared/catalogue/label-words.ts';
import { t, tFor } from '../../../src-shared/language/language.ts';
import { departmentName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { CHANNEL_LABELS, FIELD_LABELS } from '../../../src-shared/domain/labels.ts';
import type { EditableField } from '../../../src-shared/domain/case.ts';
import type { Fact, FactOf } from '../../../src-shared/domain/fact.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { dayOf, exactMoment } from '../../../src-shared/util/moment.ts';
import { CLOCK_STORIES } from './clock-story.ts';
import { contactStory } from './contact-story.ts';
import { PART_STORIES } from './part-story.ts';
import { given, type Told, type Stories } from './told.ts';
import { fieldWords, type Wording } from './field-words.ts';
import { fileSizeWords } from '../../../src-shared/util/file-size.ts';
import { isoDayWords } from './iso-day.ts';

export interface FactStory extends Told {
  /** Who did it, by name. */
  readonly who: string;
}

const STORIES: Stories = {
  ...CLOCK_STORIES,
  ...PART_STORIES,
  caseOpened: (fact, wording) => ({ did: openedWords(fact, wording), lines: openedLines(fact, wording), weight: 'turn' }),
  fieldsEdited: (fact, wording) => ({
    did: t`changed ${fact.changes.map(({ field }) => labelOf(field).toLowerCase()).join(', ')}`,
    lines: fact.changes.flatMap(({ field, from, to }) => changeLines(field, from, to, wording)),
    weight: 'aside',
  }),
  dueDatesSet: (fact, { catalogue, now }) => {
    const date = fact.respondBy === null ? t`without a date` : tFor('date')`by ${exactMoment(fact.respondBy, now, catalogue.city.timeZone)}`;
    return { did: t`moved the promise: an answer ${date}`, lines: [], weight: 'aside' };
  },
  assigned: (fact, { catalogue }) => ({
    did: fact.assigneeId === null ? t`gave the case back: it is assigned to nobody now` : fact.assigneeId === fact.by ? t`took the case` : t`assigned the case to ${staffName(catalogue, fact.assigneeId)}`,
    lines: given(fact.note),
    weight: 'turn',
  }),
  transferred: (fact, { catalogue }) => ({
    did: t`transferred the case from ${departmentName(catalogue, fact.fromDepartmentCode)} to ${departmentName(catalogue, fact.toDepartmentCode)}`,
    lines: [...(fact.isMisrouted ? [t`It had been sent to the wrong department`] : []), ...given(fact.reason)],
    weight: 'turn',
  }),
  referred: (fact) => ({
    did: t`referred the citizen to ${fact.agency.name}`,
    lines: [[fact.agency.address, fact.agency.phone, fact.agency.hours].filter(Boolean).join(' · '), ...given(fact.note)],
    weight: 'turn',
  }),
  contactLogged: (fact) => ({ did: contactStory(fact), lines: given(fact.text), weight: 'words' }),
  responded: () => ({ did: t`gave the citizen a first answer`, lines: [], weight: 'turn' }),
  noteAdded: (fact) => ({ did: t`added a note`, lines: given(fact.text), weight: 'words' }),
  progressNoteAdded: (fact) => ({ did: t`reported progress`, lines: given(fact.text), weight: 'words' }),
  putOnHold: (fact, wording) => ({ did: holdWords(fact, wording), lines: given(fact.note), weight: 'turn' }),
  resumed: (fact) => ({ did: t`resumed the case`, lines: given(fact.note), weight: 'turn' }),
  closed: (fact, wording) => ({ did: closedWords(fact, wording), lines: closedLines(fact, wording), weight: 'turn' }),
  reopened: (fact) => ({ did: t`reopened the case`, lines: given(fact.reason), weight: 'turn' }),
  coReporterAdded: (fact) => ({
    did: fact.person?.name ? t`added ${fact.person.name}, who reported the same thing` : t`added another citizen, who reported the same thing`,
    lines: [t`Own number ${formatTrackingNumber(fact.trackingNumber)} · ${CHANNEL_LABELS[fact.channel]}`],
    weight: 'turn',
  }),
  fileAttached: (fact) => ({ did: t`attached ${fact.name}`, lines: [fileSizeWords(fact.sizeBytes)], weight: 'aside' }),
  linked: (fact) => ({
    did: fact.link.relation === 'duplicateOf' ? t`marked this a duplicate of ${formatTrackingNumber(fact.link.trackingNumber)}` : t`linked this to ${formatTrackingNumber(fact.link.trackingNumber)}`,
    lines: [],
    weight: 'aside',
  }),
  numberReplaced: (fact) => ({
    did: t`entered this under ${formatTrackingNumber(fact.formerNumber)}, a number that was on another citizen’s slip too`,
    lines: [t`It goes on as ${formatTrackingNumber(fact.trackingNumber)}; a search for the old number finds both cases`],
    weight: 'turn',
  }),
};

/** What a newer version of the server has told and this one has no words for. */
const UNTOLD = (): Told => ({ did: t`did something this version has no words for; update Portreeve to read it`, lines: [], weight: 'aside' });

export function factStory(fact: Fact, wording: Wording): FactStory {
  const tell: (fact: never, wording: Wording) => Told = (STORIES as Partial<Stories>)[fact.kind] ?? UNTOLD;
  return { who: staffName(wording.catalogue, fact.by), ...tell(fact as never, wording) }; // safe: the story of its own kind
}

function openedWords({ opened, at }: FactOf<'caseOpened'>, { catalogue, now }: Wording): string {
  if (opened.source) return t`brought the case over from ${opened.source.system}`;
  const { timeZone } = catalogue.city;
  const wasEarlier = dayOf(opened.receivedAt, now, timeZone) !== dayOf(at, now, timeZone);
  const channel = CHANNEL_LABELS[opened.channel].toLowerCase();
  return wasEarlier ? t`entered the case (${channel}, received ${exactMoment(opened.receivedAt, now, timeZone)})` : t`entered the case (${channel})`;
}

function openedLines({ opened }: FactOf<'caseOpened'>, { catalogue, now }: Wording): readonly string[] {
  const promise = opened.respondBy === null ? [] : [t`Promised: an answer by ${exactMoment(opened.respondBy, now, catalogue.city.timeZone)}`];
  return [...given(opened.description), ...promise];
}

function holdWords({ reasonCode, until }: FactOf<'putOnHold'>, { catalogue, now }: Wording): string {
  const reason = lowerFirst(nameOfCode(catalogue.holdReasons, reasonCode) ?? reasonCode);
  return until === null ? t`put the case on hold: ${reason}` : t`put the case on hold: ${reason}, until ${isoDayWords(until, now, catalogue.city.timeZone)}`;
}

function closedWords({ disposition }: FactOf<'closed'>, { catalogue }: Wording): string {
  const outcome = nameOfCode(catalogue.dispositions, disposition) ?? disposition;
  return t`closed the case: ${lowerFirst(outcome)}`;
}

function closedLines({ closingNote, completionDate }: FactOf<'closed'>, { catalogue, now }: Wording): readonly string[] {
  const completed = completionDate === null ? [] : [t`Work complete ${isoDayWords(completionDate, now, catalogue.city.timeZone)}`];
  return [...given(closingNote), ...completed];
}

/** Short values side by side, long ones one under the other. */
const LONG_VALUE = 40;

function changeLines(field: string, from: unknown, to: unknown, wording: Wording): readonly string[] {
  const name = field as EditableField; // safe: only words come of it, and those of an unknown field are its JSON
  const [before, after] = [fieldWords(name, from, wording), fieldWords(name, to, wording)];
  const isShort = before.length <= LONG_VALUE && after.length <= LONG_VALUE;
  return isShort ? [`${labelOf(field)}: ${before} → ${after}`] : [t`${labelOf(field)} was: ${before}`, t`${labelOf(field)} is now: ${after}`];
}

function labelOf(field: string): string {
  return FIELD_LABELS[field as EditableField] ?? field; // safe: an unknown name falls through to itself
}

/** `Waiting for the citizen` inside a sentence; a word in capitals (`FEMA`) stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
