import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { staffName } from '../../../src-shared/catalogue/lookup.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { adminQueries } from '../admin-queries.ts';
import { goToEntry } from '../open-entry.ts';

/** Who cannot sign in yet. */
export function StaffTools(): ReactElement | null {
  const catalogue = useCatalogue();
  const { data: reply } = useQuery(adminQueries.withoutPassword(catalogue.version));
  if (reply?.ok !== true || reply.staffIds.length === 0) return null;
  return (
    <Note tone="warning">
      {t`Without a password yet:`}
      <ul className="admin-plain-list">
        {reply.staffIds.map((id) => (
          <li key={id}>
            <Button size="small" look="quiet" onPress={() => goToEntry('staff', id)}>
              {staffName(catalogue, id)}
            </Button>
          </li>
        ))}
      </ul>
    </Note>
  );
}
