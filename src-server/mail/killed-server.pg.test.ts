/** A server as people start it, killed outright in the middle of sending, and started again. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { temporaryFolder } from '../testing/fresh-database.ts';
import { endProcess, ServerProcesses } from '../testing/server-process.ts';
import { useDatabase } from '../testing/use-database.ts';
import { startMailServer } from './testing/mail-server.ts';
import { letClaimsEnd, messageTo, outbox, queue, until } from './testing/messages.ts';

const database = useDatabase();
const processes = new ServerProcesses();
const cleanUp: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await processes.stopAll();
  for (const step of cleanUp.splice(0).reverse()) await step();
});

const MESSAGES = 60;
const KILLED_AT = 20;

test('every message arrives; only those on their way at that moment come again, the same to the byte', async () => {
  const { pool, url } = database();
  const folder = temporaryFolder();
  cleanUp.push(async () => rmSync(folder, { recursive: true, force: true }));
  // The mail server takes the first mails, and confirms none from the twentieth on: then the server is killed.
  let isHanging = false;
  const mails = await startMailServer({
    onMail: () => {
      isHanging ||= mails.taken.length === KILLED_AT; // from then on, until it is started again
      return isHanging ? new Promise<null>(() => undefined) : null;
    },
  });
  cleanUp.push(() => mails.stop());
  for (let n = 0; n < MESSAGES; n += 1) await queue(pool, messageTo(n));
  const args = ['--database-url', url, '--smtp-url', `smtp://127.0.0.1:${mails.port}`, '--mail-from', 'Testville <no-reply@testville.example>'];

  const first = await processes.start(path.join(folder, 'data'), ...args);
  // Each of its three lanes is at a mail that came whole and was not confirmed.
  await until(() => mails.taken.length === KILLED_AT + 2);
  await endProcess(first.child, 'SIGKILL');
  mails.cut();
  const unconfirmed = (await outbox(pool)).filter(({ state }) => state === 'sending').map(({ messageId }) => messageId);
  expect(unconfirmed).toHaveLength(3);
  isHanging = false;
  const before = mails.taken.length;

  const second = await processes.start(path.join(folder, 'data'), ...args);
  await until(async () => (await outbox(pool)).filter(({ state }) => state === 'sent').length === MESSAGES - unconfirmed.length);
  // Their server may only be slow: for as long as a try takes nobody else touches them.
  expect((await outbox(pool)).filter(({ state }) => state === 'sending').map(({ messageId }) => messageId)).toEqual(unconfirmed);
  await letClaimsEnd(pool);
  await until(async () => (await outbox(pool)).every(({ state }) => state === 'sent'));
  await endProcess(second.child, 'SIGTERM');

  const byId = Map.groupBy(mails.taken, ({ messageId }) => messageId);
  expect(byId.size).toBe(MESSAGES);
  expect([...byId].filter(([, copies]) => copies.length > 1).map(([id]) => id).sort()).toEqual([...unconfirmed].sort());
  for (const id of unconfirmed) expect(new Set(byId.get(id)?.map(({ raw }) => raw)).size).toBe(1);
  expect(mails.taken.length - before).toBe(MESSAGES - before + unconfirmed.length);

  const log = readFileSync(path.join(folder, 'data', 'log', 'server.log'), 'utf8');
  expect(log).toContain('"msg":"message sent"');
  for (const word of ['person1@', 'city.example', 'Overdue', 'overdue']) expect(log).not.toContain(word);
});
