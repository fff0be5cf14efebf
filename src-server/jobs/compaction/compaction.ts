import type { AppDeps } from '../../app-deps.ts';
import type { PlainJob } from '../run-once.ts';
import { dropCommandResults } from './drop-command-results.ts';
import { dropExits } from './drop-exits.ts';
import { dropMessageParts } from './drop-message-parts.ts';
import { dropSessions } from './drop-sessions.ts';

/** Drops what nobody can ask for any more. What goes, what stays and why: `docs/backup-and-restore.md`. */
export function compaction({ pool, now }: Pick<AppDeps, 'pool' | 'now'>): PlainJob {
  return {
    name: 'compaction',
    async work(signal) {
      const work = { pool, now: now(), signal };
      return { exits: await dropExits(work), commandResults: await dropCommandResults(work), sessions: await dropSessions(work), messageParts: await dropMessageParts(work) };
    },
  };
}
