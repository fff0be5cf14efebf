import type { ReactElement } from 'react';
import { Note } from '../../ui/note.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useOffice } from '../office/use-office.ts';
import { useCatalogue } from '../workplace.tsx';
import { awayWords } from './away-words.ts';

/** Says that somebody is away and who stands in, where work is about to be given to them. */
export function AwayHint({ staffId }: { readonly staffId: string }): ReactElement | null {
  const words = awayWords(useOffice(), useCatalogue(), staffId, useNow());
  if (words === null) return null;
  return (
    <div role="status">
      <Note tone="warning">{words}</Note>
    </div>
  );
}
