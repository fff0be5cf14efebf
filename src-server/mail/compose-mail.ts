import MailComposer from 'nodemailer/lib/mail-composer';
import type { ClaimedMessage } from './message.ts';

/** Who a mail is from. */
export interface Sender {
  /** May be empty. */
  readonly name: string;
  readonly address: string;
}

/**
 * A mail as it goes over the wire. The same message gives the same bytes at every try: same Message-ID, date and boundaries.
 *
 * It says that a machine wrote it, so that no holiday notice answers (RFC 3834).
 */
export function composeMail(message: ClaimedMessage, from: Sender): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    to: { name: '', address: message.address },
    subject: message.subject,
    text: message.text,
    ...(message.html === null ? {} : { html: message.html }),
    attachments: message.attachments.map(({ name, mediaType, base64 }) => ({ filename: name, contentType: mediaType, content: Buffer.from(base64, 'base64') })),
    messageId: `<${message.messageId}>`,
    date: new Date(message.createdAt),
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    baseBoundary: message.messageId.slice(0, 40),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
