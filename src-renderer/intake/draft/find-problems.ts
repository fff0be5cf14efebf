/**
 * What still stands in the way of a number, at the field where it can be mended.
 *
 * The rules are those of `case.open` (src-shared/commands/open-case.ts), asked before the command so that the sentence stands at
 * the field; the command judges again.
 */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { parseReceived } from '../received/parse-received.ts';
import { acceptChange } from './changed-service.ts';
import { complaintOf } from './complaint-of-draft.ts';
import type { IntakeDraft } from './draft.ts';
import { formNumberProblem } from './form-of-draft.ts';
import { hasTwoPeople } from './people.ts';
import { isReceivedAsked, receivedContext } from './received-of-draft.ts';
import { answersTo, serviceOf } from './service-of-draft.ts';

/** A field of the form; `answer:CODE` is the answer to a question of the service. */
export type ProblemField =
  | 'receivedText'
  | 'email'
  | 'name'
  | 'serviceText'
  | 'locationText'
  | 'description'
  | 'accusedText'
  | 'outcome'
  | 'toldText'
  | 'formNumber'
  | `answer:${string}`;

export type Problems = ReadonlyMap<ProblemField, string>;

/** Order on screen: the focus goes to the first. */
export const FIELD_ORDER: readonly ProblemField[] = [
  'receivedText',
  'name',
  'email',
  'serviceText',
  'locationText',
  'description',
  'accusedText',
  'formNumber',
  'outcome',
  'toldText',
];

/** Everything that keeps this draft from becoming a case. Empty: it can be issued. */
export function findProblems(draft: IntakeDraft, catalogue: Catalogue, now: UtcMs): Problems {
  const found: (readonly [ProblemField, string | null])[] = [
    ['receivedText', receivedProblem(draft, catalogue, now)],
    ['name', nameProblem(draft)],
    ['email', emailProblem(draft)],
    ['serviceText', serviceProblem(draft, catalogue)],
    ['locationText', locationProblem(draft, catalogue)],
    ...answerProblems(draft, catalogue),
    ['description', lengthProblem(acceptChange(draft, catalogue).description)],
    ['formNumber', formNumberProblem(draft)],
    ['accusedText', accusedProblem(draft, catalogue)],
    ['outcome', draft.isAnsweredNow && draft.outcome === null ? t`Choose how it ended.` : null],
    ['toldText', draft.isAnsweredNow ? toldProblem(draft.toldText) : null],
  ];
  return new Map(found.filter((entry): entry is readonly [ProblemField, string] => entry[1] !== null));
}

/** What adding this caller to an existing case needs: when and, if it is there, a readable e-mail address. */
export function findJoinProblems(draft: IntakeDraft, catalogue: Catalogue, now: UtcMs): Problems {
  const all = findProblems(draft, catalogue, now);
  return new Map([...all].filter(([field]) => field === 'receivedText' || field === 'email' || field === 'formNumber'));
}

/** The field to go to first. */
export function firstProblem(problems: Problems): ProblemField | null {
  const rank = (field: ProblemField): number => {
    // Questions stand between Location and Description.
    const at = FIELD_ORDER.indexOf(field.startsWith('answer:') ? 'locationText' : field);
    return field.startsWith('answer:') ? at + 0.5 : at;
  };
  return [...problems.keys()].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function receivedProblem(draft: IntakeDraft, catalogue: Catalogue, now: UtcMs): string | null {
  if (draft.receivedText.trim() === '') {
    return isReceivedAsked(draft) ? t`Say the day it was received, such as today, yesterday, fri or 10/2.` : null;
  }
  if (draft.receivedAt !== null) return null;
  const reading = parseReceived(draft.receivedText, receivedContext(catalogue, now));
  if (reading.ok) return null;
  switch (reading.reason) {
    case 'inFuture':
      return t`That is still to come. Give the day it reached the city, such as yesterday 16:10.`;
    case 'longAgo':
      return t`That is more than five years ago. Check the year.`;
    case 'notUnderstood':
      return t`This is not a date we can read. Try yesterday, fri, 10/2, 2 oct or 10/2 4:10pm.`;
  }
}

function nameProblem(draft: IntakeDraft): string | null {
  const isMissing = hasTwoPeople(draft) && !draft.isAnonymous && draft.name.trim() === '';
  return isMissing ? t`Two people are on this case: give this name too, or tick Anonymous.` : null;
}

function emailProblem(draft: IntakeDraft): string | null {
  const email = draft.email.trim();
  if (draft.isAnonymous || email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return null;
  return t`An e-mail address looks like name@example.org. Correct it, or leave it empty.`;
}

function serviceProblem(draft: IntakeDraft, catalogue: Catalogue): string | null {
  if (serviceOf(draft, catalogue)) return null;
  if (draft.serviceText.trim() === '') return t`Choose a service: type what the caller says, then Enter.`;
  return t`No service is chosen. Pick one from the list with the arrow keys and Enter.`;
}

function locationProblem(draft: IntakeDraft, catalogue: Catalogue): string | null {
  const service = serviceOf(draft, catalogue);
  const isMissing = service?.needsLocation && !draft.isAnsweredNow && draft.locationText.trim() === '';
  return isMissing ? t`${service.name} needs a place: a street and number, a crossing or a landmark.` : null;
}

function answerProblems(draft: IntakeDraft, catalogue: Catalogue): readonly (readonly [ProblemField, string])[] {
  const service = serviceOf(draft, catalogue);
  if (!service || draft.isAnsweredNow) return [];
  const answers = answersTo(service, draft.answers);
  const open = service.questions.filter((question) => question.isRequired && answers[question.code] === undefined);
  return open.map((question) => [`answer:${question.code}`, t`Please ask this before issuing the number.`] as const);
}

function accusedProblem(draft: IntakeDraft, catalogue: Catalogue): string | null {
  if (complaintOf(draft, catalogue) !== 'conduct' || draft.accusedText.trim() === '' || draft.accusedId !== null) return null;
  return t`Nobody is chosen. Pick a name from the list; of somebody else, empty this and write the name under what is alleged.`;
}

function toldProblem(text: string): string | null {
  return text.trim() === '' ? t`Write what the citizen was told.` : lengthProblem(text);
}

/** As `freeText` allows (src-shared/domain/case.ts). */
const MOST_CHARACTERS = 10_000;

function lengthProblem(text: string): string | null {
  const tooMany = text.length - MOST_CHARACTERS;
  return tooMany > 0 ? t`This is ${tooMany} characters too long. Shorten it, or attach it to the case as a file.` : null;
}
