import { t } from '../../src-shared/language/language.ts';
import type { QueryClient } from '@tanstack/react-query';
import { seesSealedCases } from '../../src-shared/domain/visibility.ts';
import { formatTrackingNumber, type TrackingNumber } from '../../src-shared/tracking-number/tracking-number.ts';
import { dataErrorSentence } from '../data/data-error.ts';
import { queries } from '../data/queries.ts';
import { showToast } from '../ui/announce.tsx';
import { goTo } from './routes.ts';

/** For those who may see sealed cases: a workstation holds them only when IT has said so (`stations --hold`). */
export const SEALED_ELSEWHERE = t`If it is sealed, IT has to let this workstation hold it.`;

/** Shows the case a number was given out for, also when it is a co-reporter's number; says so when this workstation has none. */
export async function openCaseByNumber(queryClient: QueryClient, trackingNumber: TrackingNumber): Promise<void> {
  try {
    const found = await queryClient.fetchQuery({ ...queries.caseByNumber(trackingNumber), staleTime: 0 });
    if (found) goTo({ screen: 'case', caseId: found.case.id });
    else showToast(t`No case ${formatTrackingNumber(trackingNumber)} on this workstation. It may belong to a department you do not see, or be newer than the last sync.${await maySeeSealed(queryClient) ? ` ${SEALED_ELSEWHERE}` : ''}`);
  } catch (error) {
    showToast(dataErrorSentence(error));
  }
}

async function maySeeSealed(queryClient: QueryClient): Promise<boolean> {
  const { staff } = await queryClient.ensureQueryData(queries.session());
  return staff !== null && seesSealedCases(staff);
}
