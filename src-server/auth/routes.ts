import { t } from '../../src-shared/language/language.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { SignInReply, SignInRequest } from '../../src-shared/protocol/sign-in.ts';
import type { AppDeps } from '../app-deps.ts';
import { signingStation } from '../fleet/station-signature.ts';
import { admission } from '../http/admission.ts';
import { clientKey } from '../http/client-key.ts';
import { parseRequest } from '../http/parse.ts';
import { HttpProblem } from '../http/problem.ts';
import { isPassword } from './passwords.ts';
import { closeSession, openSession } from './sessions.ts';
import { noteSignIn } from './signed-in-at.ts';
import { signInLimits } from './sign-in-limits.ts';

/** Each password check takes 19 MiB and a thread for 50 ms. */
const CHECKS_AT_ONCE = 8;

/** POST /auth/v1/sign-in and /auth/v1/sign-out. */
export function authRoutes(app: FastifyInstance, deps: AppDeps): void {
  const limits = signInLimits();
  const checks = admission(CHECKS_AT_ONCE);

  app.post('/auth/v1/sign-in', async (request): Promise<SignInReply> => {
    const { staffId, password } = parseRequest(SignInRequest, request.body);
    const station = await signingStation(deps, request);
    const attempt = { staffId: staffId.trim().toLowerCase(), client: station ?? clientKey(request) };
    if (limits.isExceeded(attempt, deps.now())) throw tooManyAttempts();
    const argon2 = await readCredential(attempt.staffId);
    await checks.run(async () => {
      // Asked again: others of the same burst may have failed while this one waited in line.
      if (limits.isExceeded(attempt, deps.now())) throw tooManyAttempts();
      if (await isPassword(argon2, password)) return;
      limits.countFailure(attempt, deps.now());
      throw notRight();
    });
    limits.clear(attempt);
    const staff = await activeStaff(attempt.staffId);
    if (station !== null) await noteSignIn(deps.pool, { staffId: staff.id, station, now: deps.now() });
    const session = await openSession(deps.pool, { staffId: staff.id, station, now: deps.now() });
    return SignInReply.parse({ ...session, staff });
  });

  app.post('/auth/v1/sign-out', async (request, reply) => {
    const token = bearerToken(request);
    if (token !== null) await closeSession(deps.pool, token);
    return reply.status(204).send();
  });

  async function readCredential(staffId: string): Promise<string | null> {
    const { rows } = await deps.pool.query<{ argon2: string }>('SELECT argon2 FROM staff_credential WHERE staff_id = $1', [staffId]);
    return rows[0]?.argon2 ?? null;
  }

  /** Asked only after the password was right, so it tells nothing to a stranger. */
  async function activeStaff(staffId: string): Promise<Staff> {
    const catalogue = await deps.catalogues.newest(deps.pool);
    const staff = catalogue === null ? undefined : findStaff(catalogue, staffId);
    if (staff?.isActive) return staff;
    throw new HttpProblem({
      status: 403,
      code: 'staffNotActive',
      title: t`This staff ID is no longer active`,
      detail: t`Ask an administrator to make it active again.`,
    });
  }
}

/** The token of `Authorization: Bearer …`, or null. */
export function bearerToken(request: FastifyRequest): string | null {
  return /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

function notRight(): HttpProblem {
  return new HttpProblem({
    status: 401,
    code: 'signInFailed',
    title: t`Staff ID or password is not right`,
    detail: t`Check both and type them again. If the password is forgotten, an administrator can set a new one.`,
  });
}

function tooManyAttempts(): HttpProblem {
  return new HttpProblem({
    status: 429,
    code: 'tooManyAttempts',
    title: t`There were too many attempts with a wrong password`,
    detail: t`Wait five minutes, then try again. If the password is forgotten, an administrator can set a new one.`,
    retryAfterS: 300,
  });
}
