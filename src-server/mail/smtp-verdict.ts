import type { SendVerdict } from './channel.ts';
import type { ProblemCode } from './problem-code.ts';
import { type ContentSeen, type SmtpError, STOPPED } from './smtp-session.ts';

/** Replies that say: sign in, or encrypt, first (RFC 4954, 3207). */
const ASKS_TO_SIGN_IN = new Set([530, 534, 535, 538]);
const SIZE_EXCEEDED = new Set([523, 552]);

type Detail = string | null;

/**
 * What follows from a failed delivery. The question each time: is it this message, or is it the way? A refused recipient must not stop
 * the mails of all others, and a mail server that is down must not use up the tries of every mail.
 */
export function smtpVerdict(error: SmtpError, content: ContentSeen): SendVerdict {
  const detail = detailOf(error);
  if (content !== 'notBegun' && error.responseCode === undefined) {
    return { kind: 'tryLater', code: error === STOPPED ? 'stopped' : 'connectionLost', detail, isInDoubt: content === 'whole' };
  }
  if (error === STOPPED) return { kind: 'closed', code: 'stopped', detail: null, afterMs: 0 };
  if (error.responseCode === 421) return closed('serverBusy', detail);
  switch (error.command) {
    case 'MAIL FROM':
      return ofSender(error, detail);
    case 'RCPT TO':
      return ofRecipient(error, detail);
    case 'DATA':
      return ofContent(error, detail);
    default:
      return ofConnection(error, detail);
  }
}

function ofSender({ code, responseCode = 0 }: SmtpError, detail: Detail): SendVerdict {
  if (code === 'EMESSAGE' || SIZE_EXCEEDED.has(responseCode)) return giveUp('tooLarge', detail);
  if (ASKS_TO_SIGN_IN.has(responseCode)) return closed('notAuthenticated', detail);
  return closed(responseCode >= 500 ? 'senderRefused' : 'serverBusy', detail);
}

function ofRecipient({ responseCode = 0 }: SmtpError, detail: Detail): SendVerdict {
  if (ASKS_TO_SIGN_IN.has(responseCode)) return closed('notAuthenticated', detail);
  return responseCode >= 500 ? giveUp('recipientRefused', detail) : tryLater('recipientBusy', detail);
}

function ofContent({ responseCode = 0 }: SmtpError, detail: Detail): SendVerdict {
  if (SIZE_EXCEEDED.has(responseCode)) return giveUp('tooLarge', detail);
  return responseCode >= 500 ? giveUp('messageRefused', detail) : tryLater('recipientBusy', detail);
}

function ofConnection({ code, responseCode = 0 }: SmtpError, detail: Detail): SendVerdict {
  if (responseCode >= 400 && responseCode < 500) return closed('serverBusy', detail);
  switch (code) {
    case 'EAUTH':
      return closed('notAuthenticated', detail);
    case 'ETLS':
      return closed('notEncrypted', detail);
    case 'EENVELOPE':
      return giveUp('unsendable', detail); // refused by the library: an address it cannot put on the wire
    case 'EPROTOCOL':
      return closed(responseCode >= 500 ? 'cannotConnect' : 'protocol', detail);
    default:
      return closed(isOfCertificate(detail) ? 'notEncrypted' : 'cannotConnect', detail);
  }
}

/** Names OpenSSL and Node give to certificates that are not believed. */
function isOfCertificate(detail: Detail): boolean {
  return detail !== null && /CERT|ERR_SSL|ERR_TLS|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER/.test(detail);
}

/** What the library calls a failure to reach somebody, when nothing else has a name for it. */
const OF_THE_WAY = new Set(['EAUTH', 'ECONNECTION', 'EDNS', 'ESOCKET', 'ETIMEDOUT', 'ETLS']);

/** `550 5.1.1`, or a code of Node's. Never words: those of a mail server repeat the address. */
function detailOf({ response, responseCode, originalCode, code }: SmtpError): Detail {
  const status = /^(\d{3})[ -](?:(\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response ?? '');
  if (status !== null) return [status[1], status[2]].filter((part) => part !== undefined).join(' ');
  if (responseCode !== undefined) return String(responseCode);
  if (originalCode !== undefined && /^[A-Z][A-Z0-9_]{2,60}$/.test(originalCode)) return originalCode;
  return code !== undefined && OF_THE_WAY.has(code) ? code : null;
}

function closed(code: ProblemCode, detail: Detail): SendVerdict {
  return { kind: 'closed', code, detail };
}

function giveUp(code: ProblemCode, detail: Detail): SendVerdict {
  return { kind: 'giveUp', code, detail };
}

function tryLater(code: ProblemCode, detail: Detail): SendVerdict {
  return { kind: 'tryLater', code, detail, isInDoubt: false };
}
