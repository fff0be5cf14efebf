/** Which citizens hear what of an event, in which words: pure. */
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { correspondenceFields } from '../../src-shared/correspondence/correspondence-fields.ts';
import { bodyText, fillTemplate } from '../../src-shared/correspondence/fill-template.ts';
import { type CorrespondenceEvent, templatesFor } from '../../src-shared/correspondence/message-template.ts';
import { formFor, languageOf, type Recipient, recipientsOf } from '../../src-shared/correspondence/recipients.ts';
import type { FieldName } from '../../src-shared/correspondence/template-field.ts';
import { textMessageOf } from '../../src-shared/correspondence/text-message.ts';
import type { Command } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact } from '../../src-shared/domain/fact.ts';
import type { UtcMs } from '../../src-shared/util/time.ts';
import { addressRecipient } from '../mail/recipient-key.ts';

/** A notice to be given as a command on the citizen's own case. */
export interface CitizenNotice {
  readonly caseId: Case['id'];
  /** What makes it this notice to this citizen, the same at every attempt. */
  readonly key: string;
  readonly args: Extract<Command, { type: 'case.correspond' }>['args'];
}

export interface NoticeSetting {
  readonly catalogue: Catalogue;
  readonly at: UtcMs;
  /** Web address at which this citizen answers the survey; empty: there is none. */
  readonly surveyLink: (current: Case, recipient: Recipient) => string;
}

interface Told {
  readonly event: CorrespondenceEvent;
  /** Whether the case still says what the event said; else a newer notice is on its way. */
  readonly isStill: (current: Case) => boolean;
  /** Whom of the case's own citizens it concerns. */
  readonly whom?: (recipient: Recipient) => boolean;
}

const always = (): boolean => true;

/** What a citizen hears of a fact; null: nothing by itself. */
function toldOf(fact: Fact, current: Case): Told | null {
  switch (fact.kind) {
    case 'caseOpened':
      return { event: 'caseReceived', isStill: always, whom: ({ role }) => role !== 'coReporter' };
    case 'coReporterAdded':
      return { event: 'caseReceived', isStill: always, whom: ({ trackingNumber }) => trackingNumber === fact.trackingNumber };
    case 'progressNoteAdded':
      return { event: 'progress', isStill: ({ closedAt }) => closedAt === null };
    case 'referred':
      return { event: 'referred', isStill: ({ referral }) => referral?.name === fact.agency.name };
    case 'closed':
      return { event: 'closed', isStill: ({ closedAt }) => closedAt === fact.at };
    case 'reopened':
      return { event: 'reopened', isStill: ({ closedAt }) => closedAt === null };
    case 'merged':
      return { event: 'merged', isStill: ({ mergedInto }) => mergedInto?.caseId === fact.intoCaseId };
    case 'surveyOffered':
      return { event: 'survey', isStill: () => current.closedAt !== null, whom: ({ role }) => role === 'requester' };
    default:
      return null;
  }
}

/**
 * The notices of one fact. `parts` are the cases merged into this one: their citizens hear of the work too, under their own
 * number. Sealed cases and those of another system's past tell nobody anything by themselves.
 */
export function citizenNotices(fact: Fact, current: Case, parts: readonly Case[], setting: NoticeSetting): readonly CitizenNotice[] {
  const told = toldOf(fact, current);
  if (told === null || current.isSealed || current.source || !told.isStill(current)) return [];
  const own = recipientsOf(current).filter(told.whom ?? always);
  const shared = SHARED.has(told.event) ? parts.filter(({ isSealed }) => !isSealed) : [];
  const work = given(current);
  return oncePerPerson([
    ...own.flatMap((recipient) => noticeTo(recipient, current, { fact, told, setting, more: {} })),
    ...shared.flatMap((part) => recipientsOf(part).flatMap((recipient) => noticeTo(recipient, part, { fact, told, setting, more: work }))),
  ]);
}

/** Somebody who reported the same thing twice has two numbers and hears of it once (NO-3). */
function oncePerPerson(notices: readonly CitizenNotice[]): readonly CitizenNotice[] {
  const seen = new Set<string>();
  return notices.filter(({ args }) => {
    const person = addressRecipient(args.method === 'email' ? 'email' : 'text', args.toAddress);
    return seen.size !== seen.add(person).size;
  });
}

/** What happens to the work, as against what happens to one citizen. */
const SHARED: ReadonlySet<CorrespondenceEvent> = new Set<CorrespondenceEvent>(['progress', 'referred', 'closed', 'reopened']);

/** What the case that has the work says, in place of what a part of it does. */
function given({ closingNote, history }: Case): Partial<Record<FieldName, string>> {
  const progress = history.findLast((fact) => fact.kind === 'progressNoteAdded');
  return { closingNote: closingNote ?? '', progressNote: progress?.kind === 'progressNoteAdded' ? progress.text : '' };
}

interface Writing {
  readonly fact: Fact;
  readonly told: Told;
  readonly setting: NoticeSetting;
  readonly more: Partial<Record<FieldName, string>>;
}

/** Nothing for a citizen who wants a call, a letter or no word at all, or when the city has no words for it. */
function noticeTo(recipient: Recipient, current: Case, { fact, told, setting, more }: Writing): readonly CitizenNotice[] {
  const { catalogue, at, surveyLink } = setting;
  const form = formFor(recipient);
  const [template] = form === null || form === 'letter' ? [] : templatesFor(catalogue.templates, told.event, form);
  if (!template || form === null || form === 'letter') return [];
  const language = template.body[languageOf(recipient)] ? languageOf(recipient) : 'en';
  const extra = told.event === 'survey' ? { ...more, surveyLink: surveyLink(current, recipient) } : more;
  const values = correspondenceFields({ case: current, catalogue, recipient, language, at, signedBy: null, given: extra });
  const filled = fillTemplate(template, language, values);
  if (!filled.ok) return [];
  const { person, trackingNumber } = recipient;
  return [
    {
      caseId: current.id,
      key: `${fact.id} ${trackingNumber} ${form === 'email' ? person.email.toLowerCase() : person.phone}`,
      args: {
        method: form,
        templateCode: template.code,
        templateVersion: template.version,
        ...{ language, trackingNumber, toName: person.name, toAddress: form === 'email' ? person.email : person.phone },
        subject: filled.message.subject,
        body: form === 'text' ? textMessageOf(filled.message).text : bodyText(filled.message),
        isAutomatic: true,
      },
    },
  ];
}
