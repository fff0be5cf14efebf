/** Messages on their way out of the house (src-server/mail), as part of the first schema. */
export const MESSAGE_TABLES: readonly string[] = [
  // What is to be sent: one row per event and person, kept for ever, so that nobody is told the same thing twice. Its moments
  // are the database's clock: servers share the work (src-server/mail/README.md). `next_try_at` of a row that is being sent:
  // the moment its server is taken for dead. `doubts`: how often nobody knows whether it arrived.
  `CREATE TABLE message_outbox (
     id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
     event_key text NOT NULL,
     recipient_key text NOT NULL,
     method text NOT NULL CHECK (method IN ('email', 'text', 'push')),
     address text NOT NULL,
     subject text NOT NULL,
     text text NOT NULL,
     html text,
     attachments jsonb NOT NULL,
     case_id uuid,
     message_id text NOT NULL,
     state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'givenUp', 'suppressed')),
     tries int NOT NULL DEFAULT 0,
     doubts int NOT NULL DEFAULT 0,
     next_try_at bigint NOT NULL,
     expires_at bigint NOT NULL,
     created_at bigint NOT NULL,
     sent_at bigint,
     last_error_code text,
     retried_by text,
     UNIQUE (event_key, recipient_key)
   )`,
  `CREATE INDEX message_outbox_due ON message_outbox (next_try_at) WHERE state IN ('waiting', 'failed', 'sending')`,
  `CREATE INDEX message_outbox_newest ON message_outbox (created_at, id)`,
  `CREATE INDEX message_outbox_of_case ON message_outbox (case_id) WHERE case_id IS NOT NULL`,
];
