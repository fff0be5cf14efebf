import { unfinishedTasks } from '../../src-shared/commands/close-case.ts';
import { formFor, recipientsOf } from '../../src-shared/correspondence/recipients.ts';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { closingNeeds } from '../../src-shared/domain/closing-needs.ts';
import type { BulkCase, BulkQuestion, ToldHow } from '../../src-shared/protocol/data-rpc/bulk-views.ts';
import type { ReadDb } from '../db/database.ts';
import { maySeeHere } from '../sight/not-hidden.ts';
import { findCase } from './case-queries.ts';

/**
 * What a command for many cases has to know of each, in the order asked. Cases that are not on this workstation, or not for whoever is
 * signed in, are left out: their commands are judged all the same.
 */
export function bulkCases(db: ReadDb, { caseIds }: BulkQuestion): readonly BulkCase[] {
  return caseIds.flatMap((caseId) => {
    const current = findCase(db, caseId)?.case;
    return current && maySeeHere(db, current) ? [toBulkCase(current)] : [];
  });
}

function toBulkCase(current: Case): BulkCase {
  const hold = current.history.findLast((fact) => fact.kind === 'putOnHold');
  return {
    caseId: current.id,
    needs: closingNeeds(current),
    openTaskCount: unfinishedTasks(current).length,
    told: toldHow(current),
    lastHold: hold === undefined ? null : { reasonCode: hold.reasonCode, note: hold.note, until: hold.until },
  };
}

function toldHow(current: Case): ToldHow {
  const [first] = current.isSealed || current.source ? [] : recipientsOf(current);
  if (first === undefined) return 'nothing';
  const form = formFor(first);
  if (form !== null) return form === 'letter' ? 'letter' : 'sent';
  return first.person.preference === 'phone' && first.person.phone !== '' ? 'call' : 'nothing';
}
