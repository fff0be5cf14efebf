/** Closed cases this workstation does not hold: searched for, and fetched one by one, at the server. */
import { interfaceLocale, t } from '../../src-shared/language/language.ts';
import type { z } from 'zod';
import type { Case } from '../../src-shared/domain/case-document.ts';
import type { OlderPage, OlderPageRequest } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { FindCaseReply, type FindCaseRequest, OlderSearchReply } from '../../src-shared/protocol/older-cases.ts';
import { fitsConditions } from '../../src-shared/queue-query/fits-conditions.ts';
import { parseQuery } from '../../src-shared/queue-query/parse-query.ts';
import { type ResolvedQuery, resolveQuery } from '../../src-shared/queue-query/resolve-query.ts';
import { parseTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { SECOND_MS, type UtcMs } from '../../src-shared/util/time.ts';
import { findCase } from '../cases/case-queries.ts';
import { currentCatalogue } from '../cases/catalogue.ts';
import { rowOfCase } from '../cases/row-of-case.ts';
import type { WriteDb } from '../db/database.ts';
import { currentSession } from '../session/session.ts';
import { maySeeHere } from '../sight/not-hidden.ts';
import { readHorizon } from './horizon.ts';
import { takeInFetched } from './kept-cases.ts';

export interface OlderCasesOptions {
  readonly db: WriteDb;
  readonly now: () => UtcMs;
  readonly isOnline: () => boolean;
  /** Who this workstation is to the server; null: nobody yet. */
  readonly station: () => string | null;
  /** A signed request; its answer as text, or null for any status but 200. Rejects when there is no connection. */
  readonly post: (path: string, body: unknown, timeoutMs: number) => Promise<string | null>;
}

export interface OlderCases {
  /** What the server has beyond what is here, for a search of closed or of all cases; nothing for any other question. */
  page(request: OlderPageRequest): Promise<OlderPage>;
  /** Brings one case here, if the server has it and this workstation may hold it; its id, or null. Never rejects. */
  fetch(by: FindCaseRequest['by']): Promise<string | null>;
}

const TIMEOUT_MS = 10 * SECOND_MS;
const NOTHING: OlderPage = { rows: [], next: null, line: null, isWhole: true };

export function createOlderCases({ db, now, isOnline, station, post }: OlderCasesOptions): OlderCases {
  async function ask<S extends z.ZodType>(path: string, body: object, schema: S): Promise<z.infer<S> | null> {
    const self = station();
    if (self === null) return null;
    try {
      const text = await post(path, { station: self, ...body }, TIMEOUT_MS);
      return text === null ? null : schema.parse(JSON.parse(text));
    } catch {
      return null; // no connection, or cut off: said to the person by what is missing
    }
  }

  return {
    async page({ view, search, after, limit }) {
      const closedBefore = readHorizon(db).closedSince;
      const isAsked = closedBefore !== null && search.trim() !== '' && (view === 'closed' || view === 'all') && !parseTrackingNumber(search).ok;
      if (!isAsked) return NOTHING;
      const date = dateWords(db, closedBefore);
      if (!isOnline()) return { ...NOTHING, isWhole: false, line: t`Cases closed before ${date} are kept at the server; they can be searched when it is back.` };
      const { words, conditions, tokens } = filtersOf(db, search, now());
      if (words.trim() === '') return tokens.length === 0 ? NOTHING : { ...NOTHING, line: t`Filters look among the cases of this workstation. Add a word to search those closed before ${date}, too.` };
      const reply = await ask('/sync/v1/search', { text: words, closedBefore, after, limit }, OlderSearchReply);
      if (reply === null) return { ...NOTHING, isWhole: false, line: t`Cases closed before ${date} are kept at the server, and it did not answer just now. It is asked again.` };
      const cases = reply.cases as unknown as readonly Case[]; // safe: built by the server's evolve, as in a pull
      // The server looks for words; the filters are held against what it found.
      const moments = { now: now(), dueAt: null, soonAt: null, callAt: null, isUnsent: false };
      const rows = cases.filter((current) => findCase(db, current.id) === null && maySeeHere(db, current) && fitsConditions(current, conditions, moments)).map(rowOfCase);
      const isBehind = reply.searchableBefore < closedBefore;
      const line = isBehind ? t`Older cases, from the server. It is still sorting those closed after ${dateWords(db, reply.searchableBefore)}; more may follow.` : t`Older cases, from the server`;
      return { rows, next: reply.next, line: rows.length > 0 || isBehind ? line : null, isWhole: !isBehind };
    },
    async fetch(by) {
      const reply = isOnline() ? await ask('/sync/v1/find', { by }, FindCaseReply) : null;
      if (!reply?.case) return null;
      const fetched = reply.case as unknown as Case; // safe: built by the server's evolve, as in a pull
      takeInFetched(db, fetched, reply.buckets, now());
      for (const caseId of reply.alsoLeadsTo) {
        const other = await ask('/sync/v1/find', { by: { caseId } }, FindCaseReply);
        if (other?.case) takeInFetched(db, other.case as unknown as Case, other.buckets, now()); // safe: as above
      }
      return findCase(db, fetched.id) === null ? null : fetched.id;
    },
  };
}

function filtersOf(db: WriteDb, search: string, now: UtcMs): ResolvedQuery {
  const { staff } = currentSession(db);
  return resolveQuery(parseQuery(search), search, { catalogue: currentCatalogue(db), staffId: staff?.id ?? null, departmentCodes: staff?.departmentCodes ?? [], now });
}

/** A day as the city writes it: `Nov 22, 2024`. */
function dateWords(db: WriteDb, moment: UtcMs): string {
  const timeZone = currentCatalogue(db)?.city.timeZone ?? 'UTC';
  return new Intl.DateTimeFormat(interfaceLocale(), { timeZone, dateStyle: 'medium' }).format(moment);
}
