import type { Connection } from '../db/pool.ts';

const SQL = {
  hold: `UPDATE message_outbox SET state = 'suppressed', last_error_code = 'restored' WHERE state IN ('waiting', 'failed', 'sending')`,
};

/**
 * Holds back everything that is to be sent, in a database that may have gone back in time: in the life that is gone it was sent, most
 * likely, and nobody is to be told twice. Somebody who knows better lets it go in the mail log.
 */
export async function holdMessages(tx: Connection): Promise<void> {
  await tx.query(SQL.hold);
}
