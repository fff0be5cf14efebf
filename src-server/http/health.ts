import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../app-deps.ts';
import { countBlobs } from '../blobs/count-blobs.ts';
import { backupHealth } from '../backup/backup-health.ts';
import { readClock } from '../feed/clock.ts';
import { messageHealth } from '../mail/message-health.ts';

/**
 * GET /healthz: 200 while the server can reach its database, else a 503 problem. Says how the backups are
 * doing, whether attached files are scanned for viruses, and how many messages wait and why; none is a reason for a 503.
 */
export function healthRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.get('/healthz', async () => {
    const { epoch, rev } = await readClock(deps.pool);
    const scanner = deps.scanCommand == null ? 'none' : 'set';
    const backup = await backupHealth(deps.pool, deps.now());
    const messages = await messageHealth(deps.pool, deps.messageChannels ?? []);
    return { status: 'ok', epoch, rev, backup, messages, attachments: { scanner, ...(await countBlobs(deps.pool)) } };
  });
}
