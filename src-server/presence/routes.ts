import { t } from '../../src-shared/language/language.ts';
import type { FastifyInstance } from 'fastify';
import { bucketsOf } from '../../src-shared/domain/buckets.ts';
import { maySee } from '../../src-shared/domain/visibility.ts';
import { findStaff } from '../../src-shared/catalogue/lookup.ts';
import { type PresenceReply, PresenceRequest } from '../../src-shared/protocol/presence.ts';
import { MINUTE_MS } from '../../src-shared/util/time.ts';
import type { AppDeps } from '../app-deps.ts';
import { hasSignedInAt } from '../auth/signed-in-at.ts';
import type { Bus } from '../db/bus.ts';
import { requireStation } from '../fleet/station-signature.ts';
import { HttpProblem, malformedRequest } from '../http/problem.ts';
import { parseRequest } from '../http/parse.ts';
import { rateLimit } from '../http/rate-limit.ts';
import { createPresenceBoard, type PresenceBoard, PresenceWord } from './presence-board.ts';

/** Opening a case a second for a minute, and what a heartbeat needs. */
const WORDS_A_MINUTE = 90;
const TOPIC = 'presence';

const SQL = {
  place: `SELECT c.department_code AS "departmentCode", c.is_sealed AS "isSealed", s.name AS "stationName" FROM station s
            LEFT JOIN case_ c ON c.id = $2 WHERE s.id = $1`,
  holders: 'SELECT DISTINCT station FROM station_bucket WHERE bucket = ANY($1) AND station = ANY($2) AND revoked_rev IS NULL',
};

/** POST /sync/v1/presence, signed by a station. Returns what event streams follow. */
export function presenceRoutes(app: FastifyInstance, deps: AppDeps, bus: Bus): Pick<PresenceBoard, 'follow'> {
  const limit = rateLimit({ limit: WORDS_A_MINUTE, windowMs: MINUTE_MS });
  const holdersOf = async (buckets: readonly string[], stations: readonly string[]) => {
    const { rows } = await deps.pool.query<{ station: string }>(SQL.holders, [buckets, stations]);
    return new Set(rows.map((row) => row.station));
  };
  const board = createPresenceBoard({ now: () => deps.now(), holdersOf });
  let isListening = false;
  /** The servers' words are heard from the first stream on: before it there is nobody to tell. */
  function listen(): void {
    if (isListening) return;
    isListening = true;
    bus.listen(TOPIC, (message) => {
      const word = PresenceWord.safeParse(message);
      if (word.success) board.take(word.data);
    });
  }
  app.addHook('preClose', async () => board.stop());

  app.post('/sync/v1/presence', async (request): Promise<PresenceReply> => {
    const station = await requireStation(deps, request);
    const body = parseRequest(PresenceRequest, request.body);
    if (body.station !== station) throw malformedRequest('station: not the one that signed the request');
    if (limit.isExceeded(station, deps.now())) throw tooManyWords();
    limit.count(station, deps.now());
    const word = await wordOf(deps, body, holdersOf);
    await bus.tell(TOPIC, word);
    return { isShown: word.caseId !== null };
  });
  return {
    follow(station, send) {
      listen();
      return board.follow(station, send);
    },
  };
}

type HoldersOf = (buckets: readonly string[], stations: readonly string[]) => Promise<ReadonlySet<string>>;

/** On no case, unless this person sits at this workstation and both may see the case: what is told leads nobody to a sealed one. */
async function wordOf(deps: AppDeps, { station, staffId, caseId }: PresenceRequest, holdersOf: HoldersOf): Promise<PresenceWord> {
  const { rows } = await deps.pool.query<{ departmentCode: string | null; isSealed: boolean | null; stationName: string }>(SQL.place, [station, caseId]);
  const { departmentCode = null, isSealed = null, stationName = '' } = rows[0] ?? {};
  const nowhere: PresenceWord = { station, stationName, staffId, caseId: null, buckets: [] };
  if (caseId === null || departmentCode === null || isSealed === null) return nowhere;
  const about = { departmentCode, isSealed };
  const catalogue = await deps.catalogues.newest(deps.pool);
  const staff = catalogue === null ? undefined : findStaff(catalogue, staffId);
  if (!staff?.isActive || !maySee(staff, about) || !(await hasSignedInAt(deps.pool, { staffId, station, now: deps.now() }))) return nowhere;
  const buckets = bucketsOf(about);
  if (!(await holdersOf(buckets, [station])).has(station)) return nowhere;
  return { station, stationName, staffId, caseId, buckets: [...buckets] };
}

function tooManyWords(): HttpProblem {
  return new HttpProblem({
    status: 429,
    code: 'tooManyWords',
    title: t`This workstation says too often which case is open`,
    detail: t`Nothing is lost: who has a case open is shown again in a moment.`,
    retryAfterS: 20,
  });
}
