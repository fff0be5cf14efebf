import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../app-deps.ts';
import { readClock } from '../feed/clock.ts';

/** GET /healthz: 200 while the server can reach its database, else a 503 problem. */
export function healthRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.get('/healthz', async () => {
    const { epoch, rev } = await readClock(deps.pool);
    return { status: 'ok', epoch, rev };
  });
}
