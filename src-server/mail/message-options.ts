import path from 'node:path';
import type { Sender } from './compose-mail.ts';
import type { GatewaySettings } from './gateway-channel.ts';
import { readSender } from './sender-address.ts';
import { isThisComputer, readSmtpUrl, type SmtpSettings } from './smtp-settings.ts';

/** Where messages go. What is null is not set: its messages wait. */
export interface MessageOptions {
  readonly smtp: SmtpSettings | null;
  readonly gateway: GatewaySettings | null;
  /** Absolute; takes what has no mail server or gateway. */
  readonly folder: string | null;
  /** Null only when nothing sends mail. */
  readonly from: Sender | null;
}

/** The command line's values, by option. */
interface Given {
  readonly 'smtp-url'?: string | undefined;
  readonly 'mail-from'?: string | undefined;
  readonly 'message-gateway-url'?: string | undefined;
  readonly 'mail-folder'?: string | undefined;
}

/** Of mails in a folder, when nobody has said who they are from. */
const FOLDER_SENDER: Sender = { name: 'Portreeve', address: 'portreeve@localhost' };

/** Reads command line and environment, the command line first; a sentence when something is wrong, without anything secret in it. */
export function readMessageOptions(given: Given, env: NodeJS.ProcessEnv): MessageOptions | string {
  const smtpUrl = given['smtp-url'] ?? env['PORTREEVE_SMTP_URL'] ?? '';
  const fromText = given['mail-from'] ?? env['PORTREEVE_MAIL_FROM'] ?? '';
  const smtp = smtpUrl === '' ? null : readSmtpUrl(smtpUrl);
  if (typeof smtp === 'string') return smtp;
  const from = fromText === '' ? null : readSender(fromText);
  if (fromText !== '' && from === null) return 'The sender of mails must be one address, like City of Example <no-reply@city.example>: --mail-from or PORTREEVE_MAIL_FROM.';
  if (smtp !== null && from === null) return 'Say who mails are from, when there is a mail server: --mail-from or PORTREEVE_MAIL_FROM.';
  if (smtp !== null && given['mail-folder'] !== undefined) return 'Give a mail server or --mail-folder, not both: a mail goes one way only.';
  const gateway = readGateway(given['message-gateway-url'] ?? env['PORTREEVE_MESSAGE_GATEWAY_URL'] ?? '', env['PORTREEVE_MESSAGE_GATEWAY_TOKEN'] ?? '');
  if (typeof gateway === 'string') return gateway;
  const folder = given['mail-folder'] === undefined ? null : path.resolve(given['mail-folder']);
  return { smtp, gateway, folder, from: from ?? (folder === null ? null : FOLDER_SENDER) };
}

function readGateway(text: string, token: string): GatewaySettings | null | string {
  if (text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isRight = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisComputer(url.hostname));
  if (url === null || !isRight || url.username !== '' || url.password !== '') {
    return 'The message gateway’s address must begin with https:// (http:// only on this computer) and hold no password; its token is PORTREEVE_MESSAGE_GATEWAY_TOKEN.';
  }
  if (/[^\u0021-\u007e]/.test(token)) return 'PORTREEVE_MESSAGE_GATEWAY_TOKEN has a character that cannot be sent. Copy the token again.';
  return { url: url.href, token: token === '' ? null : token };
}
