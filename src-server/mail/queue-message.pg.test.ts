import { afterEach, describe, expect, test } from 'vitest';
import { SMALL_CITY } from '../../src-shared/testing/small-city.ts';
import { inTransaction } from '../db/transaction.ts';
import { useDatabase } from '../testing/use-database.ts';
import type { OutgoingMessage } from './message.ts';
import { messageTo, outbox, queue, SOME_CASE } from './testing/messages.ts';
import { queueMessage } from './queue-message.ts';
import { addressRecipient, staffRecipient } from './recipient-key.ts';

const database = useDatabase();
const pool = () => database().pool;

afterEach(() => pool().query('TRUNCATE message_outbox'));

describe('queueing', () => {
  test('the same event and person again is told, and changes nothing', async () => {
    const first = await queue(pool(), messageTo(1, { caseId: SOME_CASE }));
    expect(first).toEqual({ kind: 'queued', id: expect.any(String) });
    const again = await queue(pool(), messageTo(1, { subject: 'Another subject', address: 'elsewhere@city.example', method: 'text' }));
    expect(again).toEqual({ kind: 'alreadyQueued', id: first.id, state: 'waiting' });
    const { rows } = await pool().query('SELECT subject, address, method, case_id FROM message_outbox');
    expect(rows).toEqual([{ subject: 'Overdue cases', address: 'person1@city.example', method: 'email', case_id: SOME_CASE }]);
  });

  test('another event, or another person, is another message', async () => {
    const outcomes = [messageTo(1), messageTo(2), messageTo(1, { eventKey: 'dailyList:2026-11-24' })].map((message) => queue(pool(), message));
    expect((await Promise.all(outcomes)).map(({ kind }) => kind)).toEqual(['queued', 'queued', 'queued']);
    expect(new Set((await outbox(pool())).map(({ messageId }) => messageId)).size).toBe(3);
  });

  test('twenty that queue the same at once make one', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => queue(pool(), messageTo(1))));
    expect(outcomes.filter(({ kind }) => kind === 'queued')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'alreadyQueued')).toHaveLength(19);
  });

  test('nothing goes out of a transaction that rolls back', async () => {
    const failing = inTransaction(pool(), {}, async (tx) => {
      await queueMessage(tx, messageTo(1));
      throw new Error('planted fault');
    });
    await expect(failing).rejects.toThrow('planted fault');
    expect(await outbox(pool())).toEqual([]);
    expect((await queue(pool(), messageTo(1))).kind).toBe('queued');
  });

  test.each<[string, Partial<OutgoingMessage>, string]>([
    ['an address that cannot be one', { address: 'director at city' }, 'badAddress'],
    ['two addresses in one', { address: 'a@city.example, b@city.example' }, 'badAddress'],
    ['an address that would become a header', { address: 'a@city.example\r\nBcc: all@city.example' }, 'badAddress'],
    ['no address', { address: ' ' }, 'noAddress'],
    ['a person who wants none', { suppressedBecause: 'wantsNone' }, 'wantsNone'],
  ])('%s is noted and not sent', async (_name, more, because) => {
    expect(await queue(pool(), messageTo(1, more))).toEqual({ kind: 'suppressed', id: expect.any(String), because });
    expect(await outbox(pool())).toMatchObject([{ state: 'suppressed', problem: because }]);
    expect(await queue(pool(), messageTo(1))).toMatchObject({ kind: 'alreadyQueued', state: 'suppressed' });
  });

  test('a key out of shape and files that are too large are bugs', async () => {
    await expect(queue(pool(), messageTo(1, { eventKey: 'Daily list' }))).rejects.toThrow('an event key is a kind');
    const base64 = Buffer.alloc(5 * 1024 ** 2 + 1).toString('base64');
    await expect(queue(pool(), messageTo(1, { attachments: [{ name: 'list.csv', mediaType: 'text/csv', base64 }] }))).rejects.toThrow('attachments of a message are small');
  });
});

describe('names of people', () => {
  test('a member of staff is one, whatever the address; a citizen is known by it', () => {
    expect(staffRecipient(SMALL_CITY.staff[0]!.id)).toBe('staff:agent');
    expect(addressRecipient('email', ' Maria@City.Example ')).toBe(addressRecipient('email', 'maria@city.example'));
    expect(addressRecipient('text', '(555) 010-0142')).toBe(addressRecipient('text', '555-0100142'));
    expect(addressRecipient('push', 'AbC')).not.toBe(addressRecipient('push', 'abc'));
  });
});
