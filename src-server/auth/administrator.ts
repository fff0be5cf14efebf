import { t } from '../../src-shared/language/language.ts';
import type { FastifyRequest } from 'fastify';
import type { Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { AppDeps } from '../app-deps.ts';
import { bearerToken } from './routes.ts';
import { findSession } from './sessions.ts';
import { HttpProblem } from '../http/problem.ts';

/** The administrator who is signed in with the request's token. Throws 401 without a session, 403 for anybody else. */
export async function requireAdministrator(deps: AppDeps, request: FastifyRequest): Promise<Staff> {
  const token = bearerToken(request);
  const session = token === null ? null : await findSession(deps.pool, token, deps.now());
  const catalogue = session && (await deps.catalogues.newest(deps.pool));
  const staff = session && catalogue ? findStaff(catalogue, session.staffId) : undefined;
  if (!staff?.isActive) throw notSignedIn();
  if (!staff.roles.includes('administrator')) throw notAdministrator();
  return staff;
}

function notSignedIn(): HttpProblem {
  return new HttpProblem({
    status: 401,
    code: 'notSignedIn',
    title: t`Nobody is signed in`,
    detail: t`Sign in as an administrator, then try again.`,
  });
}

function notAdministrator(): HttpProblem {
  return new HttpProblem({
    status: 403,
    code: 'notPermitted',
    title: t`Only an administrator may do this`,
    detail: t`Sign in with an administrator’s staff ID.`,
  });
}
