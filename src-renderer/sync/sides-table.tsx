import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { BothSides } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { useCatalogue } from '../app/workplace.tsx';
import { useNow } from '../ui/use-now.ts';
import { sideWords } from './side-words.ts';

/** What was entered, what stands on the case now, and who put it there: one row for each thing. Where both agree, that is said. */
export function SidesTable({ sides }: { readonly sides: readonly BothSides[] }): ReactElement {
  const around = { catalogue: useCatalogue(), now: useNow() };
  return (
    <table className="attention-sides">
      <thead>
        <tr>
          <td />
          <th scope="col">{t`Entered`}</th>
          <th scope="col">{t`On the case now`}</th>
          <th scope="col">{t`Changed by`}</th>
        </tr>
      </thead>
      <tbody>
        {sides.map((side) => {
          const { label, mine, now, changed } = sideWords(side, around);
          return (
            <tr key={side.field} data-same={side.isSame || undefined}>
              <th scope="row">{label}</th>
              <td data-column={t`Entered`}>{mine}</td>
              <td data-column={t`On the case now`}>{side.isSame ? t`the same` : now}</td>
              <td data-column={t`Changed by`} className="number">
                {changed}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
