import type { Catalogue } from '../catalogue/catalogue.ts';
import { departmentName, findService, neighborhoodName } from '../catalogue/lookup.ts';
import { numbersOf } from './case-numbers.ts';
import type { Person } from './case.ts';
import type { Case } from './case-document.ts';
import type { Fact } from './fact.ts';
import { digitsOf, foldText } from '../util/fold-text.ts';

export interface SearchColumns {
  readonly numbers: string;
  readonly people: string;
  readonly place: string;
  readonly words: string;
}

/** Every word anyone typed about a case, and the names of its service, department and neighborhood, folded, in the four columns of the search index. */
export function searchColumns(current: Case, catalogue: Catalogue | null): SearchColumns {
  const { location, source } = current;
  return {
    numbers: [...numbersOf(current), foldText(source?.id ?? '')].join(' '),
    people: peopleWords(current),
    place: foldText(`${location?.text ?? ''} ${location?.unit ?? ''}`),
    words: foldText(
      [...namesOf(current, catalogue), current.description, ...Object.values(current.answers), ...current.history.map(factWords), ...current.attachments.map((file) => file.name)].join(' '),
    ),
  };
}

/** Whatever citizens of the case gave of themselves, folded: names, addresses, and their numbers as these are said. */
export function peopleWords(current: Case): string {
  return [current.requester, current.onBehalfOf, ...current.coReporters.map((reporter) => reporter.person)].map(personWords).join(' ');
}

function namesOf(current: Case, catalogue: Catalogue | null): readonly string[] {
  if (!catalogue) return [];
  const service = findService(catalogue, current.serviceCode);
  return [service?.name ?? current.serviceCode, service?.label.es ?? '', departmentName(catalogue, current.departmentCode), neighborhoodName(catalogue, current.neighborhoodCode)];
}

/** The document as kept on disk. */
export function documentText(current: Case): string {
  return JSON.stringify(current);
}

function personWords(person: Person | null): string {
  if (!person) return '';
  return `${foldText(`${person.name} ${person.email} ${person.address} ${person.needs}`)} ${phoneWords(person.phone)}`;
}

/** The number whole, without area code, and its last four: the ways it is said. */
function phoneWords(phone: string): string {
  const digits = digitsOf(phone);
  return [digits, digits.slice(-7), digits.slice(-4)].join(' ');
}

/** Every text inside a value that was replaced: what somebody typed is found also after a colleague has corrected it. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  return Object.values(value).map(wordsIn).join(' ');
}

/** What staff wrote in a fact; facts without words of their own give none. */
function factWords(fact: Fact): string {
  switch (fact.kind) {
    case 'noteAdded':
    case 'progressNoteAdded':
      return fact.text;
    case 'contactLogged':
      return `${fact.person} ${fact.text}`;
    case 'closed':
      return fact.closingNote;
    case 'reopened':
    case 'transferred':
      return fact.reason;
    case 'assigned':
    case 'resumed':
    case 'putOnHold':
      return fact.note;
    case 'referred':
      return `${fact.agency.name} ${fact.note}`;
    case 'fieldsEdited':
      return fact.changes.map(({ from }) => wordsIn(from)).join(' ');
    case 'caseOpened':
    case 'dueDatesSet':
    case 'responded':
    case 'coReporterAdded':
    case 'fileAttached':
    case 'linked':
    case 'numberReplaced':
      return '';
    default:
      return ''; // a fact of a newer version
  }
}
