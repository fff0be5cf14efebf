import { t } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { formatTrackingNumber, parseTrackingNumber, type TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { goTo } from '../../app/routes.ts';
import { queries } from '../../data/queries.ts';
import { Button } from '../../ui/button.tsx';
import { useDraft, useIntakeForm } from './form-context.tsx';

/** Citizens give the number they have: a tracking number typed as a phone number leads to its case. */
export function NumberInPhone(): ReactElement | null {
  const phone = useDraft((draft) => draft.phone);
  const parsed = parseTrackingNumber(phone);
  return parsed.ok ? <CaseOfNumber trackingNumber={parsed.number} /> : null;
}

function CaseOfNumber({ trackingNumber }: { readonly trackingNumber: TrackingNumber }): ReactElement | null {
  const { catalogue } = useIntakeForm();
  const { data: view } = useQuery(queries.caseByNumber(trackingNumber));
  if (!view) return null;
  const { id, serviceCode } = view.case;
  return (
    <p className="intake-taken" role="status">
      <span>{t`${formatTrackingNumber(trackingNumber)} is a tracking number: ${serviceName(catalogue, serviceCode)}.`}</span>
      <Button size="small" onPress={() => goTo({ screen: 'case', caseId: id })}>
        {t`Open its case`}
      </Button>
    </p>
  );
}
