import { queryOptions } from '@tanstack/react-query';
import type { CaseId } from '../../src-shared/util/ids.ts';
import { data } from '../data/data-client.ts';

export const lettersQueries = {
  /** Of these cases those that owe a letter, with what it takes to write it; at most `MAX_LETTERS_AT_ONCE`. */
  owed: (caseIds: readonly CaseId[]) =>
    queryOptions({ queryKey: ['cases', 'lettersOwed', caseIds], queryFn: ({ signal }) => data.letters.owed({ caseIds: [...caseIds] }, { signal }) }),
};
