/**
 * The editable fields of a case as a form holds them, and back: only what was really changed becomes a command, each field with the
 * version its author saw.
 */
import type { Neighborhood } from '../../../src-shared/catalogue/community.ts';
import { neighborhoodOf } from '../../../src-shared/community/neighborhood-of.ts';
import { type NeighborhoodSource, neighborhoodSource } from '../../../src-shared/community/neighborhood-source.ts';
import type { CaseKind, Channel, ContactPreference, EditableField, EditableFields, Language, Location, Nature, Person } from '../../../src-shared/domain/case.ts';
import { EDITABLE_FIELDS } from '../../../src-shared/domain/case.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { canonicalJson } from '../../../src-shared/util/canonical-json.ts';
import type { CommunityEvent } from '../../../src-shared/office/community-event.ts';
import { fromWallTime, toWallTime } from '../../../src-shared/util/moment.ts';

export interface PersonValues {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly language: Language;
  readonly preference: ContactPreference;
  readonly needs: string;
  /** Of the neighborhood liaison program; left out: nobody has said. */
  readonly isContributor?: boolean | undefined;
}

export interface EditValues {
  readonly serviceCode: string;
  readonly serviceText: string;
  readonly kind: CaseKind;
  readonly nature: Nature;
  readonly channel: Channel;
  /** `YYYY-MM-DDTHH:MM` in the city's zone; empty when nothing valid is typed. */
  readonly received: string;
  readonly isMajorRepair: boolean;
  readonly complaintAbout: EditableFields['complaintAbout'];
  readonly neighborhoodCode: EditableFields['neighborhoodCode'];
  readonly locationText: string;
  readonly unit: string;
  readonly description: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly requester: PersonValues;
  readonly onBehalfOf: PersonValues;
  /** The fields as they were when the form was opened, and who had set them. */
  readonly seen: EditableFields;
  readonly basis: Readonly<Record<string, string>>;
}

const NOBODY: PersonValues = { name: '', phone: '', email: '', address: '', language: 'en', preference: 'none', needs: '' };

export function editValuesOf(current: Case, serviceText: string, timeZone: string): EditValues {
  return {
    serviceCode: current.serviceCode,
    serviceText,
    kind: current.kind,
    nature: current.nature,
    channel: current.channel,
    received: toWallTime(current.receivedAt, timeZone),
    isMajorRepair: current.isMajorRepair,
    complaintAbout: current.complaintAbout ?? null,
    neighborhoodCode: current.neighborhoodCode ?? null,
    locationText: current.location?.text ?? '',
    unit: current.location?.unit ?? '',
    description: current.description,
    answers: current.answers,
    requester: current.requester ?? NOBODY,
    onBehalfOf: current.onBehalfOf ?? NOBODY,
    seen: editableOf(current),
    basis: current.fieldVersions,
  };
}

type Changes = { readonly [Field in EditableField]?: EditableFields[Field] };

/** What differs from what was seen when the form was opened. */
export function changesOf(values: EditValues, timeZone: string): Changes {
  const wanted = wantedFields(values, timeZone);
  const changed = EDITABLE_FIELDS.filter((field) => canonicalJson(wanted[field]) !== canonicalJson(values.seen[field]));
  return Object.fromEntries(changed.map((field) => [field, wanted[field]]));
}

/** The versions that go with the changes. */
export function basisOf(values: EditValues, changes: Changes): Partial<Record<EditableField, string>> {
  const fields = Object.keys(changes) as EditableField[]; // safe: the keys of Changes
  return Object.fromEntries(fields.map((field) => [field, values.basis[field] ?? '']));
}

/** Mine stays: the value they set has now been seen, and is written over. */
export function keepMine(values: EditValues, field: EditableField, current: Case): EditValues {
  return { ...values, basis: { ...values.basis, [field]: current.fieldVersions[field] ?? '' } };
}

/** Theirs stays: the form shows it as if it had been there from the start. `fresh` is the form of the case as it is now. */
export function keepTheirs(values: EditValues, field: EditableField, current: Case, fresh: EditValues): EditValues {
  const seen = { ...values.seen, [field]: current[field] };
  return { ...values, ...pick(fresh, FORM_FIELDS[field]), seen, basis: { ...values.basis, [field]: current.fieldVersions[field] ?? '' } };
}

/** The parts of the form that make up each field. */
const FORM_FIELDS: Record<EditableField, readonly (keyof EditValues)[]> = {
  kind: ['kind'],
  nature: ['nature'],
  channel: ['channel'],
  serviceCode: ['serviceCode', 'serviceText'],
  description: ['description'],
  location: ['locationText', 'unit'],
  requester: ['requester'],
  onBehalfOf: ['onBehalfOf'],
  answers: ['answers'],
  receivedAt: ['received'],
  isMajorRepair: ['isMajorRepair'],
  complaintAbout: ['complaintAbout'],
  neighborhoodCode: ['neighborhoodCode'],
  eventId: [],
};

function pick(values: EditValues, names: readonly (keyof EditValues)[]): Partial<EditValues> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

function wantedFields(values: EditValues, timeZone: string): EditableFields {
  const { seen } = values;
  const receivedIsUntouched = values.received === toWallTime(seen.receivedAt, timeZone);
  return {
    kind: values.kind,
    nature: values.nature,
    channel: values.channel,
    serviceCode: values.serviceCode,
    description: values.description.trim(),
    location: locationFrom(values),
    requester: personFrom(values.requester, seen.requester),
    onBehalfOf: personFrom(values.onBehalfOf, seen.onBehalfOf),
    answers: answersFrom(values.answers),
    // A field shows minutes; an untouched one keeps its seconds.
    receivedAt: receivedIsUntouched ? seen.receivedAt : (fromWallTime(values.received, timeZone) ?? seen.receivedAt),
    isMajorRepair: values.isMajorRepair,
    complaintAbout: values.complaintAbout,
    neighborhoodCode: values.neighborhoodCode,
    eventId: seen.eventId,
  };
}

/** What tells the neighborhood that stands in the form; null: nothing stands there. */
export function sourceOf(values: EditValues, neighborhoods: readonly Neighborhood[], events: readonly CommunityEvent[]): NeighborhoodSource | null {
  const { neighborhoodCode, seen } = values;
  if (neighborhoodCode === null) return null;
  const eventNeighborhoodCode = events.find(({ id }) => id === seen.eventId)?.neighborhoodCode ?? null;
  return neighborhoodSource(neighborhoodCode, { neighborhoods, location: locationFrom(values), eventNeighborhoodCode });
}

function locationFrom({ locationText, unit, seen }: EditValues): Location | null {
  const text = locationText.trim();
  if (text === '') return null;
  // A position belongs to the words it came with.
  const point = text === seen.location?.text ? seen.location.point : null;
  return { ...seen.location, text, unit: unit.trim(), point };
}

/** The form with another place: a neighborhood that the place before told, or that nothing told, follows it. */
export function withPlace(values: EditValues, locationText: string, neighborhoods: readonly Neighborhood[]): EditValues {
  const next = { ...values, locationText };
  const before = neighborhoodOf(neighborhoods, locationFrom(values))?.code ?? null;
  if (values.neighborhoodCode !== null && values.neighborhoodCode !== before) return next;
  return { ...next, neighborhoodCode: neighborhoodOf(neighborhoods, locationFrom(next))?.code ?? null };
}

/** Nobody when nothing at all is given; what the form does not know of a person is kept. */
function personFrom(values: PersonValues, seen: Person | null): Person | null {
  const trimmed = { ...values, name: values.name.trim(), phone: values.phone.trim(), email: values.email.trim(), address: values.address.trim(), needs: values.needs.trim() };
  const isNobody = [trimmed.name, trimmed.phone, trimmed.email, trimmed.address, trimmed.needs].every((text) => text === '');
  return isNobody ? null : { ...seen, ...trimmed };
}

function answersFrom(answers: EditValues['answers']): Record<string, string> {
  return Object.fromEntries(Object.entries(answers).flatMap(([code, answer]) => (answer.trim() === '' ? [] : [[code, answer.trim()]])));
}

function editableOf(current: Case): EditableFields {
  const { kind, nature, channel, serviceCode, description, location, requester, onBehalfOf, answers, receivedAt, isMajorRepair } = current;
  const { complaintAbout = null, neighborhoodCode = null, eventId = null } = current;
  return {
    ...{ kind, nature, channel, serviceCode, description, location, requester, onBehalfOf, answers, receivedAt, isMajorRepair },
    ...{ complaintAbout, neighborhoodCode, eventId },
  };
}
