import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { findNeighborhood, neighborhoodName, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { NEIGHBORHOOD_SOURCE_LABELS, neighborhoodSource } from '../../../src-shared/community/neighborhood-source.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { eventLine } from '../../app/community/event-words.ts';
import { useOffice } from '../../app/office/use-office.ts';
import { goTo } from '../../app/routes.ts';
import { useCatalogue } from '../../app/workplace.tsx';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';

/** The part of the city, whose it is, and what tells it; from there to its other cases. */
export function NeighborhoodLine({ current }: { readonly current: Case }): ReactElement {
  const catalogue = useCatalogue();
  const { events } = useOffice();
  const { location, eventId, neighborhoodCode } = current;
  if (!neighborhoodCode) return <span className="muted">{t`Not known`}</span>;
  const name = neighborhoodName(catalogue, neighborhoodCode);
  const liaison = findNeighborhood(catalogue, neighborhoodCode)?.liaisonStaffId ?? null;
  const eventNeighborhoodCode = events.find(({ id }) => id === eventId)?.neighborhoodCode ?? null;
  const source = neighborhoodSource(neighborhoodCode, { neighborhoods: catalogue.neighborhoods, location, eventNeighborhoodCode });
  return (
    <>
      <Button look="quiet" size="small" label={t`${name}: cases of this neighborhood`} onPress={() => goTo({ screen: 'community', neighborhoodCode })}>
        {name}
      </Button>
      <div className="muted">{`${liaison === null ? t`No liaison` : t`Liaison ${staffName(catalogue, liaison)}`} · ${NEIGHBORHOOD_SOURCE_LABELS[source]}`}</div>
    </>
  );
}

/** Where it was said. An event whose records are past their time is named as such. */
export function TownHallLine({ eventId }: { readonly eventId: string }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = useNow();
  const event = useOffice().events.find(({ id }) => id === eventId);
  return <span>{event ? eventLine(event, now, timeZone) : t`An event that is no longer kept`}</span>;
}
