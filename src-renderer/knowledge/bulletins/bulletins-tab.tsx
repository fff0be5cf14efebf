import { t, tFor } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { serviceName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { type Bulletin, endOfBulletin } from '../../../src-shared/office/bulletin.ts';
import { mayChangeBulletin, mayPostBulletins } from '../../../src-shared/office/office-permission.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { relativeMoment } from '../../../src-shared/util/moment.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { placeTitle, untilWords } from '../../app/bulletins/bulletin-words.ts';
import { writeBulletin } from '../../app/bulletins/bulletin-dialog-store.ts';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useOffice, useRunningBulletins, useWaitingInOffice } from '../../app/office/use-office.ts';
import { useCatalogue, useStaff } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusPill } from '../../ui/status-pill.tsx';
import { useNow } from '../../ui/use-now.ts';
import { EndBulletinDialog } from './end-bulletin-dialog.tsx';

/** How far back bulletins that are over are listed. */
const MOST_PAST = 10;

/** What callers are told now, and what they were told before. */
export function BulletinsTab(): ReactElement {
  const staff = useStaff();
  const running = useRunningBulletins();
  const past = usePast(running);
  const [ending, setEnding] = useState<Bulletin | null>(null);
  const post: Action = { id: 'knowledge.postBulletin', label: t`Post a bulletin`, isEnabled: mayPostBulletins(staff), run: () => writeBulletin(), isKeyOnly: true };
  useActions({ id: 'knowledge.bulletins', title: t`Bulletins` }, [post]);
  return (
    <div className="knowledge-page" tabIndex={0} role="region" aria-label={t`Bulletins`}>
      <header className="knowledge-page-head">
        <h2>{running.length === 0 ? t`Bulletins` : t`Bulletins now (${running.length})`}</h2>
        {post.isEnabled === true && <ActionButton action={post} look="primary" />}
      </header>
      {running.length === 0 ? (
        <EmptyState icon="bell" title={t`No bulletin is running`}>
          {mayPostBulletins(staff) ? t`Post one when many will call about the same thing: what to say, until when, and to which case callers are added.` : t`What many call about is posted here by department heads and super users.`}
        </EmptyState>
      ) : (
        <ul className="bulletin-list" aria-label={t`Bulletins now`}>
          {running.map((bulletin) => (
            <BulletinCard key={bulletin.id} bulletin={bulletin} onEnd={() => setEnding(bulletin)} />
          ))}
        </ul>
      )}
      {past.length > 0 && <PastBulletins past={past} />}
      {ending !== null && <EndBulletinDialog bulletin={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

function usePast(running: readonly Bulletin[]): readonly Bulletin[] {
  const { bulletins } = useOffice();
  return bulletins.filter(({ id }) => !running.some((one) => one.id === id)).toReversed().slice(0, MOST_PAST);
}

function BulletinCard({ bulletin, onEnd }: { readonly bulletin: Bulletin; readonly onEnd: () => void }): ReactElement {
  const catalogue = useCatalogue();
  const staff = useStaff();
  const now = useNow();
  const isWaiting = useWaitingInOffice().has(bulletin.id);
  const { timeZone } = catalogue.city;
  const where = [bulletin.serviceCodes.map((code) => serviceName(catalogue, code)).join(', ') || t`Any service`, bulletin.placeWords.map(placeTitle).join(', ') || t`anywhere`];
  return (
    <li className="bulletin-card">
      <div className="bulletin-card-head">
        <h3>{bulletin.title}</h3>
        <span className="bulletin-until number">{untilWords(bulletin, now, timeZone)}</span>
        {isWaiting && <StatusPill tone="warning" label={t`Waiting to send`} />}
      </div>
      <p className="bulletin-text">{bulletin.text}</p>
      <p className="muted">{where.join(' · ')}</p>
      {bulletin.trackingNumber !== null && (
        <p className="muted">
          {t`Callers are added to`}{' '}<strong className="number">{formatTrackingNumber(bulletin.trackingNumber)}</strong>
        </p>
      )}
      <div className="bulletin-card-foot">
        <span className="muted">{`${staffName(catalogue, bulletin.changedBy)}, ${relativeMoment(bulletin.postedAt, utcMs(Math.max(now, bulletin.postedAt)), timeZone)}`}</span>
        {mayChangeBulletin(staff, bulletin) && (
          <span className="button-row">
            <Button size="small" onPress={() => writeBulletin(bulletin)} label={t`Change: “${bulletin.title}”`}>
              {t`Change`}
            </Button>
            <Button size="small" onPress={onEnd} label={t`End now: “${bulletin.title}”`}>
              {t`End now`}
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}

function PastBulletins({ past }: { readonly past: readonly Bulletin[] }): ReactElement {
  const now = useNow();
  const { timeZone } = useCatalogue().city;
  const words = (bulletin: Bulletin): string => (bulletin.from > now && endOfBulletin(bulletin) > now ? t`begins later` : t`ended ${relativeMoment(endOfBulletin(bulletin), now, timeZone)}`);
  return (
    <section aria-labelledby="past-bulletins">
      <h2 id="past-bulletins">{tFor('past')`Before`}</h2>
      <ul className="bulletin-past">
        {past.map((bulletin) => (
          <li key={bulletin.id}>
            <span>{bulletin.title}</span> <span className="muted">{words(bulletin)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
