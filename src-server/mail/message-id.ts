import { createHash, randomUUID } from 'node:crypto';
import type { Connection, Pool } from '../db/pool.ts';
import { readOrMakeSetting } from '../db/server-setting.ts';
import type { OutgoingMessage } from './message.ts';

/** Kept with the data, so that every server of the city and a restored one make the same ids, and a test server others. */
const SALT = 'messageIdSalt';

/** Makes the secret of the ids, at the start of a server: made by a push it would be a lock that other pushes wait for. */
export async function makeMessageIdSalt(pool: Pool): Promise<void> {
  await readOrMakeSetting(pool, SALT, () => randomUUID());
}

/**
 * The name of what one person is told about one event, the same whoever computes it and however often: a mailbox or gateway that
 * gets it twice can know that it is one message. An email's Message-ID is this and the sender's domain.
 */
export async function messageIdOf(tx: Connection, { eventKey, recipientKey }: Pick<OutgoingMessage, 'eventKey' | 'recipientKey'>): Promise<string> {
  const salt = await readOrMakeSetting(tx, SALT, () => randomUUID());
  return createHash('sha256').update(JSON.stringify([salt, eventKey, recipientKey])).digest('hex').slice(0, 40);
}
