import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { changeDraft } from '../admin-store.ts';
import { differencesOf } from '../describe/differences.ts';
import { type DraftConflict, keepMine, takeBack } from '../draft/draft.ts';
import { titleOf } from './change-card.tsx';
import { DifferenceList } from './difference-list.tsx';

interface ConflictCardProps {
  readonly conflict: DraftConflict;
  readonly catalogues: readonly Catalogue[];
}

/** An entry that somebody else has published since: what they changed, what you changed, and which of both counts. */
export function ConflictCard({ conflict, catalogues }: ConflictCardProps): ReactElement {
  const catalogue = useCatalogue();
  const { change, theirs } = conflict;
  const { section, code, before, value } = change;
  const place = { section, code };
  const name = titleOf(change);
  return (
    <li className="admin-card" data-conflict="">
      <h3>{name}</h3>
      <Note tone="warning">{t`Somebody else has published a change of this entry since you began.`}</Note>
      <div className="admin-pair">
        <Side title={t`Their change`} removed={theirs === null} differences={differencesOf(section, before, theirs, catalogues)} />
        <Side title={t`Your change`} removed={value === null} differences={differencesOf(section, before, value, catalogues)} />
      </div>
      <div className="button-row">
        <Button size="small" label={t`Keep mine: ${name}`} onPress={() => changeDraft((draft) => keepMine(draft, catalogue, place))}>
          {t`Keep mine`}
        </Button>
        <Button size="small" label={t`Keep theirs: ${name}`} onPress={() => changeDraft((draft) => takeBack(draft, place))}>
          {t`Keep theirs`}
        </Button>
      </div>
    </li>
  );
}

interface SideProps {
  readonly title: string;
  readonly removed: boolean;
  readonly differences: ReturnType<typeof differencesOf>;
}

function Side({ title, removed, differences }: SideProps): ReactElement {
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {removed ? <p>{t`The entry was taken out.`}</p> : <DifferenceList differences={differences} />}
    </section>
  );
}
