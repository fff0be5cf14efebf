import { t } from '../../src-shared/language/language.ts';
import type { FastifyRequest } from 'fastify';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import type { StaffId } from '../../src-shared/util/ids.ts';
import type { AppDeps } from '../app-deps.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { HttpProblem, noCatalogue } from '../http/problem.ts';
import { hasSignedInAt } from './signed-in-at.ts';

/** The person a signed request names, when the server has let them in at this very workstation; and the city they work for. Throws 401, or 503 before the city is set up. */
export async function requireSignedIn(deps: AppDeps, request: FastifyRequest, staffId: StaffId): Promise<{ readonly staff: Staff; readonly catalogue: Catalogue }> {
  const station = await requireStation(deps, request);
  const catalogue = await deps.catalogues.newest(deps.pool);
  if (catalogue === null) throw noCatalogue();
  const staff = findStaff(catalogue, staffId);
  if (!staff?.isActive || !(await hasSignedInAt(deps.pool, { staffId: staff.id, station, now: deps.now() }))) throw notSignedInHere();
  return { staff, catalogue };
}

function notSignedInHere(): HttpProblem {
  return new HttpProblem({
    status: 401,
    code: 'notSignedIn',
    title: t`The server has not seen you sign in at this workstation`,
    detail: t`Sign out and sign in again while the workstation is online, then try again.`,
  });
}
