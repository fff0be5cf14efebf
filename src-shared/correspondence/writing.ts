/** A letter, mail or text as it was written: laid out from what stands on the case, the same today and in a year. */
import type { Catalogue } from '../catalogue/catalogue.ts';
import { tellsAgency } from '../commands/correspond.ts';
import type { Case } from '../domain/case-document.ts';
import { evolveAll } from '../domain/evolve.ts';
import type { FactOf } from '../domain/fact.ts';
import type { UtcMs } from '../util/time.ts';
import { correspondenceFields } from './correspondence-fields.ts';
import type { FilledMessage } from './fill-template.ts';
import { recipientsOf, type Recipient } from './recipients.ts';
import { type FieldValues } from './template-field.ts';

/** What a person wrote to one citizen. */
export type Writing = Pick<FactOf<'correspondenceSent'>, 'method' | 'templateCode' | 'templateVersion' | 'language' | 'trackingNumber' | 'toName' | 'toAddress' | 'subject' | 'body'>;

export interface WritingSource {
  /** The case when it was written. */
  readonly case: Case;
  readonly catalogue: Catalogue;
  readonly writing: Writing;
  readonly at: UtcMs;
  /** Staff id; null: nobody signs, the city wrote by itself. */
  readonly signedBy: string | null;
}

/** The text as a message to lay out. One that names the agency the citizen was sent to is a referral, whatever it was made from. */
export function messageOfWriting({ case: current, catalogue, writing }: Pick<WritingSource, 'case' | 'catalogue' | 'writing'>): FilledMessage {
  const { method: form, templateCode, templateVersion, language, subject, body } = writing;
  const isReferral = current.referral !== null && tellsAgency(current.referral, body);
  const template = catalogue.templates.find(({ code }) => code === templateCode);
  return {
    ...{ templateCode: templateCode ?? '', templateVersion: templateVersion ?? 0, form, language, subject },
    event: isReferral ? 'referred' : template?.event === 'referred' ? null : (template?.event ?? null),
    paragraphs: body.replace(/\r\n?/g, '\n').split(/\n{2,}/).map((paragraph) => paragraph.trim()).filter((paragraph) => paragraph !== ''),
  };
}

/** What stands around the text: city, department, signature, date, number, and the name and address it went to. */
export function valuesOfWriting({ case: current, catalogue, writing, at, signedBy }: WritingSource): FieldValues {
  const { language, toName, toAddress, method } = writing;
  const values = correspondenceFields({ case: current, catalogue, recipient: recipientOf(current, writing), language, at, signedBy });
  return { ...values, citizenName: toName, ...(method === 'letter' ? { citizenAddress: toAddress } : {}) };
}

/** Whom it went to; somebody who is not on the case any more under that name keeps name and number. */
function recipientOf(current: Case, { trackingNumber, toName, language }: Writing): Recipient {
  const ofNumber = recipientsOf(current).filter((recipient) => recipient.trackingNumber === trackingNumber);
  const known = ofNumber.find(({ person }) => person.name === toName) ?? ofNumber[0];
  if (known) return known;
  const person = { name: toName, phone: '', email: '', address: '', language, preference: 'none' as const, needs: '' };
  return { role: 'requester', person, trackingNumber, pin: null, receivedAt: current.receivedAt };
}

/** The case as it was when a fact of its history was stated: what a letter said then is said again the same. Null: no such fact. */
export function caseBefore(current: Case, factId: string): Case | null {
  const index = current.history.findIndex(({ id }) => id === factId);
  return index < 0 ? null : evolveAll(current.id, null, current.history.slice(0, index));
}
