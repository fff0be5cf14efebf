import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../app-deps.ts';
import { countBlobs } from '../blobs/count-blobs.ts';
import { backupHealth } from '../backup/backup-health.ts';
import { readClock } from '../feed/clock.ts';

/**
 * GET /healthz: 200 while the server can reach its database, else a 503 problem. Says how the backups are
 * doing and whether attached files are scanned for viruses; neither is a reason for a 503.
 */
export function healthRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.get('/healthz', async () => {
    const { epoch, rev } = await readClock(deps.pool);
    const scanner = deps.scanCommand == null ? 'none' : 'set';
    const backup = await backupHealth(deps.pool, deps.now());
    return { status: 'ok', epoch, rev, backup, attachments: { scanner, ...(await countBlobs(deps.pool)) } };
  });
}
