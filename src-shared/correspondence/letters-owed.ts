/**
 * Letters nobody has written yet. Citizens who prefer mail or text are told of what happens by the server itself; paper needs a
 * person: this says to whom, and about what.
 *
 * One letter for each citizen, about what happened last; whoever was reached since by a letter, mail, text or contact is told. The
 * survey is a sheet of its own, for whoever is to be asked on paper (SU-1): it goes into the same envelope.
 * Sealed cases and those of another system's past owe nobody a letter by themselves.
 */
import type { Case } from '../domain/case-document.ts';
import { isToldAtOnce } from '../domain/evolve.ts';
import type { Fact, FactOf } from '../domain/fact.ts';
import type { UtcMs } from '../util/time.ts';
import type { CorrespondenceEvent } from './message-template.ts';
import { isWrittenTo, type Recipient, recipientsOf } from './recipients.ts';

export interface OwedLetter {
  readonly recipient: Recipient;
  readonly event: CorrespondenceEvent;
  /** When that happened. */
  readonly since: UtcMs;
  /** It happened to the case that this one is part of now. */
  readonly isOfWhole: boolean;
}

interface Happened {
  readonly event: CorrespondenceEvent;
  readonly at: UtcMs;
  /** Place in the history of its own case. */
  readonly index: number;
}

/** In the order of `recipientsOf`. `whole`: the case this one was merged into, when it is known here. */
export function lettersOwed(current: Case, whole: Case | null): readonly OwedLetter[] {
  if (current.isSealed || current.source) return [];
  return recipientsOf(current)
    .filter(({ person }) => person.preference === 'letter')
    .flatMap((recipient) => [...owedTo(recipient, current, whole), ...surveyOwedTo(recipient, current)]);
}

/** The question how it went, until it is asked, answered, or the case is open again. */
function surveyOwedTo(recipient: Recipient, { history, survey, closedAt, ...people }: Case): readonly OwedLetter[] {
  const asked = history.findLastIndex((fact) => fact.kind === 'surveyOffered' && fact.method === 'letter');
  const offer = history[asked];
  if (recipient.role !== 'requester' || !offer || closedAt === null || (survey?.answers.length ?? 0) > 0) return [];
  const isWritten = history.slice(asked).some((fact) => isAboutSurvey(fact) && isWrittenTo(fact, recipient, people));
  return isWritten ? [] : [{ recipient, event: 'survey', since: offer.at, isOfWhole: false }];
}

/** It asks; it tells nothing of what happened. */
const isAboutSurvey = (fact: Fact): boolean => fact.kind === 'correspondenceSent' && fact.event === 'survey';

function owedTo(recipient: Recipient, current: Case, whole: Case | null): readonly OwedLetter[] {
  const { history } = current;
  const letter = (happened: Happened, isOfWhole: boolean): readonly OwedLetter[] => [{ recipient, event: happened.event, since: happened.at, isOfWhole }];
  const written = history.findLastIndex((fact) => isWrittenTo(fact, recipient, current) && !isAboutSurvey(fact));
  const referred = history.findLastIndex(({ kind }) => kind === 'referred');
  const referral = history[referred];
  if (current.referral !== null && referral && referred > written) return letter({ event: 'referred', at: referral.at, index: referred }, false);
  const told = Math.max(written, history.findLastIndex((fact) => isReached(fact, recipient)));
  const ofWhole = whole === null ? undefined : lastOfWhole(whole, current, history[told]?.at ?? null);
  if (ofWhole) return letter(ofWhole, true);
  const last = happenedTo(recipient, current).findLast(({ index }) => index > told);
  return last ? letter(last, false) : [];
}

/** Somebody spoke with this citizen: they know what had happened until then. */
function isReached(fact: Fact, { role, person }: Recipient): boolean {
  if (fact.kind === 'acknowledged') return role === 'requester';
  if (fact.kind !== 'contactLogged' || fact.direction !== 'toCitizen' || fact.outcome !== 'reached') return false;
  return fact.person.trim() === '' ? role === 'requester' : fact.person.trim() === person.name;
}

function happenedTo(recipient: Recipient, current: Case): readonly Happened[] {
  const firstCommand = commandOf(current.history[0]);
  return current.history.flatMap((fact, index) => {
    // Closed in one breath with its opening: the citizen was there and was told.
    if (fact.kind === 'closed' && commandOf(fact) === firstCommand) return [];
    const event = eventOf(fact, recipient, current);
    return event === null ? [] : [{ event, at: fact.at, index }];
  });
}

/** Facts of one command share the beginning of their ids. */
const commandOf = (fact: Fact | undefined): string => fact?.id.split('.')[0] ?? '';

/** What a citizen would hear of a fact, if the case still says so. */
function eventOf(fact: Fact, { role, trackingNumber }: Recipient, current: Case): CorrespondenceEvent | null {
  switch (fact.kind) {
    case 'caseOpened':
      return role !== 'coReporter' && !isToldAtOnce(fact.opened.channel) && !isFirstContact(current, fact) ? receivedEvent(current) : null;
    case 'coReporterAdded':
      return fact.trackingNumber === trackingNumber && !isToldAtOnce(fact.channel) ? 'caseReceived' : null;
    case 'merged':
      return current.mergedInto?.caseId === fact.intoCaseId ? 'merged' : null;
    case 'progressNoteAdded':
    case 'closed':
    case 'reopened':
      return workEvent(fact, current);
    default:
      return null;
  }
}

const receivedEvent = ({ kind }: Case): CorrespondenceEvent => (kind === 'complaint' ? 'acknowledged' : 'caseReceived');

const isFirstContact = ({ history }: Case, opening: Fact): boolean => history.some((fact) => fact.kind === 'closed' && commandOf(fact) === commandOf(opening));

function workEvent(fact: FactOf<'progressNoteAdded' | 'closed' | 'reopened'>, { closedAt }: Case): CorrespondenceEvent | null {
  if (fact.kind === 'closed') return closedAt === fact.at ? 'closed' : null;
  if (closedAt !== null) return null;
  return fact.kind === 'reopened' ? 'reopened' : 'progress';
}

/** What happened last to the work on the whole since this citizen was told, and since their case became part of it. */
function lastOfWhole(whole: Case, part: Case, toldAt: UtcMs | null): Happened | undefined {
  const mergedAt = part.history.findLast(({ kind }) => kind === 'merged')?.at ?? null;
  if (part.mergedInto?.caseId !== whole.id || mergedAt === null) return undefined;
  const since = Math.max(mergedAt, toldAt ?? mergedAt);
  const all = whole.history.flatMap((fact, index): readonly Happened[] => {
    if (fact.at <= since) return [];
    if (fact.kind === 'referred') return [{ event: 'referred', at: fact.at, index }];
    const isOfWork = fact.kind === 'progressNoteAdded' || fact.kind === 'closed' || fact.kind === 'reopened';
    const event = isOfWork ? workEvent(fact, whole) : null;
    return event === null ? [] : [{ event, at: fact.at, index }];
  });
  return all.findLast(({ event }) => event === 'referred') ?? all.at(-1);
}
