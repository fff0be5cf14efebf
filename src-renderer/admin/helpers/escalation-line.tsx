import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { Panel } from '../../ui/panel.tsx';
import { useAdminStore } from '../admin-store.ts';
import { useDraftOutcome } from '../use-draft-outcome.ts';
import type { HelperProps } from './helper-props.ts';
import { whoIsTold } from './who-is-told.ts';

/** Who would be told by the rule as it stands in the form. */
export function EscalationLine({ shown, catalogue }: HelperProps): ReactElement {
  const outcome = useDraftOutcome(catalogue, useAdminStore((state) => state.draft));
  const lines = whoIsTold(shown.value, outcome.catalogue ?? catalogue);
  return (
    <Panel title={t`Who would be told`}>
      <div role="status" aria-label={t`Who would be told`}>
        {lines.length === 0 ? <p className="muted">{t`Said as soon as every field above is right.`}</p> : lines.map((line) => <p key={line}>{line}</p>)}
      </div>
    </Panel>
  );
}
