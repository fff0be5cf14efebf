import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Bulletin } from '../../../src-shared/office/bulletin.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { useRunningBulletins } from '../office/use-office.ts';
import { goTo } from '../routes.ts';
import { useCatalogue } from '../workplace.tsx';
import { untilWords } from './bulletin-words.ts';
import './bulletins.css';

/** More than these are counted: a strip is read in passing. */
const MOST_SHOWN = 3;

/** What callers are told right now, in one line for each; nothing while nothing is posted. `without`: those that are shown in full beside it. */
export function BulletinStrip({ without = [] }: { readonly without?: readonly Bulletin[] }): ReactElement | null {
  const running = useRunningBulletins().filter(({ id }) => !without.some((shown) => shown.id === id));
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  if (running.length === 0) return null;
  const shown = running.slice(0, MOST_SHOWN);
  return (
    <aside className="bulletin-strip" aria-label={t`Bulletins`}>
      <Icon name="bell" />
      <ul>
        {shown.map((bulletin) => (
          <li key={bulletin.id}>
            <strong>{bulletin.title}</strong> <span className="number">{untilWords(bulletin, now, timeZone)}</span>
          </li>
        ))}
        {running.length > shown.length && <li>{t`and ${running.length - shown.length} more`}</li>}
      </ul>
      <Button size="small" look="quiet" onPress={() => goTo({ screen: 'knowledge', tab: 'bulletins' })} label={t`Read the bulletins`}>
        {t`Read`}
      </Button>
    </aside>
  );
}
