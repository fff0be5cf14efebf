/**
 * Open cases that may be the same thing, with the reason for each (DU-1): by place, service, time and words together. How far
 * around and how many days back is each service's own setting, kept by staff in the catalogue.
 */
import type { Catalogue, Service } from '../../src-shared/catalogue/catalogue.ts';
import { findService } from '../../src-shared/catalogue/lookup.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { SimilarCase } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { placeKey } from '../../src-shared/places/place-key.ts';
import { DAY_MS } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import type { ReadDb } from '../db/database.ts';
import { around, atPlace, type Candidate, ofService, type Period } from './candidate-queries.ts';
import { judgeCandidate } from './judge-candidate.ts';
import { OTHER_SERVICE_DAYS, OTHER_SERVICE_METERS, type SimilarQuery } from './similar-query.ts';

const SHOWN = 6;

/** Best first. Empty without a place, except for services that need none: those are compared by their words. */
export function findSimilarCases(db: ReadDb, query: SimilarQuery): readonly SimilarCase[] {
  const catalogue = currentCatalogue(db);
  return catalogue === null ? [] : bestOf(db, query, catalogue).slice(0, SHOWN);
}

/** The same for a case that is here: without itself, its parts, and what it is linked with from either side. Null: no such case here. */
export function findSimilarToCase(db: ReadDb, caseId: string): readonly SimilarCase[] | null {
  const current = findCase(db, caseId)?.case;
  const catalogue = currentCatalogue(db);
  if (!current || !catalogue) return null;
  const { serviceCode, location, description, receivedAt: at } = current;
  const query: SimilarQuery = { serviceCode, locationText: location?.text ?? '', point: location?.point ?? null, description, at, seenFrom: 'case' };
  return bestOf(db, query, catalogue)
    .filter(({ row }) => !isTied(current, row.caseId) && !linksTo(db, row.caseId, caseId))
    .slice(0, SHOWN);
}

function isTied({ id, links, absorbed, mergedInto }: Case, otherId: string): boolean {
  return otherId === id || otherId === mergedInto?.caseId || [...links, ...absorbed].some(({ caseId }) => caseId === otherId);
}

function linksTo(db: ReadDb, otherId: string, caseId: string): boolean {
  return findCase(db, otherId)?.case.links.some((link) => link.caseId === caseId) === true;
}

function bestOf(db: ReadDb, query: SimilarQuery, catalogue: Catalogue): readonly SimilarCase[] {
  const service = query.serviceCode === null ? undefined : findService(catalogue, query.serviceCode);
  return [...candidates(db, query, service).values()]
    .flatMap((candidate) => judgeCandidate(candidate, query, findService(catalogue, candidate.serviceCode)) ?? [])
    .sort((a, b) => b.score - a.score || Math.abs(a.row.receivedAt - query.at) - Math.abs(b.row.receivedAt - query.at))
    .map(({ row, reasons }) => ({ row, reasons }));
}

/** By case id: each once, however it was found. */
function candidates(db: ReadDb, query: SimilarQuery, service: Service | undefined): ReadonlyMap<string, Candidate> {
  const key = placeKey(query.locationText);
  const { point } = query;
  const period = (days: number): Period => ({ from: query.at - days * DAY_MS, to: query.seenFrom === 'now' ? Number.MAX_SAFE_INTEGER : query.at + days * DAY_MS });
  const own = period(service?.duplicateDays ?? OTHER_SERVICE_DAYS);
  const found = [
    ...atPlace(db, key, period(Math.max(service?.duplicateDays ?? 0, OTHER_SERVICE_DAYS))),
    ...(point === null ? [] : around(db, point, OTHER_SERVICE_METERS, period(OTHER_SERVICE_DAYS))),
    ...(point === null || !service ? [] : around(db, point, service.duplicateRadiusMeters, { ...own, serviceCode: service.code })),
    ...(key !== '' || point !== null || !service || service.needsLocation ? [] : ofService(db, service.code, own)),
  ];
  return new Map(found.map((candidate) => [candidate.caseId as string, candidate]));
}
