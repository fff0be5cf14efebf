/** Which citizens hear what of an event, in which words: pure. */
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { correspondenceFields } from '../../src-shared/correspondence/correspondence-fields.ts';
import { bodyText, fillTemplate } from '../../src-shared/correspondence/fill-template.ts';
import { type CorrespondenceEvent, templatesFor } from '../../src-shared/correspondence/message-template.ts';
import { formFor, isWrittenTo, languageOf, type Recipient, recipientsOf } from '../../src-shared/correspondence/recipients.ts';
import type { FieldName } from '../../src-shared/correspondence/template-field.ts';
import { textMessageOf } from '../../src-shared/correspondence/text-message.ts';
import { workOfWhole } from '../../src-shared/correspondence/work-of-whole.ts';
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
      return { event: 'caseReceived', isStill: (now) => !isInOneBreath(now, fact, 'closed') && !isInOneBreath(now, fact, 'referred'), whom: ({ role }) => role !== 'coReporter' };
    case 'coReporterAdded':
      return { event: 'caseReceived', isStill: always, whom: ({ trackingNumber }) => trackingNumber === fact.trackingNumber };
    case 'progressNoteAdded':
      return { event: 'progress', isStill: ({ closedAt }) => closedAt === null };
    case 'referred':
      return { event: 'referred', isStill: ({ referral }) => referral?.name === fact.agency.name };
    case 'closed':
      return { event: 'closed', isStill: (now) => now.closedAt === fact.at && !isInOneBreath(now, fact, 'referred') };
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

/** Whether one command stated both: somebody answered on the call hears of it once, by what says most. */
function isInOneBreath({ history }: Case, fact: Fact, kind: Fact['kind']): boolean {
  const commandOf = ({ id }: Fact): string | undefined => id.split('.')[0];
  return history.some((other) => other.kind === kind && commandOf(other) === commandOf(fact));
}

/** Whether a member of staff has written to this citizen since: then they know, and hear it no second time (NO-3). */
function isWrittenByHand(current: Case, fact: Fact, recipient: Recipient): boolean {
  const since = current.history.findIndex(({ id }) => id === fact.id);
  if (since < 0 || fact.kind === 'caseOpened' || fact.kind === 'coReporterAdded') return false;
  return current.history.slice(since).some((later) => isWrittenTo(later, recipient, current) && later.kind === 'correspondenceSent' && !later.isAutomatic);
}

/**
 * The notices of one fact. `parts` are the cases merged into this one: their citizens hear of the work too, under their own
 * number. Sealed cases and those of another system's past tell nobody anything by themselves.
 */
export function citizenNotices(fact: Fact, current: Case, parts: readonly Case[], setting: NoticeSetting): readonly CitizenNotice[] {
  const told = toldOf(fact, current);
  if (told === null || current.isSealed || current.source || !told.isStill(current)) return [];
  const own = recipientsOf(current).filter((recipient) => (told.whom?.(recipient) ?? true) && !isWrittenByHand(current, fact, recipient));
  const shared = SHARED.has(told.event) ? parts.filter(({ isSealed }) => !isSealed) : [];
  const work = workOfWhole(current);
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
        event: told.event,
      },
    },
  ];
}
