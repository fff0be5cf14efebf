import { explainDue } from '../../src-shared/clock/explain-due.ts';
import { policyOfService } from '../../src-shared/catalogue/lookup.ts';
import type { CaseView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { ReadDb } from '../db/database.ts';
import { findShadow } from '../outbox/shadow.ts';
import { catalogueOfVersion, currentCatalogue } from './catalogue.ts';
import { findCase, findCaseIdByNumber, type StoredCase } from './case-queries.ts';

/** Null when the case is not on this workstation. */
export function viewOfCase(db: ReadDb, caseId: string): CaseView | null {
  const stored = findCase(db, caseId);
  return stored ? toView(db, stored) : null;
}

export function viewOfNumber(db: ReadDb, trackingNumber: string): CaseView | null {
  const caseId = findCaseIdByNumber(db, trackingNumber);
  return caseId === null ? null : viewOfCase(db, caseId);
}

function toView(db: ReadDb, stored: StoredCase): CaseView {
  const current = stored.case;
  const catalogue = catalogueOfVersion(db, current.catalogueVersion) ?? currentCatalogue(db);
  if (!catalogue) throw new Error('A case is here but no catalogue');
  const { policy, calendar } = policyOfService(catalogue, current.serviceCode);
  return {
    case: current,
    syncState: stored.syncState,
    pendingFactIds: pendingFactIds(db, stored),
    due: explainDue(current.receivedAt, policy, calendar),
  };
}

/** Facts shown but not in the server's version. */
function pendingFactIds(db: ReadDb, stored: StoredCase): readonly string[] {
  const shadow = findShadow(db, stored.case.id);
  if (!shadow.isKept) return [];
  const confirmed = new Set(shadow.base?.history.map((fact) => fact.id) ?? []);
  return stored.case.history.map((fact) => fact.id).filter((id) => !confirmed.has(id));
}
