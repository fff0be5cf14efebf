import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import type { GroundPoint } from '../../../src-shared/places/ground.ts';
import type { CaseId } from '../../../src-shared/util/ids.ts';
import { queries } from '../../data/queries.ts';
import { AreaMap, FIRST_METERS } from '../../ui/map/area-map.tsx';
import { goTo } from '../routes.ts';
import { useCatalogue } from '../workplace.tsx';

export interface PlaceMapProps {
  readonly place: string;
  readonly point: GroundPoint;
  readonly similar: readonly string[];
  /** The case the map is about; null while it is being taken. */
  readonly exceptCaseId: CaseId | null;
  readonly onMove?: (point: GroundPoint) => void;
}

/** The small map of a place with a position, and the open cases around it. */
export function PlaceMap({ place, point, similar, exceptCaseId, onMove }: PlaceMapProps): ReactElement | null {
  const catalogue = useCatalogue();
  const [meters, setMeters] = useState(FIRST_METERS as number);
  const { data: view } = useQuery(queries.mapAround({ point, meters, exceptCaseId }));
  if (!view) return null;
  const aboutCase = (caseId: string): string => {
    const shown = view.cases.find((one) => one.caseId === caseId);
    const service = shown?.serviceCode ?? null;
    return shown === undefined ? '' : [service === null ? '' : serviceName(catalogue, service), shown.locationText].filter((part) => part !== '' && part !== place).join(', ');
  };
  const openCase = (caseId: string): void => {
    const shown = view.cases.find((one) => one.caseId === caseId);
    if (shown) goTo({ screen: 'case', caseId: shown.caseId });
  };
  return <AreaMap place={place} point={point} view={view} meters={meters} onZoom={setMeters} similar={new Set(similar)} aboutCase={aboutCase} onOpen={openCase} {...(onMove === undefined ? {} : { onMove })} />;
}
