/** The value of each editable field in words, for the history and for comparing two people's versions. */
import { t } from '../../../src-shared/language/language.ts';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import type { EditableField, EditableFields, Location, Person } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS, COMPLAINT_ABOUT_LABELS, KIND_LABELS, NATURE_LABELS, PREFERENCE_LABELS } from '../../../src-shared/domain/labels.ts';
import type { Task } from '../../../src-shared/domain/case-parts.ts';
import type { UtcMs } from '../../../src-shared/util/time.ts';
import { exactMoment } from '../../../src-shared/util/moment.ts';

/** What words need besides the value: the city's names and the present. */
export interface Wording {
  readonly catalogue: Catalogue;
  readonly now: UtcMs;
  /** Of the case that is told of: facts name a task by its id alone. */
  readonly tasks?: readonly Pick<Task, 'id' | 'title'>[];
  /** When the case was entered, where it is at hand. */
  readonly enteredAt?: UtcMs;
}

type FieldWords = { readonly [Field in EditableField]: (value: EditableFields[Field], wording: Wording) => string };

const FIELD_WORDS: FieldWords = {
  kind: (kind) => KIND_LABELS[kind],
  nature: (nature) => NATURE_LABELS[nature],
  channel: (channel) => CHANNEL_LABELS[channel],
  serviceCode: (code, { catalogue }) => serviceName(catalogue, code),
  description: (text) => text,
  location: (location) => (location ? locationWords(location) : ''),
  requester: (person) => (person ? personWords(person) : t`Anonymous`),
  onBehalfOf: (person) => (person ? personWords(person) : ''),
  answers: (answers, { catalogue }) => answerWords(answers, catalogue).map(({ question, answer }) => `${question} ${answer}`).join('\n'),
  receivedAt: (at, { catalogue, now }) => exactMoment(at, now, catalogue.city.timeZone),
  isMajorRepair: (isMajorRepair) => (isMajorRepair ? t`Yes` : t`No`),
  complaintAbout: (about) => (about === null ? '' : COMPLAINT_ABOUT_LABELS[about]),
  neighborhoodCode: (code, { catalogue }) => catalogue.neighborhoods.find((one) => one.code === code)?.name ?? code ?? '',
  eventId: (id) => id ?? '',
};

/** `value` in words; `nothing` for an empty one. A value of an older form that no longer fits is shown as its JSON text. */
export function fieldWords(field: EditableField, value: unknown, wording: Wording): string {
  try {
    const words: (value: never, wording: Wording) => string = FIELD_WORDS[field];
    return words(value as never, wording).trim() || t`nothing`; // safe: a value that does not fit throws and falls through
  } catch {
    return JSON.stringify(value) ?? t`nothing`;
  }
}

export function locationWords({ text, unit }: Location): string {
  return unit.trim() === '' ? text : `${text}, ${unit}`;
}

export function personWords(person: Person): string {
  const { name, phone, email, address, needs, isContributor } = person;
  const parts = [name || t`No name given`, phone, email, address, needs && t`needs: ${needs}`, isContributor === true && t`neighborhood contributor`];
  return [...parts, t`contact: ${PREFERENCE_LABELS[person.preference].toLowerCase()}`].filter(Boolean).join(' · ');
}

export interface AnswerWords {
  readonly code: string;
  readonly question: string;
  readonly answer: string;
}

/** Questions and answers in words; a question that has left the catalogue is named by its code. */
export function answerWords(answers: EditableFields['answers'], catalogue: Catalogue): readonly AnswerWords[] {
  const questions = catalogue.services.flatMap((service) => service.questions);
  return Object.entries(answers).map(([code, answer]) => {
    const question = questions.find((one) => one.code === code);
    const isYesNo = question?.type === 'yesNo';
    return { code, question: question?.label ?? code, answer: isYesNo ? answer.charAt(0).toUpperCase() + answer.slice(1) : answer };
  });
}
