import { t, tFor } from '../../../src-shared/language/language.ts';
import type { ReactElement, ReactNode } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { SectionOrder } from '../../../src-shared/catalogue/catalogue-change.ts';
import { isListSection, nameOfEntry, sectionWord } from '../../../src-shared/catalogue/sections.ts';
import { Button } from '../../ui/button.tsx';
import { StatusPill, type Tone } from '../../ui/status-pill.tsx';
import { changeDraft } from '../admin-store.ts';
import { differencesOf } from '../describe/differences.ts';
import { formOf } from '../describe/sections.ts';
import { type DraftChange, takeBack, withoutOrder } from '../draft/draft.ts';
import { goToEntry } from '../open-entry.ts';
import { DifferenceList } from './difference-list.tsx';

interface ChangeCardProps {
  readonly change: DraftChange;
  readonly catalogues: readonly Catalogue[];
}

/** One changed entry: what it is and what differs. `actions`: the ways to it and back. */
export function ChangeSummary({ change, catalogues, actions }: ChangeCardProps & { readonly actions?: ReactNode }): ReactElement {
  const { section, before, value } = change;
  const kind = before === null ? KINDS.added : value === null ? KINDS.takenOut : KINDS.changed;
  return (
    <li className="admin-card">
      <div className="admin-card-head">
        <h3>{titleOf(change)}</h3>
        <StatusPill tone={kind.tone} label={kind.label} />
        {actions !== undefined && <div className="button-row">{actions}</div>}
      </div>
      {value !== null && <DifferenceList differences={differencesOf(section, before, value, catalogues).filter((one) => before !== null || saysSomething(one))} />}
    </li>
  );
}

/** The same for a change not yet published. */
export function ChangeCard({ change, catalogues }: ChangeCardProps): ReactElement {
  const { section, code, value } = change;
  const name = titleOf(change);
  return (
    <ChangeSummary
      change={change}
      catalogues={catalogues}
      actions={
        <>
          {value !== null && (
            <Button size="small" look="quiet" label={t`Open ${name}`} onPress={() => goToEntry(section, code)}>
              {tFor('verb')`Open`}
            </Button>
          )}
          <Button size="small" look="quiet" label={t`Take back ${name}`} onPress={() => changeDraft((draft) => takeBack(draft, { section, code }))}>
            {t`Take back`}
          </Button>
        </>
      }
    />
  );
}

const KINDS: Readonly<Record<'added' | 'changed' | 'takenOut', { readonly label: string; readonly tone: Tone }>> = {
  added: { label: t`New`, tone: 'success' },
  changed: { label: t`Changed`, tone: 'info' },
  takenOut: { label: t`Goes`, tone: 'warning' },
};

/** `Time rule: Standard, finished within 5 business days`. */
export function titleOf({ section, code, before, value }: DraftChange): string {
  if (!isListSection(section)) return formOf(section).title;
  const word = sectionWord(section);
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}: ${nameOfEntry(section, code, value ?? before)}`;
}

/** Of a new entry only what was set is worth a line. */
function saysSomething(difference: ReturnType<typeof differencesOf>[number]): boolean {
  return difference.kind === 'lines' || difference.to !== 'nothing';
}

/** A section whose entries stand in another order. */
export function OrderSummary({ order, actions }: { readonly order: SectionOrder; readonly actions?: ReactNode }): ReactElement {
  return (
    <li className="admin-card">
      <div className="admin-card-head">
        <h3>{t`${formOf(order.section).title}: another order`}</h3>
        {actions !== undefined && <div className="button-row">{actions}</div>}
      </div>
    </li>
  );
}

export function OrderCard({ order }: { readonly order: SectionOrder }): ReactElement {
  const { title } = formOf(order.section);
  return (
    <OrderSummary
      order={order}
      actions={
        <Button size="small" look="quiet" label={t`Take back the order of ${title}`} onPress={() => changeDraft((draft) => withoutOrder(draft, order.section))}>
          {t`Take back`}
        </Button>
      }
    />
  );
}
