import { t } from '../../src-shared/language/language.ts';
import type { FastifyInstance } from 'fastify';
import { EnrolReply, EnrolRequest } from '../../src-shared/protocol/enrol.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { clientKey } from '../http/client-key.ts';
import { parseRequest } from '../http/parse.ts';
import { HttpProblem, malformedRequest } from '../http/problem.ts';
import { rateLimit } from '../http/rate-limit.ts';
import { DEFAULT_BUCKETS, enrolStation, readPublicKey } from './enrol-station.ts';
import { issueCertificate, readCertificate } from './certificate.ts';
import { currentGrants } from '../feed/grants.ts';
import { isCode } from './enrolment-code.ts';
import { isLocalRequest } from './local-request.ts';

const IS_BLOCKED = 'SELECT is_blocked FROM station WHERE id = $1';

/** POST /fleet/v1/enrol: a workstation's key becomes a station. */
export function fleetRoutes(app: FastifyInstance, deps: AppDeps): void {
  const failures = rateLimit({ limit: 10, windowMs: 10 * MINUTE_MS });

  app.post('/fleet/v1/enrol', async (request): Promise<EnrolReply> => {
    const body = parseRequest(EnrolRequest, request.body);
    const isCodeNeeded = deps.enrolment.isNeededLocally || !isLocalRequest(request);
    const before = body.certificate === null ? null : await earlierEnrolment(body.certificate);
    if (isCodeNeeded && before === null) requireCode(body.enrolCode, clientKey(request));
    const publicKey = readPublicKey(body.publicKey);
    if (publicKey === null) throw malformedRequest('publicKey: not an Ed25519 public key');
    const enrolled = await enrolStation(deps.pool, { name: body.name, publicKey, app: body.app, buckets: before?.buckets ?? DEFAULT_BUCKETS, now: deps.now() });
    deps.log.info({ station: enrolled.station, enrolment: enrolled.enrolment }, 'workstation enrolled');
    return EnrolReply.parse({ ...enrolled, certificate: await issueCertificate(deps.pool, enrolled.station) });
  });

  /**
   * What the certificate's station may hold: the workstation goes on with that, no more and no less. Null for a made-up
   * certificate and a blocked workstation; the usual buckets when this database has lost the station.
   */
  async function earlierEnrolment(certificate: string): Promise<{ readonly buckets: readonly string[] } | null> {
    const station = await readCertificate(deps.pool, certificate);
    if (station === null) return null;
    const { rows } = await deps.pool.query<{ is_blocked: boolean }>(IS_BLOCKED, [station]);
    if (rows[0]?.is_blocked === true) return null;
    return { buckets: rows[0] === undefined ? DEFAULT_BUCKETS : (await currentGrants(deps.pool, station)).map((grant) => grant.bucket) };
  }

  function requireCode(typed: string | null, client: string): void {
    if (failures.isExceeded(client, deps.now())) throw tooManyCodes();
    if (typed !== null && isCode(deps.enrolment, typed)) return;
    failures.count(client, deps.now());
    throw typed === null ? codeNeeded() : codeWrong();
  }
}

function codeNeeded(): HttpProblem {
  return new HttpProblem({
    status: 403,
    code: 'enrolCodeNeeded',
    title: t`This server takes new workstations only with its enrolment code`,
    detail: t`Ask the administrator for the code (it is in the file enrolment-code of the server’s data folder) and give it to the workstation.`,
  });
}

function codeWrong(): HttpProblem {
  return new HttpProblem({
    status: 403,
    code: 'enrolCodeWrong',
    title: t`The enrolment code is not right`,
    detail: t`Compare it with the one the administrator has; dashes and capital letters do not matter.`,
  });
}

function tooManyCodes(): HttpProblem {
  return new HttpProblem({
    status: 429,
    code: 'tooManyAttempts',
    title: t`Too many wrong enrolment codes came from this computer`,
    detail: t`Wait ten minutes, then try again with the code from the administrator.`,
    retryAfterS: 600,
  });
}
