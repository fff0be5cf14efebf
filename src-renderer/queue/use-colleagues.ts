import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { staffName } from '../../src-shared/catalogue/lookup.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { queries } from '../data/queries.ts';

/** Names of colleagues who have a case open right now, by case; stable while nobody comes or goes. */
export function useColleagues(): ReadonlyMap<string, readonly string[]> {
  const catalogue = useCatalogue();
  const { data: colleagues } = useQuery(queries.colleagues());
  return useMemo(() => {
    const names = new Map<string, string[]>();
    for (const { caseId, staffId } of colleagues ?? []) names.set(caseId, [...(names.get(caseId) ?? []), staffName(catalogue, staffId)]);
    return names;
  }, [colleagues, catalogue]);
}
