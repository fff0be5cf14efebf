import type { CaseView } from '../../src-shared/protocol/data-rpc/case-views.ts';
import type { FindCaseRequest } from '../../src-shared/protocol/older-cases.ts';
import { parseTrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { keepOpened } from '../horizon/kept-cases.ts';
import { logOpening } from './log-opening.ts';
import type { Workstation } from '../workstation.ts';

/** What `ask` finds here; when it finds nothing, the server is asked for the case and `ask` once more. */
export async function withOlder<T>({ olderCases }: Pick<Workstation, 'olderCases'>, by: FindCaseRequest['by'] | null, ask: () => T, isFound: (answer: T) => boolean): Promise<T> {
  const here = ask();
  if (by === null || isFound(here)) return here;
  return (await olderCases.fetch(by)) === null ? here : ask();
}

/** A case that somebody opens: fetched when it is not here, and not let go of while they work with it. */
export async function opened(workstation: OpeningDesk, by: FindCaseRequest['by'], view: () => CaseView | null): Promise<CaseView | null> {
  const found = await withOlder(workstation, by, view, (answer) => answer !== null);
  if (found) keepOpened(workstation.db, found.case, workstation.now());
  return found?.case.isSealed ? openedSealed(workstation, found, view) : found;
}

type OpeningDesk = Pick<Workstation, 'olderCases' | 'db' | 'now' | 'changes' | 'nudgeSync'>;

/** Seen only by whom it was noted for. */
function openedSealed(workstation: OpeningDesk, found: CaseView, view: () => CaseView | null): CaseView | null {
  const outcome = logOpening(workstation, found.case);
  if (outcome === 'known') return found;
  if (outcome === 'notLogged') return null;
  workstation.changes.publish({ topic: 'sync', caseIds: null });
  workstation.nudgeSync();
  return view();
}

/** The tracking number a search text is, or null. */
export function numberIn(search: string): FindCaseRequest['by'] | null {
  const number = parseTrackingNumber(search);
  return number.ok ? { trackingNumber: number.number } : null;
}
