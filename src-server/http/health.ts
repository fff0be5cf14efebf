import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../app-deps.ts';
import { countBlobs } from '../blobs/count-blobs.ts';
import { readClock } from '../feed/clock.ts';

/** GET /healthz: 200 while the server can reach its database, else a 503 problem. Says whether attached files are scanned for viruses. */
export function healthRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.get('/healthz', async () => {
    const { epoch, rev } = await readClock(deps.pool);
    const scanner = deps.scanCommand == null ? 'none' : 'set';
    return { status: 'ok', epoch, rev, attachments: { scanner, ...(await countBlobs(deps.pool)) } };
  });
}
