import type { QueryClient } from '@tanstack/react-query';
import type { CallerMatch } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { queries } from '../../data/queries.ts';
import { showToast } from '../../ui/announce.tsx';
import { askInQueue } from '../queue-asked.ts';
import { goTo } from '../routes.ts';
import { casesOfCitizen } from './people-entries.ts';

/** The only case of a citizen, or all of them in the queue. */
export async function openCasesOf(queryClient: QueryClient, citizen: CallerMatch): Promise<void> {
  if (citizen.caseCount !== 1) return askInQueue(casesOfCitizen(citizen));
  try {
    const [only] = await queryClient.fetchQuery({ ...queries.callerCases(citizen.key), staleTime: 0 });
    if (only === undefined) askInQueue(casesOfCitizen(citizen));
    else goTo({ screen: 'case', caseId: only.caseId });
  } catch (error) {
    showToast(dataErrorSentence(error));
  }
}
