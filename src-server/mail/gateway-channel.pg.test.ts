import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '../../src-shared/util/time.ts';
import { silentLog } from '../log.ts';
import { useDatabase } from '../testing/use-database.ts';
import { type Channel, OpenChannel } from './channel.ts';
import { folderChannel } from './folder-channel.ts';
import { gatewayChannel } from './gateway-channel.ts';
import { messageHealth } from './message-health.ts';
import { startMessageSender } from './message-sender.ts';
import { letTimePass, messageTo, outbox, queue, untilOutbox, untilPutBack } from './testing/messages.ts';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

const database = useDatabase();
const pool = () => database().pool;
const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
  await pool().query('TRUNCATE message_outbox');
});

/** A gateway on this computer; it keeps what it heard. */
async function gateway(answer: (response: ServerResponse, heard: readonly Heard[]) => void): Promise<{ readonly url: string; readonly heard: Heard[] }> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ headers: request.headers, body: JSON.parse(body) as Record<string, unknown> });
      answer(response, heard);
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  cleanUp.push(() => new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  }));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, heard };
}

function send(channel: Channel): OpenChannel & { again(): Promise<void> } {
  const open = new OpenChannel(channel);
  const sender = startMessageSender({ pool: pool(), log: silentLog() }, { channels: [open], lookEveryMs: 20 });
  cleanUp.push(() => sender.stop());
  return Object.assign(open, {
    /** As if its pause were over. */
    async again() {
      open.worked();
      await letTimePass(pool(), HOUR_MS);
      sender.wake();
    },
  });
}

const end = (status: number, headers: Record<string, string> = {}) => (response: ServerResponse) => void response.writeHead(status, headers).end();
const TEXT = { method: 'text', address: '+1 555 010 0142', subject: '', text: 'Your request 48-2913-5067 is done.', html: null } as const;

describe('the gateway for texts and push', () => {
  test('is told what to send to whom, under an id of its own, with the token', async () => {
    const { url, heard } = await gateway(end(202));
    await queue(pool(), messageTo(1, TEXT));
    await queue(pool(), messageTo(2, { ...TEXT, method: 'push', address: 'device-1', subject: 'Done' }));
    send(gatewayChannel({ url, token: 'secret-token' }));
    const rows = await untilOutbox(pool(), 'sent', 'sent');
    expect(heard.map(({ headers }) => headers['authorization'])).toEqual(['Bearer secret-token', 'Bearer secret-token']);
    const first = heard.find(({ body }) => body['method'] === 'text');
    expect(first?.body).toEqual({ id: rows[0]?.messageId, method: 'text', to: '+1 555 010 0142', title: '', text: TEXT.text, createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
    expect(first?.headers).toMatchObject({ 'idempotency-key': rows[0]?.messageId, 'content-type': 'application/json', 'user-agent': expect.stringMatching(/^Portreeve\//) });
  });

  test('429 with Retry-After: it is left alone for so long, and the message has lost no try', async () => {
    const { url, heard } = await gateway((response, all) => end(all.length === 1 ? 429 : 200, { 'retry-after': '1800' })(response));
    await queue(pool(), messageTo(1, TEXT));
    const channel = send(gatewayChannel({ url, token: null }));
    await untilPutBack(pool());
    expect(channel.trouble).toMatchObject({ code: 'serverBusy', detail: 429 });
    expect(channel.pauseLeftMs).toBeGreaterThan(29 * MINUTE_MS);
    const [row] = await untilOutbox(pool(), 'waiting');
    expect(row?.tries).toBe(0);
    expect(row?.waitMs).toBeGreaterThan(29 * MINUTE_MS);
    expect((await messageHealth(pool(), [channel])).problem).toBe('1 text waits. The mail server or gateway is busy (429). It is tried again by itself.');
    await channel.again();
    expect(await untilOutbox(pool(), 'sent')).toMatchObject([{ tries: 1 }]);
    expect(new Set(heard.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  test.each([
    [422, 'givenUp', 'messageRefused 422'],
    [410, 'givenUp', 'recipientRefused 410'],
    [500, 'failed', 'recipientBusy 500'],
    [409, 'failed', 'recipientBusy 409'],
    [401, 'waiting', 'notAuthenticated 401'],
    [503, 'waiting', 'serverBusy 503'],
    [404, 'waiting', 'gatewayMissing 404'],
  ])('%i: %s', async (status, state, problem) => {
    const { url } = await gateway(end(status));
    await queue(pool(), messageTo(1, TEXT));
    const channel = send(gatewayChannel({ url, token: 'secret-token' }));
    await untilPutBack(pool());
    expect(await outbox(pool())).toMatchObject([{ state, problem }]);
    expect(channel.trouble !== null).toBe(state === 'waiting');
  });

  test('the token goes to no other address', async () => {
    const elsewhere = await gateway(end(200));
    const { url } = await gateway(end(307, { location: elsewhere.url }));
    await queue(pool(), messageTo(1, TEXT));
    send(gatewayChannel({ url, token: 'secret-token' }));
    await untilPutBack(pool());
    expect(await outbox(pool())).toMatchObject([{ state: 'waiting', problem: 'gatewayMissing 307' }]);
    expect(elsewhere.heard).toEqual([]);
  });

  test('one that took the message and broke off is sent the same again, under the same key', async () => {
    const { url, heard } = await gateway((response, all) => (all.length === 1 ? response.destroy() : end(200)(response)));
    await queue(pool(), messageTo(1, TEXT));
    const channel = send(gatewayChannel({ url, token: null }));
    await untilPutBack(pool());
    await channel.again();
    await untilOutbox(pool(), 'sent');
    expect(heard[1]?.body).toEqual(heard[0]?.body);
  });

  test('without one texts wait, and health says why', async () => {
    await queue(pool(), messageTo(1, TEXT));
    await queue(pool(), messageTo(2, { ...TEXT, address: '+1 555 010 0143' }));
    await queue(pool(), messageTo(3));
    expect(await messageHealth(pool(), [])).toEqual({
      waiting: { email: 1, text: 2, push: 0 },
      oldestWaitingAt: expect.any(Number),
      givenUp: 0,
      problem: '1 email waits: no mail server is set. Start this server with PORTREEVE_SMTP_URL and PORTREEVE_MAIL_FROM. 2 texts wait: no message gateway is set. Start this server with PORTREEVE_MESSAGE_GATEWAY_URL.',
    });
  });
});

describe('a folder instead of a mail server', () => {
  const FROM = { name: '', address: 'no-reply@testville.example' };
  const folder = () => {
    const made = mkdtempSync(path.join(tmpdir(), 'portreeve-mails-'));
    cleanUp.push(async () => rmSync(made, { recursive: true, force: true }));
    return path.join(made, 'mails');
  };

  test('holds each mail as a file named by its Message-ID, and what a gateway would get', async () => {
    const into = folder();
    await queue(pool(), messageTo(1));
    await queue(pool(), messageTo(2, TEXT));
    send(folderChannel(into, FROM));
    const [mail, message] = await untilOutbox(pool(), 'sent', 'sent');
    expect(readdirSync(into).sort()).toEqual([`${mail?.messageId}.eml`, `${message?.messageId.split('@')[0]}@testville.example.json`].sort());
    expect(readFileSync(path.join(into, `${mail?.messageId}.eml`), 'utf8')).toMatch(new RegExp(`^Message-ID: <${mail?.messageId}>\r$`, 'm'));
  });

  test('that cannot be written is said', async () => {
    const into = folder();
    writeFileSync(path.dirname(into) + '.file', '');
    cleanUp.push(async () => rmSync(`${path.dirname(into)}.file`, { force: true }));
    await queue(pool(), messageTo(1));
    const channel = send(folderChannel(`${path.dirname(into)}.file`, FROM));
    await untilPutBack(pool());
    expect(channel.trouble).toMatchObject({ code: 'folderNotWritable', detail: 'EEXIST' });
    expect(await untilOutbox(pool(), 'waiting')).toHaveLength(1);
  });
});
