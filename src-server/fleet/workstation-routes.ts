import { t } from '../../src-shared/language/language.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { BlockWorkstationRequest, WorkstationsQuery, WorkstationsReply } from '../../src-shared/protocol/workstations.ts';
import { isAdministrator } from '../../src-shared/office/office-permission.ts';
import type { StaffId, StationId } from '../../src-shared/util/ids.ts';
import type { AppDeps } from '../app-deps.ts';
import { requireSignedIn } from '../auth/require-signed-in.ts';
import { parseRequest } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { ownStations } from './own-station-ids.ts';
import { requireStation } from './station-signature.ts';
import { carryOut, StationsProblem } from './stations-command.ts';

/** What an administrator sees of the workstations, and may do about one that is lost or stolen. */
export function workstationRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.get('/fleet/v1/workstations', async (request): Promise<WorkstationsReply> => {
    const { staff } = parseRequest(WorkstationsQuery, request.query);
    return listFor(deps, await requireAdministrator(deps, request, staff));
  });

  app.post('/fleet/v1/block', async (request): Promise<WorkstationsReply> => {
    const { staff, target, isBlocked } = parseRequest(BlockWorkstationRequest, request.body);
    const self = await requireAdministrator(deps, request, staff);
    if (target === self) throw ownWorkstation();
    await block(deps, target, isBlocked);
    deps.log.info({ request: request.id, by: staff, station: target, isBlocked }, 'workstation blocked or let in again');
    return listFor(deps, self);
  });
}

/** Without the servers' own, which are no computer that anybody could lose. */
async function listFor({ pool, now }: AppDeps, self: StationId): Promise<WorkstationsReply> {
  const own = new Set<string>(await ownStations(pool));
  const lines = await carryOut(pool, { station: null, hold: null, isBlocked: null }, now);
  return WorkstationsReply.parse({ workstations: lines.filter(({ id }) => !own.has(id)).map((line) => ({ ...line, isThis: line.id === self })) });
}

async function block({ pool, now }: AppDeps, target: StationId, isBlocked: boolean): Promise<void> {
  if ((await ownStations(pool)).includes(target)) throw noSuchWorkstation();
  try {
    await carryOut(pool, { station: target, hold: null, isBlocked }, now);
  } catch (error) {
    throw error instanceof StationsProblem ? noSuchWorkstation() : error;
  }
}

/** The workstation that asks. Throws 401 for somebody the server has not let in there, 403 for anybody but an administrator. */
async function requireAdministrator(deps: AppDeps, request: FastifyRequest, staffId: StaffId): Promise<StationId> {
  const { staff } = await requireSignedIn(deps, request, staffId);
  if (!isAdministrator(staff)) throw notAdministrator();
  return requireStation(deps, request);
}

function notAdministrator(): HttpProblem {
  return new HttpProblem({ status: 403, code: 'notPermitted', title: t`The workstations are for administrators`, detail: t`Ask one of them.` });
}

function ownWorkstation(): HttpProblem {
  return new HttpProblem({
    status: 409,
    code: 'ownWorkstation',
    title: t`This is the workstation you sit at`,
    detail: t`Blocked, it could not let itself in again. Block it from another one.`,
  });
}

function noSuchWorkstation(): HttpProblem {
  return new HttpProblem({ status: 404, code: 'unknownWorkstation', title: t`There is no such workstation`, detail: t`Look at the list again.` });
}
