import { t } from '../../../src-shared/language/language.ts';
import { wholeNumber } from '../../../src-shared/language/numbers.ts';
import { type ReactElement, useState } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { Section } from '../../../src-shared/catalogue/sections.ts';
import { Button } from '../../ui/button.tsx';
import { changeDraft } from '../admin-store.ts';
import { formOf } from '../describe/sections.ts';
import { type AdminDraft, type DraftChange, takeBack } from '../draft/draft.ts';
import { ChangeCard, OrderCard } from './change-card.tsx';

/** More of one section are folded: nobody reads hundreds, and what follows them must not be far away. */
const MOST_OPEN = 12;

interface ChangeListProps {
  readonly changes: readonly DraftChange[];
  readonly orders: AdminDraft['orders'];
  readonly catalogues: readonly Catalogue[];
}

/** All that is to be published, entry by entry; a whole file taken in is one line that unfolds. */
export function ChangeList({ changes, orders, catalogues }: ChangeListProps): ReactElement {
  const sections = [...new Set(changes.map(({ section }) => section))];
  return (
    <ul className="admin-cards" aria-label={t`Changes`}>
      {sections.flatMap((section) => {
        const own = changes.filter((change) => change.section === section);
        if (own.length > MOST_OPEN) return [<FoldedChanges key={section} section={section} changes={own} catalogues={catalogues} />];
        return own.map((change) => <ChangeCard key={`${section} ${change.code}`} change={change} catalogues={catalogues} />);
      })}
      {orders.map((order) => (
        <OrderCard key={order.section} order={order} />
      ))}
    </ul>
  );
}

interface FoldedChangesProps extends Omit<ChangeListProps, 'orders'> {
  readonly section: Section;
}

function FoldedChanges({ section, changes, catalogues }: FoldedChangesProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const { title } = formOf(section);
  const takeAllBack = (): void => changeDraft((draft) => changes.reduce<AdminDraft>((kept, { code }) => takeBack(kept, { section, code }), draft));
  return (
    <li className="admin-card">
      <div className="admin-card-head">
        <h3>{`${title}: ${tally(changes)}`}</h3>
        <div className="button-row">
          <Button size="small" look="quiet" label={t`Take all back: ${title}`} onPress={takeAllBack}>
            {t`Take all back`}
          </Button>
        </div>
      </div>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t`Show each of them`}</summary>
        {isOpen && (
          <ul className="admin-cards admin-cards-folded" aria-label={t`Changes of ${title}`}>
            {changes.map((change) => (
              <ChangeCard key={change.code} change={change} catalogues={catalogues} />
            ))}
          </ul>
        )}
      </details>
    </li>
  );
}

/** `560 new, 4 changed` */
export function tally(changes: readonly Pick<DraftChange, 'before' | 'value'>[]): string {
  const counts = [
    { count: changes.filter(({ before }) => before === null).length, word: t`new` },
    { count: changes.filter(({ before, value }) => before !== null && value !== null).length, word: t`changed` },
    { count: changes.filter(({ before, value }) => before !== null && value === null).length, word: t`taken out` },
  ];
  return counts
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${wholeNumber(count)} ${word}`)
    .join(', ');
}
