import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { EntryProblem } from '../../../src-shared/catalogue/catalogue-change.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { goToEntry } from '../open-entry.ts';

/** What keeps the changes from being published, each with the way to where it is mended. */
export function ProblemList({ problems }: { readonly problems: readonly EntryProblem[] }): ReactElement | null {
  if (problems.length === 0) return null;
  return (
    <ErrorNote>
      <ul className="admin-problems">
        {problems.map(({ section, code, sentence }) => (
          <li key={sentence}>
            <span>{sentence}</span>
            {code !== '' && (
              <Button size="small" label={t`Go to it: ${sentence}`} onPress={() => goToEntry(section, code)}>
                {t`Go to it`}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </ErrorNote>
  );
}
