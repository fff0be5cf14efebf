/** The sender over a real mail server. What it does when a process is killed: `killed-server.pg.test.ts`. */
import { afterEach, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src-shared/util/time.ts';
import { openPool } from '../db/pool.ts';
import { silentLog } from '../log.ts';
import { useDatabase } from '../testing/use-database.ts';
import { OpenChannel } from './channel.ts';
import { messageHealth } from './message-health.ts';
import { type MessageSender, startMessageSender } from './message-sender.ts';
import { smtpChannel } from './smtp-channel.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import type { TrustOptions } from './smtp-session.ts';
import { type MailServer, type MailServerOptions, startMailServer } from './testing/mail-server.ts';
import { letClaimsEnd, letTimePass, messageTo, outbox, queue, until, untilOutbox, untilPutBack } from './testing/messages.ts';
import { selfSigned } from './testing/self-signed.ts';

const FROM = { name: 'City of Testville', address: 'no-reply@testville.example' };
const database = useDatabase();
const pool = () => database().pool;
const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
  await pool().query('TRUNCATE message_outbox');
});

async function mailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const server = await startMailServer(options);
  cleanUp.push(() => server.stop());
  return server;
}

function channelTo(port: number, more: Partial<SmtpSettings> = {}, trust: TrustOptions = {}): OpenChannel {
  return new OpenChannel(smtpChannel({ host: 'localhost', port, encryption: 'whenOffered', login: null, ...more }, FROM, trust));
}

function send(channel: OpenChannel, more: { readonly leaseMs?: number; readonly graceMs?: number } = {}): MessageSender {
  const sender = startMessageSender({ pool: pool(), log: silentLog() }, { channels: [channel], lookEveryMs: 20, ...more });
  cleanUp.push(() => sender.stop());
  return sender;
}

describe('a mail', () => {
  test('arrives with both its texts and its files, says that a machine wrote it, and is sent', async () => {
    const server = await mailServer();
    const base64 = Buffer.from('Number;Überfällig\r\n48-2913-5067;3\r\n').toString('base64');
    await queue(pool(), messageTo(1, { subject: 'Overdue – 23 November', attachments: [{ name: 'overdue.csv', mediaType: 'text/csv; charset=utf-8', base64 }] }));
    send(channelTo(server.port));
    const [row] = await untilOutbox(pool(), 'sent');
    expect(row).toMatchObject({ tries: 1, problem: null });
    const [mail] = server.taken;
    expect(mail).toMatchObject({ to: 'person1@city.example', from: 'no-reply@testville.example', messageId: row?.messageId, isEncrypted: false });
    expect(mail?.messageId).toMatch(/^[0-9a-f]{40}@testville\.example$/);
    for (const part of ['From: City of Testville <no-reply@testville.example>', 'Auto-Submitted: auto-generated', 'Content-Type: text/plain', 'Content-Type: text/html', 'filename=overdue.csv', base64.slice(0, 40)]) {
      expect(mail?.raw).toContain(part);
    }
    expect(mail?.raw).toMatch(/^Subject: =\?UTF-8\?Q\?Overdue_=E2=80=93_23_November\?=\r$/m);
  });

  test('is the same to the byte at every try', async () => {
    const answers = ['451 4.3.0 Try again', null];
    const server = await mailServer({ onMail: () => answers.shift() });
    await queue(pool(), messageTo(1, { attachments: [{ name: 'a.csv', mediaType: 'text/csv', base64: 'YQ==' }] }));
    send(channelTo(server.port));
    await untilOutbox(pool(), 'failed');
    await letTimePass(pool(), 2 * MINUTE_MS);
    await untilOutbox(pool(), 'sent');
    expect(server.taken.map(({ raw }) => raw)).toEqual([server.taken[0]?.raw, server.taken[0]?.raw]);
  });
});

describe('what the mail server says', () => {
  test('greylisted (451), it is tried again after a minute and taken then', async () => {
    const answers = ['451 4.7.1 Greylisted, come back', null];
    const server = await mailServer({ onRecipient: () => answers.shift() });
    await queue(pool(), messageTo(1));
    send(channelTo(server.port));
    const [waiting] = await untilOutbox(pool(), 'failed');
    expect(waiting).toMatchObject({ tries: 1, doubts: 0, problem: 'recipientBusy 451 4.7.1' });
    expect(waiting?.waitMs).toBeGreaterThan(0.8 * MINUTE_MS);
    expect(server.taken).toEqual([]);
    await letTimePass(pool(), 2 * MINUTE_MS);
    expect(await untilOutbox(pool(), 'sent')).toMatchObject([{ tries: 2, problem: null }]);
    expect(server.taken).toHaveLength(1);
  });

  test('an unknown recipient (550) is given up with the reason, and the others are sent', async () => {
    const server = await mailServer({ onRecipient: (address) => (address.startsWith('person1@') ? '550 5.1.1 <person1@city.example> unknown' : null) });
    await queue(pool(), messageTo(1));
    await queue(pool(), messageTo(2));
    send(channelTo(server.port));
    expect(await untilOutbox(pool(), 'givenUp', 'sent')).toMatchObject([{ problem: 'recipientRefused 550 5.1.1' }, {}]);
    await letTimePass(pool(), HOUR_MS);
    expect(await untilOutbox(pool(), 'givenUp', 'sent')).toMatchObject([{ tries: 1 }, { tries: 1 }]);
  });

  test('a message it refuses (554) is given up; one that is too large is not even sent', async () => {
    const server = await mailServer({ sizeBytes: 20_000, onMail: () => '554 5.7.1 Looks like spam' });
    await queue(pool(), messageTo(1));
    await queue(pool(), messageTo(2, { text: 'x'.repeat(30_000) }));
    send(channelTo(server.port));
    const rows = await untilOutbox(pool(), 'givenUp', 'givenUp');
    expect(rows.map(({ problem }) => problem)).toEqual(['messageRefused 554 5.7.1', 'tooLarge']);
    expect(server.taken).toHaveLength(1);
  });

  test('a sender it does not let through stops the way, not the messages', async () => {
    const server = await mailServer({ onSender: () => '553 5.7.1 Not your address' });
    const channel = channelTo(server.port);
    await queue(pool(), messageTo(1));
    send(channel);
    expect(await untilOutbox(pool(), 'waiting')).toMatchObject([{ tries: 0 }]);
    await untilPutBack(pool());
    expect((await messageHealth(pool(), [channel])).problem).toBe(
      '1 email waits. The mail server does not let us send under this sender address (553 5.7.1). Correct the mail server’s rights or the sender address.',
    );
  });
});

describe('a mail server that is away', () => {
  test('costs no message a try, is said, and everything is sent when it is back', async () => {
    const away = await mailServer();
    await away.stop();
    const channel = channelTo(away.port);
    for (const n of [1, 2, 3]) await queue(pool(), messageTo(n));
    const sender = send(channel);
    await untilPutBack(pool());
    expect(channel.trouble).toMatchObject({ code: 'cannotConnect', detail: 'ECONNREFUSED' });
    expect((await messageHealth(pool(), [channel])).problem).toMatch(/^3 emails wait\. The mail server or gateway cannot be reached \(ECONNREFUSED\)\. It is tried again by itself/);
    const server = await mailServer({ port: away.port });
    await letTimePass(pool(), HOUR_MS);
    channel.worked(); // its pause is over
    sender.wake();
    expect((await untilOutbox(pool(), 'sent', 'sent', 'sent')).map(({ tries }) => tries)).toEqual([1, 1, 1]);
    expect(server.taken).toHaveLength(3);
    expect((await messageHealth(pool(), [channel])).problem).toBeNull();
  });

  test('one that asks to come back later (421) is left alone', async () => {
    const server = await mailServer({ onRecipient: () => '421 4.3.2 Closing' });
    const channel = channelTo(server.port);
    await queue(pool(), messageTo(1));
    send(channel);
    await untilPutBack(pool());
    expect(channel.trouble).toMatchObject({ code: 'serverBusy', detail: '421 4.3.2' });
    expect(channel.pauseLeftMs).toBeGreaterThan(0);
    expect(await untilOutbox(pool(), 'waiting')).toMatchObject([{ tries: 0 }]);
  });
});

describe('encryption and sign-in', () => {
  const identity = selfSigned();

  test('STARTTLS is used when it is offered', async () => {
    const server = await mailServer({ tls: identity });
    await queue(pool(), messageTo(1));
    send(channelTo(server.port, {}, { ca: identity.cert }));
    await untilOutbox(pool(), 'sent');
    expect(server.taken).toMatchObject([{ isEncrypted: true }]);
  });

  test('with user and password', async () => {
    const login = { user: 'portreeve', password: 'p@ss word' };
    const server = await mailServer({ tls: identity, login });
    await queue(pool(), messageTo(1));
    send(channelTo(server.port, { login, encryption: 'required' }, { ca: identity.cert }));
    await untilOutbox(pool(), 'sent');
    expect(server.taken).toMatchObject([{ isEncrypted: true, user: 'portreeve' }]);
  });

  test('TLS from the first byte', async () => {
    const server = await mailServer({ tls: { ...identity, isImplicit: true } });
    await queue(pool(), messageTo(1));
    send(channelTo(server.port, { encryption: 'implicit' }, { ca: identity.cert }));
    await untilOutbox(pool(), 'sent');
    expect(server.taken).toMatchObject([{ isEncrypted: true }]);
  });

  test.each<[string, MailServerOptions, Partial<SmtpSettings>, string]>([
    ['a certificate nobody vouches for, by STARTTLS', { tls: identity }, {}, 'notEncrypted'],
    ['the same from the first byte', { tls: { ...identity, isImplicit: true } }, { encryption: 'implicit' }, 'notEncrypted'],
    ['no STARTTLS where it is required', {}, { encryption: 'required' }, 'notEncrypted'],
    ['a wrong password', { login: { user: 'portreeve', password: 'right' } }, { login: { user: 'portreeve', password: 'wrong' } }, 'notAuthenticated'],
    ['no password where one is wanted', { login: { user: 'portreeve', password: 'right' } }, {}, 'notAuthenticated'],
  ])('%s: nothing is sent, and health says why', async (_name, options, settings, code) => {
    const server = await mailServer(options);
    const channel = channelTo(server.port, settings);
    await queue(pool(), messageTo(1));
    send(channel);
    await untilPutBack(pool());
    expect(channel.trouble).toMatchObject({ code });
    expect(await untilOutbox(pool(), 'waiting')).toMatchObject([{ tries: 0, problem: expect.stringContaining(code) }]);
    expect(server.taken).toEqual([]);
  });
});

describe('several servers', () => {
  test('three at once send each of a hundred messages exactly once', async () => {
    const server = await mailServer();
    for (let n = 0; n < 100; n += 1) await queue(pool(), messageTo(n));
    const pools = [1, 2, 3].map(() => openPool(database().url));
    cleanUp.push(() => Promise.all(pools.map((each) => each.end())));
    for (const each of pools) {
      const sender = startMessageSender({ pool: each, log: silentLog() }, { channels: [channelTo(server.port)], lookEveryMs: 20 });
      cleanUp.push(() => sender.stop());
    }
    const rows = await untilOutbox(pool(), ...Array.from({ length: 100 }, () => 'sent'));
    expect(rows.every(({ tries }) => tries === 1)).toBe(true);
    expect(server.taken).toHaveLength(100);
    expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(100);
  });

  test('one that was cut off in the middle leaves its message to another, under the same Message-ID and to the byte', async () => {
    const stuck = await mailServer({ onMail: () => new Promise<null>(() => undefined) });
    const server = await mailServer();
    await queue(pool(), messageTo(1));
    send(new OpenChannel({ ...channelTo(stuck.port).channel, lanes: 1 }), { graceMs: 0 }); // the one lane of a server that hangs
    await until(() => stuck.taken.length === 1);
    send(channelTo(server.port));
    expect(await outbox(pool())).toMatchObject([{ state: 'sending', tries: 1 }]);
    await letClaimsEnd(pool());
    expect(await untilOutbox(pool(), 'sent')).toMatchObject([{ tries: 2, doubts: 1 }]);
    expect(server.taken.map(({ raw }) => raw)).toEqual([stuck.taken[0]?.raw]);
  });
});

describe('doubt', () => {
  test('a mail server that dies before it has confirmed: nobody knows, and that is kept', async () => {
    const server: MailServer = await mailServer({ onMail: () => server.cut() });
    await queue(pool(), messageTo(1));
    send(channelTo(server.port));
    expect(await untilOutbox(pool(), 'failed')).toMatchObject([{ tries: 1, doubts: 1, problem: expect.stringMatching(/^connectionLost/) }]);
    expect(server.taken).toHaveLength(1);
  });

  test('a connection that breaks after the last byte is in doubt: tried again three times, then given up', async () => {
    let cut: () => void = () => undefined;
    const server = await mailServer({ onMail: () => new Promise(() => cut()) });
    await queue(pool(), messageTo(1));
    const channel = channelTo(server.port);
    for (const [at, state] of [[1, 'failed'], [2, 'failed'], [3, 'failed'], [4, 'givenUp']] as const) {
      const sender = startMessageSender({ pool: pool(), log: silentLog() }, { channels: [channel], lookEveryMs: 20, graceMs: 0 });
      const isCut = new Promise<void>((resolve) => (cut = () => void sender.stop().then(resolve)));
      await isCut;
      expect(await outbox(pool())).toMatchObject([{ state, tries: at, doubts: at }]);
      await letTimePass(pool(), 2 * HOUR_MS);
    }
    expect(await outbox(pool())).toMatchObject([{ problem: 'inDoubt stopped' }]);
    expect(new Set(server.taken.map(({ raw }) => raw)).size).toBe(1);
  });
});

describe('too late', () => {
  test('what could not be sent in five days is given up, with a mail server and without', async () => {
    const away = await mailServer();
    await away.stop();
    await queue(pool(), messageTo(1));
    await queue(pool(), messageTo(2, { method: 'text', address: '+1 555 010 0142' }));
    await queue(pool(), messageTo(3, { worthSendingForMs: 10 * DAY_MS }));
    await letTimePass(pool(), 5 * DAY_MS);
    send(new OpenChannel(smtpChannel({ host: 'localhost', port: away.port, encryption: 'off', login: null }, FROM)));
    const [first, second, third] = await untilOutbox(pool(), 'givenUp', 'givenUp', 'waiting');
    expect([first?.problem?.split(' ')[0], second?.problem, third?.tries]).toEqual(['expired', 'expired', 0]);
    expect((await messageHealth(pool(), [])).givenUp).toBe(2);
  });
});
