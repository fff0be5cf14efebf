import { t } from '../../src-shared/language/language.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { MailLogQuery, type MailLogReply, type MailRetryReply, MailRetryRequest } from '../../src-shared/protocol/mail-log.ts';
import type { StaffId } from '../../src-shared/util/ids.ts';
import type { AppDeps } from '../app-deps.ts';
import { hasSignedInAt } from '../auth/signed-in-at.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { parseRequest } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { readMailLog, retryMessages } from './mail-log.ts';
import { makeMessageIdSalt } from './message-id.ts';

/** GET /mail/v1/log and POST /mail/v1/retry, signed by a station at which the person has signed in. */
export function mailRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.addHook('onReady', () => makeMessageIdSalt(deps.pool));

  app.get('/mail/v1/log', async (request): Promise<MailLogReply> => {
    const query = parseRequest(MailLogQuery, request.query);
    const viewer = await (query.number === undefined ? requireMailReader : requireSignedIn)(deps, request, query.staff);
    return readMailLog(deps.pool, query, viewer);
  });

  app.post('/mail/v1/retry', async (request): Promise<MailRetryReply> => {
    const { staff, ids } = parseRequest(MailRetryRequest, request.body);
    const viewer = await requireMailReader(deps, request, staff);
    const reply = await retryMessages(deps.pool, ids, viewer);
    deps.log.info({ request: request.id, retried: reply.outcomes.filter(({ outcome }) => outcome === 'queued').length }, 'messages sent again by hand');
    return reply;
  });
}

/** The person named, when they may read the whole mail log. Throws 401 or 403. */
async function requireMailReader(deps: AppDeps, request: FastifyRequest, staffId: StaffId): Promise<Staff> {
  const staff = await requireSignedIn(deps, request, staffId);
  if (!staff.roles.some((role) => role === 'administrator' || role === 'cityManager')) throw notMailReader();
  return staff;
}

/** The person named, when the server has let them in at this very workstation. Throws 401. What of a case they may not see is left out of the log. */
async function requireSignedIn(deps: AppDeps, request: FastifyRequest, staffId: StaffId): Promise<Staff> {
  const station = await requireStation(deps, request);
  const catalogue = await deps.catalogues.newest(deps.pool);
  const staff = catalogue === null ? undefined : findStaff(catalogue, staffId);
  if (!staff?.isActive || !(await hasSignedInAt(deps.pool, { staffId: staff.id, station, now: deps.now() }))) throw notSignedInHere();
  return staff;
}

function notSignedInHere(): HttpProblem {
  return new HttpProblem({
    status: 401,
    code: 'notSignedIn',
    title: t`The server has not seen you sign in at this workstation`,
    detail: t`Sign out and sign in again while the workstation is online, then open the mail log again.`,
  });
}

function notMailReader(): HttpProblem {
  return new HttpProblem({
    status: 403,
    code: 'notPermitted',
    title: t`The mail log is for administrators and the City Manager’s office`,
    detail: t`Ask one of them to look.`,
  });
}
