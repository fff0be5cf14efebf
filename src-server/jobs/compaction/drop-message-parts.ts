import { DAY_MS } from '../../../src-shared/util/time.ts';
import { KEEP_MESSAGE_PARTS_DAYS } from '../../mail/mail-log.ts';
import { type CompactionWork, inBatches } from './in-batches.ts';

/** Files are large, unlike the rows of other batches. */
const BATCH_MESSAGES = 200;

const SQL = {
  drop: `UPDATE message_outbox SET attachments = '[]', html = NULL
          WHERE id IN (SELECT id FROM message_outbox
                        WHERE created_at < $1 AND state IN ('sent', 'givenUp', 'suppressed') AND (html IS NOT NULL OR attachments <> '[]')
                        LIMIT ${BATCH_MESSAGES} FOR UPDATE SKIP LOCKED)`,
};

/** Files and layout of messages that were settled long ago. Their words, to whom they went and when stay: nobody is told twice. */
export function dropMessageParts({ pool, now, signal }: CompactionWork): Promise<number> {
  return inBatches(signal, async () => (await pool.query(SQL.drop, [now - KEEP_MESSAGE_PARTS_DAYS * DAY_MS])).rowCount ?? 0);
}
