/** What stands on a case as sent by mail or text, as the message that really goes out: pure. */
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { emailText } from '../../src-shared/correspondence/email-text.ts';
import { messageOfWriting, valuesOfWriting } from '../../src-shared/correspondence/writing.ts';
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
  const source = { case: current, catalogue, writing: fact, at: fact.at, signedBy: fact.isAutomatic ? null : fact.by };
  return emailText(messageOfWriting(source), valuesOfWriting(source));
}
