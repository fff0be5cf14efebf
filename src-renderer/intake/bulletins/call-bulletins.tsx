import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo } from 'react';
import { searchServices } from '../../../src-shared/catalogue/search-services.ts';
import type { Bulletin } from '../../../src-shared/office/bulletin.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { BulletinStrip } from '../../app/bulletins/bulletin-strip.tsx';
import { untilWords } from '../../app/bulletins/bulletin-words.ts';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { useActions } from '../../app/keymap/use-actions.ts';
import { useBulletinsFor } from '../../app/office/use-office.ts';
import { queries } from '../../data/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Icon } from '../../ui/icon.tsx';
import { useFormState, useIntakeForm } from '../form/form-context.tsx';
import type { JoinTarget } from '../intake-actions.ts';
import './call-bulletins.css';

/** What is posted about this very call, in full above the form; the others in one line. */
export function CallBulletins({ onJoin }: { readonly onJoin: (existing: JoinTarget) => void }): ReactElement {
  const fitting = useFitting();
  return (
    <div className="call-bulletins">
      <BulletinStrip without={fitting} />
      {fitting.map((bulletin, index) => (
        <CallBulletin key={bulletin.id} bulletin={bulletin} hasKey={index === firstWithCase(fitting)} onJoin={onJoin} />
      ))}
    </div>
  );
}

/** Those that name a service or a place which this call is about. One for everybody stands in the line, and is in nobody's way. */
function useFitting(): readonly Bulletin[] {
  const { catalogue } = useIntakeForm();
  const draft = useFormState(({ ahead: { serviceCode, serviceText, locationText } }) => ({ serviceCode, serviceText, locationText }));
  const chosen = useMemo(() => draft.serviceCode ?? likelyService(draft.serviceText, catalogue.services), [catalogue, draft.serviceCode, draft.serviceText]);
  const fitting = useBulletinsFor({ serviceCode: chosen, placeText: draft.locationText }).filter(({ serviceCodes, placeWords }) => serviceCodes.length + placeWords.length > 0);
  const titles = fitting.map(({ title }) => title).join('. ');
  useEffect(() => {
    if (titles !== '') announce(t`Bulletin: ${titles}`);
  }, [titles]);
  return fitting;
}

const LEAST_TEXT = 3;

/** What Tab would take, while the service is still being typed. */
function likelyService(text: string, services: Parameters<typeof searchServices>[0]): string | null {
  return text.trim().length < LEAST_TEXT ? null : (searchServices(services, text, 1)[0]?.service.code ?? null);
}

function firstWithCase(bulletins: readonly Bulletin[]): number {
  return bulletins.findIndex(({ trackingNumber }) => trackingNumber !== null);
}

interface CallBulletinProps {
  readonly bulletin: Bulletin;
  /** One key adds the caller to its case; with several bulletins, to that of the first that has one. */
  readonly hasKey: boolean;
  readonly onJoin: (existing: JoinTarget) => void;
}

function CallBulletin({ bulletin, hasKey, onJoin }: CallBulletinProps): ReactElement {
  const { catalogue } = useIntakeForm();
  const now = useNow();
  return (
    <section className="call-bulletin" aria-label={t`Bulletin: ${bulletin.title}`}>
      <Icon name="bell" />
      <div className="call-bulletin-words">
        <p>
          <strong>{bulletin.title}</strong> <span className="number">{untilWords(bulletin, now, catalogue.city.timeZone)}</span>
        </p>
        <p>{bulletin.text}</p>
      </div>
      {bulletin.trackingNumber !== null && <JoinButton trackingNumber={bulletin.trackingNumber} hasKey={hasKey} onJoin={onJoin} />}
    </section>
  );
}

const NO_ACTIONS: readonly Action[] = [];

function JoinButton({ trackingNumber, hasKey, onJoin }: Omit<CallBulletinProps, 'bulletin'> & { readonly trackingNumber: NonNullable<Bulletin['trackingNumber']> }): ReactElement {
  const { data: view, isSuccess } = useQuery(queries.caseByNumber(trackingNumber));
  const number = formatTrackingNumber(trackingNumber);
  const join: Action = {
    id: 'newCase.joinBulletin',
    label: t`Add this caller to ${number}`,
    isEnabled: view != null,
    run: () => view && onJoin({ ...view.case, caseId: view.case.id }),
  };
  useActions({ id: 'newCase.bulletin', title: t`Bulletin` }, hasKey ? [join] : NO_ACTIONS);
  if (isSuccess && view === null) return <p className="call-bulletin-none">{t`Case ${number} is not on this workstation: issue a number, and mention it.`}</p>;
  if (hasKey) return <ActionButton action={join} size="small" look="primary" />;
  return (
    <Button size="small" look="primary" isDisabled={join.isEnabled === false} onPress={() => join.run?.()}>
      {join.label}
    </Button>
  );
}
