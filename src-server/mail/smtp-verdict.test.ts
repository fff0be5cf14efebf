import { describe, expect, test } from 'vitest';
import { type ContentSeen, type SmtpError, STOPPED } from './smtp-session.ts';
import { smtpVerdict } from './smtp-verdict.ts';

/** `giveUp recipientRefused 550 5.1.1`, with `?` when it may have arrived. */
function said(error: SmtpError, content: ContentSeen = 'notBegun'): string {
  const verdict = smtpVerdict(error, content);
  if (verdict.kind === 'sent') return 'sent';
  const doubt = verdict.kind === 'tryLater' && verdict.isInDoubt ? '?' : '';
  return [`${verdict.kind}${doubt}`, verdict.code, verdict.detail].filter((part) => part !== null).join(' ');
}

const reply = (command: string, response: string, code = 'EENVELOPE'): SmtpError => ({ code, command, response, responseCode: Number(response.slice(0, 3)) });

describe('what a mail server answers', () => {
  test.each([
    ['RCPT TO', '550 5.1.1 <maria@city.example> User unknown', 'giveUp recipientRefused 550 5.1.1'],
    ['RCPT TO', '552 5.2.2 Mailbox full', 'giveUp recipientRefused 552 5.2.2'],
    ['RCPT TO', '450 4.2.0 Greylisted', 'tryLater recipientBusy 450 4.2.0'],
    ['RCPT TO', '451 Try again', 'tryLater recipientBusy 451'],
    ['RCPT TO', '530 5.7.0 Authentication required', 'closed notAuthenticated 530 5.7.0'],
    ['RCPT TO', '421 4.7.0 Too many', 'closed serverBusy 421 4.7.0'],
    ['MAIL FROM', '553 5.7.1 Sender rejected', 'closed senderRefused 553 5.7.1'],
    ['MAIL FROM', '451 4.3.0 Later', 'closed serverBusy 451 4.3.0'],
    ['MAIL FROM', '552 5.3.4 Too big', 'giveUp tooLarge 552 5.3.4'],
    ['MAIL FROM', '530-5.7.0 Must issue a STARTTLS command first', 'closed notAuthenticated 530 5.7.0'],
    ['DATA', '554 5.6.0 Refused', 'giveUp messageRefused 554 5.6.0'],
    ['DATA', '452 4.3.1 No room', 'tryLater recipientBusy 452 4.3.1'],
    ['DATA', '552 5.3.4 Too big', 'giveUp tooLarge 552 5.3.4'],
    ['AUTH PLAIN', '454 4.7.0 Later', 'closed serverBusy 454 4.7.0'],
  ])('%s %s', (command, response, verdict) => {
    expect(said(reply(command, response))).toBe(verdict);
    expect(verdict).not.toContain('@');
  });

  test('a clear no after the last byte is no doubt', () => {
    expect(said(reply('DATA', '554 5.7.1 Spam', 'EMESSAGE'), 'whole')).toBe('giveUp messageRefused 554 5.7.1');
  });
});

describe('what goes wrong on the way', () => {
  test('a greeting that says no is a server that takes no mail at all', () => {
    expect(said(reply('CONN', '554 No SMTP here', 'EPROTOCOL'))).toBe('closed cannotConnect 554');
  });

  test.each<[SmtpError, ContentSeen, string]>([
    [{ code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }, 'notBegun', 'closed cannotConnect ECONNREFUSED'],
    [{ code: 'EDNS', originalCode: 'ENOTFOUND', command: 'CONN' }, 'notBegun', 'closed cannotConnect ENOTFOUND'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'notBegun', 'closed cannotConnect ETIMEDOUT'],
    [{ code: 'ESOCKET', originalCode: 'DEPTH_ZERO_SELF_SIGNED_CERT', command: 'CONN' }, 'notBegun', 'closed notEncrypted DEPTH_ZERO_SELF_SIGNED_CERT'],
    [{ code: 'ETLS', command: 'STARTTLS' }, 'notBegun', 'closed notEncrypted ETLS'],
    [{ code: 'EAUTH', command: 'API' }, 'notBegun', 'closed notAuthenticated EAUTH'],
    [{ code: 'EPROTOCOL', command: 'CONN' }, 'notBegun', 'closed protocol'],
    [{ code: 'EENVELOPE', command: 'API' }, 'notBegun', 'giveUp unsendable'],
    [{ code: 'EMESSAGE', command: 'MAIL FROM' }, 'notBegun', 'giveUp tooLarge'],
    [{ code: 'ECONNECTION', command: 'CONN' }, 'begun', 'tryLater connectionLost ECONNECTION'],
    [{ code: 'ETIMEDOUT', command: 'CONN' }, 'whole', 'tryLater? connectionLost ETIMEDOUT'],
    [STOPPED, 'notBegun', 'closed stopped'],
    [STOPPED, 'begun', 'tryLater stopped'],
    [STOPPED, 'whole', 'tryLater? stopped'],
    [{}, 'notBegun', 'closed cannotConnect'],
  ])('%j, content %s: %s', (error, content, verdict) => {
    expect(said(error, content)).toBe(verdict);
  });
});
