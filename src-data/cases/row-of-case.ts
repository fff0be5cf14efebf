import type { Case } from '../../src-shared/domain/case-document.ts';
import { listedPromises } from '../../src-shared/overdue/promises.ts';
import type { CaseRow } from '../../src-shared/protocol/data-rpc/case-views.ts';
import { toCaseRow } from './case-queries.ts';
import { columnsOf } from './write-case.ts';

/** The line of the queue a case would have if it were kept here. */
export function rowOfCase(current: Case): CaseRow {
  const { caseId, trackingNumber, state, kind, channel, serviceCode, departmentCode, assigneeId, requesterName, locationText, summary, ...rest } = columnsOf(current, listedPromises(current, 0), 'confirmed');
  const { receivedAt, respondBy, respondedAt, closedAt, dueAt, dueClock, lateCount, isSealed, isMajorRepair, coReporterCount, syncState } = rest;
  return toCaseRow({
    ...{ caseId, trackingNumber, state, kind, channel, serviceCode, departmentCode, assigneeId, requesterName, locationText, summary },
    ...{ receivedAt, respondBy, respondedAt, closedAt, dueAt, dueClock, lateCount, isSealed, isMajorRepair, coReporterCount, syncState },
  });
}
