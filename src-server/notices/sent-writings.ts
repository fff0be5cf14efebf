/** What stands on a case as sent by mail or text, as the message that really goes out: pure. */
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { correspondenceFields } from '../../src-shared/correspondence/correspondence-fields.ts';
import { emailText } from '../../src-shared/correspondence/email-text.ts';
import { recipientsOf } from '../../src-shared/correspondence/recipients.ts';
import { emptyFieldValues } from '../../src-shared/correspondence/template-field.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { Fact, FactOf } from '../../src-shared/domain/fact.ts';
import type { OutgoingMessage } from '../mail/message.ts';
import { addressRecipient } from '../mail/recipient-key.ts';

/** The message of a fact `correspondenceSent`; none for letters, which are paper, and for every other fact. */
export function sentWriting(fact: Fact, current: Case, catalogue: Catalogue): readonly OutgoingMessage[] {
  if (fact.kind !== 'correspondenceSent' || fact.method === 'letter') return [];
  const { method, toAddress } = fact;
  return [
    {
      eventKey: `writing:${fact.id}`,
      recipientKey: addressRecipient(method, toAddress),
      ...{ method, address: toAddress, caseId: current.id, attachments: [] },
      ...(method === 'email' ? emailOf(fact, current, catalogue) : { subject: '', text: fact.body, html: null }),
    },
  ];
}

function emailOf(fact: FactOf<'correspondenceSent'>, current: Case, catalogue: Catalogue): Pick<OutgoingMessage, 'subject' | 'text' | 'html'> {
  const { language, at, trackingNumber, templateCode, templateVersion, subject, body, isAutomatic } = fact;
  const recipient = recipientsOf(current).find((each) => each.trackingNumber === trackingNumber);
  const signedBy = isAutomatic ? null : fact.by;
  const values = recipient ? correspondenceFields({ case: current, catalogue, recipient, language, at, signedBy }) : emptyFieldValues();
  const paragraphs = body.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return emailText({ templateCode: templateCode ?? '', templateVersion: templateVersion ?? 0, event: null, form: 'email', language, subject, paragraphs }, values);
}
