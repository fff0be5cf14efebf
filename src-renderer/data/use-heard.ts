import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type HeardWords, NOTHING_HEARD } from '../../src-shared/catalogue/heard-words.ts';
import { queries } from './queries.ts';

/** What callers of this city call things; nothing until it is read, and on a first day. */
export function useHeard(): HeardWords {
  const { data } = useQuery(queries.heard());
  return useMemo(() => (data === undefined ? NOTHING_HEARD : new Map(data)), [data]);
}
