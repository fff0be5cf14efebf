import type { FastifyInstance } from 'fastify';
import { MAX_OFFICE_BYTES, type OfficeReply, OfficeRequest } from '../../src-shared/protocol/office.ts';
import type { AppDeps } from '../app-deps.ts';
import { readClock } from '../feed/clock.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { admission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { malformedRequest } from '../http/problem.ts';
import { carryOut } from './carry-out.ts';

/** They wait for one lock anyway. */
const EXCHANGES_AT_ONCE = 4;
/** The commands and what is around them. */
const BODY_LIMIT_BYTES = MAX_OFFICE_BYTES + 64 * 1024;

/** POST /sync/v1/office, signed by a station: its office commands, each judged in its turn. */
export function officeRoutes(app: FastifyInstance, deps: AppDeps): void {
  const exchanges = admission(EXCHANGES_AT_ONCE);
  app.post('/sync/v1/office', { bodyLimit: BODY_LIMIT_BYTES }, async (request): Promise<OfficeReply> => {
    const station = await requireStation(deps, request);
    const body = parseRequest(OfficeRequest, request.body);
    if (body.station !== station) throw malformedRequest('station: not the one that signed the request');
    return exchanges.run(async () => {
      const outcomes: OfficeReply['outcomes'] = [];
      for (const command of body.commands) outcomes.push(await carryOut(deps, command, station));
      const { epoch } = await readClock(deps.pool);
      return { epoch, outcomes };
    });
  });
}
