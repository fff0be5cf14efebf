import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findService, CLOCK_STAFF_ID } from '../../src-shared/catalogue/lookup.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { type Command, COMMAND_VERSIONS } from '../../src-shared/commands/index.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { recipientsOf } from '../../src-shared/correspondence/recipients.ts';
import { parseTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { must } from '../../src-shared/util/assert.ts';
import { CommandId } from '../../src-shared/util/ids.ts';
import { cleanText } from '../../src-shared/util/text.ts';
import type { AppDeps } from '../app-deps.ts';
import { withLock } from '../db/advisory-lock.ts';
import { openOwnStation } from '../fleet/own-station.ts';
import { uidFrom } from '../util/uid-from.ts';
import type { SurveyLinks } from './survey-links.ts';
import { gonePage, messagePage, questionPage, type SurveyPage } from './survey-page.ts';

const SQL = {
  case: `SELECT document FROM case_ WHERE number = $1
          UNION ALL SELECT c.document FROM case_number_alias a JOIN case_ c ON c.id = a.case_id WHERE a.number = $1 LIMIT 1`,
};
const MOST_COMMENT = 5_000;
const BODY_LIMIT = 64 * 1024;
const HEADERS = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'", 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };

/**
 * GET and POST /survey/NUMBER/KEY: the question a citizen answers at home (SU-1). A wrong key costs no look at the database, and 96 bits
 * are not guessed; limiting by address would shut out everybody behind the city's own proxy.
 */
export function surveyRoutes(app: FastifyInstance, deps: AppDeps, links: () => Promise<SurveyLinks>): void {
  void app.register(async (scope) => {
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: BODY_LIMIT }, (_request, body, done) => done(null, body));
    const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      void reply.headers(HEADERS).type('text/html; charset=utf-8');
      const asked = await find(deps, request, await links());
      if (asked === null) {
        const city = (await deps.catalogues.newest(deps.pool))?.city ?? null;
        return reply.status(404).send(gonePage(city));
      }
      const isSent = request.method === 'POST';
      return reply.send(isSent ? await take(deps, asked, String(request.body ?? '')) : show(asked));
    };
    scope.route({ method: ['GET', 'POST'], url: '/survey/:number/:key', handler: answer });
  });
}

interface Asked {
  readonly catalogue: Catalogue;
  readonly current: Case;
  readonly trackingNumber: TrackingNumber;
  readonly page: SurveyPage;
}

async function find({ pool, catalogues }: AppDeps, request: FastifyRequest, links: SurveyLinks): Promise<Asked | null> {
  const { number, key } = request.params as { number: string; key: string }; // safe: the route's own parameters
  const parsed = parseTrackingNumber(number);
  if (!parsed.ok || !links.isKeyOf(parsed.number, key)) return null;
  const catalogue = await catalogues.newest(pool);
  const { rows } = await pool.query<{ document: Case }>(SQL.case, [parsed.number]);
  const current = rows[0]?.document;
  if (!current || !catalogue || current.isSealed) return null;
  const recipient = recipientsOf(current).find(({ trackingNumber }) => trackingNumber === parsed.number);
  const language = recipient?.person.language ?? catalogue.city.defaultLanguage;
  const label = findService(catalogue, current.serviceCode)?.label;
  const page = { language, city: catalogue.city, trackingNumber: parsed.number, serviceName: label?.[language] ?? label?.en ?? '' };
  return { catalogue, current, trackingNumber: parsed.number, page };
}

function hasAnswered({ current, trackingNumber }: Asked): boolean {
  return current.survey?.answers.some((answer) => answer.trackingNumber === trackingNumber) ?? false;
}

function show(asked: Asked): string {
  return hasAnswered(asked) ? messagePage(asked.page, 'done') : questionPage(asked.page);
}

async function take(deps: AppDeps, asked: Asked, body: string): Promise<string> {
  if (hasAnswered(asked)) return messagePage(asked.page, 'done');
  const form = new URLSearchParams(body);
  const rating = Number(form.get('rating'));
  const comment = cleanText(form.get('comment') ?? '').slice(0, MOST_COMMENT);
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) return questionPage(asked.page, { comment, hasProblem: true });
  const outcome = await withLock(deps.pool, 'survey page', () => give(deps, asked, { rating, comment }));
  if (outcome.isHeldElsewhere) return messagePage(asked.page, 'busy');
  if (!outcome.result) return messagePage(asked.page, 'done');
  const threshold = asked.catalogue.survey?.followUpAtOrBelow ?? 0;
  return messagePage(asked.page, rating <= threshold ? 'thanksAndFollowUp' : 'thanks');
}

/** The same command however often the button was pressed. */
async function give(deps: AppDeps, { catalogue, current, trackingNumber }: Asked, answer: { readonly rating: number; readonly comment: string }): Promise<boolean> {
  const station = await openOwnStation(deps, 'survey', catalogue);
  const command: Command = {
    uid: CommandId.parse(uidFrom(`survey ${trackingNumber}`)),
    ...{ caseId: current.id, userId: CLOCK_STAFF_ID, station: station.id, madeAt: deps.now() },
    type: 'case.recordSurvey',
    v: COMMAND_VERSIONS.get('case.recordSurvey') ?? 1,
    args: { trackingNumber, ...answer, method: 'web' },
  };
  const [result] = await station.submit([command]);
  return must(result, 'one command has one result').status === 'accepted';
}
