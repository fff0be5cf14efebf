/**
 * The history of a case as a story: for every kind of fact what happened, as the end of a sentence that begins with who did it.
 *
 * `Ana Rivera` + `took the case by phone`. Total by type: a new kind of fact does not compile until its words are here.
 */
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
    did: `changed ${fact.changes.map(({ field }) => labelOf(field).toLowerCase()).join(', ')}`,
    lines: fact.changes.flatMap(({ field, from, to }) => changeLines(field, from, to, wording)),
    weight: 'aside',
  }),
  dueDatesSet: (fact, { catalogue, now }) => {
    const date = fact.respondBy === null ? 'without a date' : `by ${exactMoment(fact.respondBy, now, catalogue.city.timeZone)}`;
    return { did: `moved the promise: an answer ${date}`, lines: [], weight: 'aside' };
  },
  assigned: (fact, { catalogue }) => ({
    did: fact.assigneeId === fact.by ? 'took the case' : `assigned the case to ${staffName(catalogue, fact.assigneeId)}`,
    lines: given(fact.note),
    weight: 'turn',
  }),
  transferred: (fact, { catalogue }) => ({
    did: `transferred the case from ${departmentName(catalogue, fact.fromDepartmentCode)} to ${departmentName(catalogue, fact.toDepartmentCode)}`,
    lines: [...(fact.isMisrouted ? ['It had been sent to the wrong department'] : []), ...given(fact.reason)],
    weight: 'turn',
  }),
  referred: (fact) => ({
    did: `referred the citizen to ${fact.agency.name}`,
    lines: [[fact.agency.address, fact.agency.phone, fact.agency.hours].filter(Boolean).join(' · '), ...given(fact.note)],
    weight: 'turn',
  }),
  contactLogged: (fact) => ({ did: contactStory(fact), lines: given(fact.text), weight: 'words' }),
  responded: () => ({ did: 'gave the citizen a first answer', lines: [], weight: 'turn' }),
  noteAdded: (fact) => ({ did: 'added a note', lines: given(fact.text), weight: 'words' }),
  progressNoteAdded: (fact) => ({ did: 'reported progress', lines: given(fact.text), weight: 'words' }),
  putOnHold: (fact, wording) => ({ did: holdWords(fact, wording), lines: given(fact.note), weight: 'turn' }),
  resumed: (fact) => ({ did: 'resumed the case', lines: given(fact.note), weight: 'turn' }),
  closed: (fact, wording) => ({ did: closedWords(fact, wording), lines: closedLines(fact, wording), weight: 'turn' }),
  reopened: (fact) => ({ did: 'reopened the case', lines: given(fact.reason), weight: 'turn' }),
  coReporterAdded: (fact) => ({
    did: `added ${fact.person?.name || 'another citizen'}, who reported the same thing`,
    lines: [`Own number ${formatTrackingNumber(fact.trackingNumber)} · ${CHANNEL_LABELS[fact.channel]}`],
    weight: 'turn',
  }),
  fileAttached: (fact) => ({ did: `attached ${fact.name}`, lines: [fileSizeWords(fact.sizeBytes)], weight: 'aside' }),
  linked: (fact) => ({
    did: `${fact.link.relation === 'duplicateOf' ? 'marked this a duplicate of' : 'linked this to'} ${formatTrackingNumber(fact.link.trackingNumber)}`,
    lines: [],
    weight: 'aside',
  }),
  numberReplaced: (fact) => ({
    did: `entered this under ${formatTrackingNumber(fact.formerNumber)}, a number that was on another citizen’s slip too`,
    lines: [`It goes on as ${formatTrackingNumber(fact.trackingNumber)}; a search for the old number finds both cases`],
    weight: 'turn',
  }),
};

/** What a newer version of the server has told and this one has no words for. */
const UNTOLD = (): Told => ({ did: 'did something this version has no words for; update Portreeve to read it', lines: [], weight: 'aside' });

export function factStory(fact: Fact, wording: Wording): FactStory {
  const tell: (fact: never, wording: Wording) => Told = (STORIES as Partial<Stories>)[fact.kind] ?? UNTOLD;
  return { who: staffName(wording.catalogue, fact.by), ...tell(fact as never, wording) }; // safe: the story of its own kind
}

function openedWords({ opened, at }: FactOf<'caseOpened'>, { catalogue, now }: Wording): string {
  if (opened.source) return `brought the case over from ${opened.source.system}`;
  const { timeZone } = catalogue.city;
  const wasEarlier = dayOf(opened.receivedAt, now, timeZone) !== dayOf(at, now, timeZone);
  const received = wasEarlier ? `, received ${exactMoment(opened.receivedAt, now, timeZone)}` : '';
  return `entered the case (${CHANNEL_LABELS[opened.channel].toLowerCase()}${received})`;
}

function openedLines({ opened }: FactOf<'caseOpened'>, { catalogue, now }: Wording): readonly string[] {
  const promise = opened.respondBy === null ? [] : [`Promised: an answer by ${exactMoment(opened.respondBy, now, catalogue.city.timeZone)}`];
  return [...given(opened.description), ...promise];
}

function holdWords({ reasonCode, until }: FactOf<'putOnHold'>, { catalogue, now }: Wording): string {
  const reason = catalogue.holdReasons.find(({ code }) => code === reasonCode)?.label.en ?? reasonCode;
  const untilWords = until === null ? '' : `, until ${isoDayWords(until, now, catalogue.city.timeZone)}`;
  return `put the case on hold: ${lowerFirst(reason)}${untilWords}`;
}

function closedWords({ disposition }: FactOf<'closed'>, { catalogue }: Wording): string {
  const outcome = catalogue.dispositions.find(({ code }) => code === disposition)?.label.en ?? disposition;
  return `closed the case: ${lowerFirst(outcome)}`;
}

function closedLines({ closingNote, completionDate }: FactOf<'closed'>, { catalogue, now }: Wording): readonly string[] {
  const completed = completionDate === null ? [] : [`Work complete ${isoDayWords(completionDate, now, catalogue.city.timeZone)}`];
  return [...given(closingNote), ...completed];
}

/** Short values side by side, long ones one under the other. */
const LONG_VALUE = 40;

function changeLines(field: string, from: unknown, to: unknown, wording: Wording): readonly string[] {
  const name = field as EditableField; // safe: only words come of it, and those of an unknown field are its JSON
  const [before, after] = [fieldWords(name, from, wording), fieldWords(name, to, wording)];
  const isShort = before.length <= LONG_VALUE && after.length <= LONG_VALUE;
  return isShort ? [`${labelOf(field)}: ${before} → ${after}`] : [`${labelOf(field)} was: ${before}`, `${labelOf(field)} is now: ${after}`];
}

function labelOf(field: string): string {
  return FIELD_LABELS[field as EditableField] ?? field; // safe: an unknown name falls through to itself
}

/** `Waiting for the citizen` inside a sentence; a word in capitals (`FEMA`) stays. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
