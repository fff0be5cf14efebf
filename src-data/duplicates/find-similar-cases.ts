/**
 * Open cases that may be the same thing, with the reason for each: found by place (same text, or near by position), judged by
 * place, service, time and words together.
 */
import type { SimilarCase } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { foldText } from '../../src-shared/util/fold-text.ts';
import { DAY_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { ROW_COLUMNS, type StoredRow, toCaseRow } from '../cases/case-queries.ts';
import type { ReadDb } from '../db/database.ts';

export interface SimilarQuery {
  readonly serviceCode: string | null;
  readonly locationText: string;
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly description: string;
  readonly now: UtcMs;
}

const NEAR_METERS = 150;
const RECENT_DAYS = 60;
const SHOWN = 6;
const METERS_PER_DEGREE = 111_320;

const SQL = {
  samePlace: `SELECT ${ROW_COLUMNS}, c.latitude AS latitude, c.longitude AS longitude, c.location_folded AS folded FROM case_ c
    WHERE c.location_folded = :folded AND c.location_folded <> '' AND c.received_at >= :since AND c.is_open = 1 LIMIT 100`,
  near: `SELECT ${ROW_COLUMNS}, c.latitude AS latitude, c.longitude AS longitude, c.location_folded AS folded FROM case_ c
    WHERE c.is_open = 1 AND c.received_at >= :since AND c.latitude BETWEEN :south AND :north
      AND c.longitude BETWEEN :west AND :east LIMIT 200`,
} as const;

type Candidate = StoredRow & {
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly folded: string;
};

/** Best first; empty when neither a place nor a position was given. */
export function findSimilarCases(db: ReadDb, query: SimilarQuery): readonly SimilarCase[] {
  const since = query.now - RECENT_DAYS * DAY_MS;
  const candidates = new Map<string, Candidate>();
  const folded = foldText(query.locationText);
  const add = (row: Candidate): unknown => candidates.set(row.caseId, row);
  if (folded) db.query<Record<string, unknown>, Candidate>(SQL.samePlace).all({ folded, since }).forEach(add);
  if (query.point) db.query<Record<string, unknown>, Candidate>(SQL.near).all({ ...boxAround(query.point), since }).forEach(add);
  return [...candidates.values()]
    .map((candidate) => judge(candidate, query, folded))
    .filter((judged) => judged.score >= 2)
    .sort((a, b) => b.score - a.score || b.row.receivedAt - a.row.receivedAt)
    .slice(0, SHOWN)
    .map(({ row, reasons }) => ({ row, reasons }));
}

function judge(candidate: Candidate, query: SimilarQuery, folded: string): SimilarCase & { readonly score: number } {
  const reasons: string[] = [];
  let score = 0;
  const meters = distanceMeters(query.point, candidate);
  if (candidate.folded === folded && folded) {
    reasons.push('same place');
    score += 2;
  } else if (meters !== null && meters <= NEAR_METERS) {
    reasons.push(`${Math.max(5, Math.round(meters / 5) * 5)} m away`);
    score += 1.5;
  }
  if (candidate.serviceCode === query.serviceCode) {
    reasons.push('same service');
    score += 2;
  }
  const shared = sharedWords(query.description, candidate.summary);
  if (shared.length > 0) {
    reasons.push(`both say “${shared.slice(0, 2).join('”, “')}”`);
    score += Math.min(1, shared.length / 2);
  }
  const days = Math.floor((query.now - candidate.receivedAt) / DAY_MS);
  reasons.push(days <= 0 ? 'received today' : days === 1 ? 'received yesterday' : `received ${days} days ago`);
  score += days <= 3 ? 0.5 : 0;
  const { latitude: _latitude, longitude: _longitude, folded: _folded, ...row } = candidate;
  return { row: toCaseRow(row), reasons, score };
}

function sharedWords(a: string, b: string): readonly string[] {
  const long = (text: string): Set<string> => new Set(foldText(text).split(' ').filter((word) => word.length >= 5));
  const other = long(b);
  return [...long(a)].filter((word) => other.has(word));
}

function boxAround(point: { readonly latitude: number; readonly longitude: number }): Record<string, number> {
  const latitudes = NEAR_METERS / METERS_PER_DEGREE;
  const longitudes = latitudes / Math.max(0.01, Math.cos((point.latitude * Math.PI) / 180));
  return {
    south: point.latitude - latitudes,
    north: point.latitude + latitudes,
    west: point.longitude - longitudes,
    east: point.longitude + longitudes,
  };
}

/** Flat-earth distance, right to a metre within the few hundred that matter here; null when a position is missing. */
function distanceMeters(
  point: SimilarQuery['point'],
  other: { readonly latitude: number | null; readonly longitude: number | null },
): number | null {
  if (!point || other.latitude === null || other.longitude === null) return null;
  const north = (other.latitude - point.latitude) * METERS_PER_DEGREE;
  const east = (other.longitude - point.longitude) * METERS_PER_DEGREE * Math.cos((point.latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}
