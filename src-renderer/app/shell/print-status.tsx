import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { t } from '../../../src-shared/language/language.ts';
import type { PrintJobRow } from '../../../src-shared/protocol/data-rpc/workstation-views.ts';
import { queries } from '../../data/queries.ts';
import { Icon } from '../../ui/icon.tsx';
import { goTo, useRoute } from '../routes.ts';

/** Receipts that did not come out by themselves: said wherever the clerk is, since the citizen stands there. Nothing while all is well. */
export function PrintStatus(): ReactElement {
  const { screen } = useRoute();
  const { data: jobs = [] } = useQuery(queries.printJobs());
  const words = screen === 'sync' ? null : wordsOf(jobs);
  return (
    <div className="station-print" role="status" aria-label={t`Receipts`}>
      {words !== null && (
        <button type="button" className="station-print-link" onClick={() => goTo({ screen: 'sync' })}>
          <Icon name="printer" />
          {words}
        </button>
      )}
    </div>
  );
}

/** What needs a person comes before what only waits; a receipt that waits without a problem is on its way. */
function wordsOf(jobs: readonly PrintJobRow[]): string | null {
  const toLookAt = jobs.filter(({ state }) => state === 'needsLook').length;
  if (toLookAt > 0) return toLookAt === 1 ? t`1 receipt needs a look` : t`${toLookAt} receipts need a look`;
  const waiting = jobs.filter(({ state, problem }) => state === 'waiting' && problem !== null).length;
  if (waiting === 0) return null;
  return waiting === 1 ? t`1 receipt waits for the printer` : t`${waiting} receipts wait for the printer`;
}
