import { t } from '../../../src-shared/language/language.ts';
import type { FastifyInstance } from 'fastify';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { AppDeps } from '../../app-deps.ts';
import { publishCatalogue } from '../../catalogue/catalogue-store.ts';
import { inTransaction } from '../../db/transaction.ts';
import { type LocalStation, openLocalStation } from '../../fleet/local-station.ts';
import { parseRequest } from '../../http/parse.ts';
import { HttpProblem } from '../../http/problem.ts';
import { BatchReply, BatchRequest, CatalogueReply, CatalogueRequest, MAX_BATCH_BYTES } from '../import-protocol.ts';
import { addToCatalogue } from './add-to-catalogue.ts';
import { requireAdministrator } from '../../auth/administrator.ts';
import { importBatch } from './import-batch.ts';
import { oneAtATime } from './one-at-a-time.ts';

/** Room around a full batch: JSON of the envelope and of texts that need escaping. */
const BODY_LIMIT_BYTES = 2 * MAX_BATCH_BYTES;

/** POST /import/v1/catalogue and /import/v1/batches; for administrators only. */
export function importRoutes(app: FastifyInstance, deps: AppDeps): void {
  const inTurn = oneAtATime();
  let station: Promise<LocalStation> | null = null;

  app.post('/import/v1/catalogue', { bodyLimit: BODY_LIMIT_BYTES }, async (request): Promise<CatalogueReply> => {
    const author = await requireAdministrator(deps, request);
    const { additions, isDryRun } = parseRequest(CatalogueRequest, request.body);
    const reply = await inTransaction(deps.pool, { retriesLostRace: true }, async (tx) => {
      const catalogue = await deps.catalogues.newest(tx);
      if (catalogue === null) throw noCatalogue();
      const addition = added(catalogue, additions);
      const isNew = addition.catalogue.version !== catalogue.version;
      if (isNew && !isDryRun) await publishCatalogue(tx, addition.catalogue, { at: deps.now(), by: author.id });
      return addition.reply;
    });
    return CatalogueReply.parse(reply);
  });

  app.post('/import/v1/batches', { bodyLimit: BODY_LIMIT_BYTES }, async (request): Promise<BatchReply> => {
    const author = await requireAdministrator(deps, request);
    const batch = parseRequest(BatchRequest, request.body);
    const results = await inTurn(async () => {
      const local = batch.isDryRun ? null : await importStation();
      const run = { system: batch.system, station: local?.id ?? 'dry-run', importedBy: author.id, importedAt: deps.now() };
      return importBatch({ pool: deps.pool, catalogue: await catalogueFor(batch), run, station: local }, batch);
    });
    deps.log.info({ request: request.id, ...countByStatus(results), isDryRun: batch.isDryRun }, 'cases imported');
    return BatchReply.parse({ results });
  });

  /** One station for all imports of this server process, made when the first one comes. */
  function importStation(): Promise<LocalStation> {
    station ??= openLocalStation(deps, 'Import', []).catch((error: unknown) => {
      station = null;
      throw error;
    });
    return station;
  }

  async function catalogueFor({ isDryRun, additions }: BatchRequest): Promise<Catalogue> {
    const catalogue = await deps.catalogues.newest(deps.pool);
    if (catalogue === null) throw noCatalogue();
    return isDryRun && additions ? added(catalogue, additions).catalogue : catalogue;
  }
}

function added(catalogue: Catalogue, additions: CatalogueRequest['additions']) {
  const addition = addToCatalogue(catalogue, additions);
  if (addition.ok) return addition;
  throw new HttpProblem({ status: 422, code: 'mappingDoesNotFit', title: t`The mapping does not fit this city`, detail: addition.sentence });
}

function countByStatus(results: readonly { readonly status: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of results) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

function noCatalogue(): HttpProblem {
  return new HttpProblem({
    status: 409,
    code: 'noCatalogue',
    title: t`The server has not been set up yet: it knows no departments, services or staff`,
    detail: t`Load the city’s catalogue first, or start the server with --seed demo to try it.`,
  });
}
