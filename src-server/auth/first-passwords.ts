import { t } from '../../src-shared/language/language.ts';
import { randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Catalogue, Staff } from '../../src-shared/catalogue/catalogue.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { type GivePasswordReply, GivePasswordRequest, MissingPasswordsReply, MissingPasswordsRequest } from '../../src-shared/protocol/passwords.ts';
import type { AppDeps } from '../app-deps.ts';
import { inTransaction } from '../db/transaction.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { admission } from '../http/admission.ts';
import { parseRequest } from '../http/parse.ts';
import { HttpProblem, malformedRequest, noCatalogue } from '../http/problem.ts';
import { requireAdministrator } from './administrator.ts';
import { hashPassword } from './passwords.ts';
import { hasSignedInAt } from './signed-in-at.ts';

/** Nothing that looks like something else when it is written on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;
const HASHES_AT_ONCE = 2;

const SQL = {
  give: `INSERT INTO staff_credential (staff_id, argon2, changed_at) VALUES ($1, $2, $3)
         ON CONFLICT (staff_id) DO UPDATE SET argon2 = excluded.argon2, changed_at = excluded.changed_at`,
  endSessions: 'DELETE FROM session WHERE staff_id = $1',
  known: 'SELECT staff_id AS "staffId" FROM staff_credential',
};

/** POST /auth/v1/passwords and POST /sync/v1/passwords/missing. */
export function firstPasswordRoutes(app: FastifyInstance, deps: AppDeps): void {
  const hashes = admission(HASHES_AT_ONCE);

  app.post('/auth/v1/passwords', async (request): Promise<GivePasswordReply> => {
    const author = await requireAdministrator(deps, request);
    const { staffId } = parseRequest(GivePasswordRequest, request.body);
    const receiver = findStaff(await newestCatalogue(), staffId);
    if (!receiver?.isActive || !receiver.isPerson) throw nobodyToSignIn();
    const password = makePassword();
    const argon2 = await hashes.run(() => hashPassword(password));
    await inTransaction(deps.pool, {}, async (tx) => {
      await tx.query(SQL.give, [receiver.id, argon2, deps.now()]);
      await tx.query(SQL.endSessions, [receiver.id]); // whoever has the old password is out
    });
    deps.log.info({ request: request.id, by: author.id, staff: receiver.id }, 'a password was given');
    return { password };
  });

  app.post('/sync/v1/passwords/missing', async (request): Promise<MissingPasswordsReply> => {
    const station = await requireStation(deps, request);
    const body = parseRequest(MissingPasswordsRequest, request.body);
    if (body.station !== station) throw malformedRequest('station: not the one that signed the request');
    const catalogue = await newestCatalogue();
    const asker = findStaff(catalogue, body.staffId);
    const isAdministrator = asker?.isActive === true && asker.roles.includes('administrator');
    if (!isAdministrator || !(await hasSignedInAt(deps.pool, { ...body, now: deps.now() }))) throw notAdministratorHere();
    const { rows } = await deps.pool.query<{ staffId: string }>(SQL.known);
    return MissingPasswordsReply.parse({ staffIds: withoutPassword(catalogue, new Set(rows.map((row) => row.staffId))).map(({ id }) => id) });
  });

  async function newestCatalogue(): Promise<Catalogue> {
    const catalogue = await deps.catalogues.newest(deps.pool);
    if (catalogue === null) throw noCatalogue();
    return catalogue;
  }
}

function withoutPassword({ staff }: Catalogue, known: ReadonlySet<string>): readonly Staff[] {
  return staff.filter(({ id, isActive, isPerson }) => isActive && isPerson && !known.has(id));
}

/** About 79 bits, in groups that can be read out. */
function makePassword(): string {
  const letters = Array.from({ length: GROUPS * GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '');
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join('')).join('-');
}

function nobodyToSignIn(): HttpProblem {
  return new HttpProblem({
    status: 404,
    code: 'unknownStaff',
    title: t`Nobody with this staff ID is active`,
    detail: t`Publish the new member of staff first; a password can be given as soon as the server has them.`,
  });
}

function notAdministratorHere(): HttpProblem {
  return new HttpProblem({
    status: 403,
    code: 'notPermitted',
    title: t`The server has not seen an administrator sign in at this workstation`,
    detail: t`Sign out, and sign in again as an administrator while the server is in reach.`,
  });
}
