import { unreachable } from '../../src-shared/util/unreachable.ts';

/**
 * Why a message was not sent. Stored as `code` or `code detail`; the detail is a status number or an error's code, never words of
 * another program: those repeat addresses.
 */
export const PROBLEM_CODES = [
  // of the message
  'recipientRefused',
  'recipientBusy',
  'messageRefused',
  'tooLarge',
  'expired',
  'inDoubt',
  'unsendable',
  // never tried
  'badAddress',
  'noAddress',
  'wantsNone',
  'restored',
  // of the way it takes
  'cannotConnect',
  'connectionLost',
  'notEncrypted',
  'notAuthenticated',
  'senderRefused',
  'serverBusy',
  'protocol',
  'gatewayMissing',
  'folderNotWritable',
  'stopped',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A code and what is known beside it, as it is stored. */
export function problemText(code: ProblemCode, detail: string | number | null = null): string {
  return detail === null ? code : `${code} ${detail}`;
}

export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string | null;
}

/** Reads what `problemText` wrote; null for anything else. */
export function readProblem(text: string | null): Problem | null {
  const [first = '', ...rest] = (text ?? '').split(' ');
  const code = PROBLEM_CODES.find((known) => known === first);
  return code === undefined ? null : { code, detail: rest.length === 0 ? null : rest.join(' ') };
}

/** What happened and what to do next, for staff and for whoever looks after the server. */
export function problemSentence({ code, detail }: Problem): string {
  const sentence = sentenceOf(code);
  return detail === null ? sentence : sentence.replace(/\.(?= |$)/, ` (${detail}).`);
}

function sentenceOf(code: ProblemCode): string {
  switch (code) {
    case 'recipientRefused':
      return 'The receiving mail server or gateway refused this address. Check it with the person, correct it, and tell them by another way.';
    case 'recipientBusy':
      return 'The receiving mail server asked to try later. It is tried again by itself.';
    case 'messageRefused':
      return 'The mail server or gateway refused the message itself. Tell your IT office; its log says why.';
    case 'tooLarge':
      return 'The message is larger than the mail server or gateway takes. Tell your IT office.';
    case 'expired':
      return 'It could not be sent while it was worth sending. Send it again if it still is.';
    case 'inDoubt':
      return 'It was cut off several times at the very end and may have arrived. Ask the person before it is sent again.';
    case 'unsendable':
      return 'It could not be made into a message. Tell your IT office.';
    case 'badAddress':
      return 'The address cannot be one. Correct it where it was entered, and tell the person by another way.';
    case 'noAddress':
      return 'No address is known for this person. Tell them by another way.';
    case 'wantsNone':
      return 'The person wants no notices.';
    case 'restored':
      return 'The server’s database was restored from a backup, and this may have been sent before. Send it again only when you know it was not.';
    case 'cannotConnect':
      return 'The mail server or gateway cannot be reached. It is tried again by itself; if it lasts, check the address the server was given.';
    case 'connectionLost':
      return 'The connection broke off. It is tried again by itself.';
    case 'notEncrypted':
      return 'The connection could not be encrypted, and nothing was sent. Check the mail server’s certificate and its name.';
    case 'notAuthenticated':
      return 'The mail server or gateway does not accept our user name, password or token. Correct them where the server is started.';
    case 'senderRefused':
      return 'The mail server does not let us send under this sender address. Correct the mail server’s rights or the sender address.';
    case 'serverBusy':
      return 'The mail server or gateway is busy. It is tried again by itself.';
    case 'protocol':
      return 'The mail server or gateway answered something that cannot be understood. Check the address the server was given.';
    case 'gatewayMissing':
      return 'There is no message gateway at the address the server was given. Correct it where the server is started.';
    case 'folderNotWritable':
      return 'The folder for mails cannot be written. Give the server’s account the right to it, or choose another.';
    case 'stopped':
      return 'The server was stopped while it was sending. It is tried again by itself.';
    default:
      return unreachable(code);
  }
}
