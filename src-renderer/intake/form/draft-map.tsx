import type { ReactElement } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import { PlaceMap } from '../../app/map/place-map.tsx';
import { useDraft, useIntakeForm } from './form-context.tsx';
import { useSimilarCases } from './use-similar-cases.ts';

/** The ground around the place, as soon as it has a position; the point can be put right there. */
export function DraftMap(): ReactElement | null {
  const { set } = useIntakeForm();
  const { point, locationText } = useDraft(({ point: at, locationText: text }) => ({ point: at, locationText: text }));
  const similar = useSimilarCases().cases.map(({ row }) => row.caseId);
  if (point === null) return null;
  return (
    <section className="intake-section" aria-labelledby="intake-map">
      <h2 id="intake-map">{t`Map`}</h2>
      <PlaceMap place={locationText} point={point} similar={similar} exceptCaseId={null} onMove={(moved) => set({ point: moved })} />
    </section>
  );
}
