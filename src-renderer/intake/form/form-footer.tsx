import { t } from '../../../src-shared/language/language.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import { type ReactElement, useDeferredValue, useMemo } from 'react';
import type { Action } from '../../app/keymap/action.ts';
import { ActionButton } from '../../app/keymap/action-button.tsx';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Icon } from '../../ui/icon.tsx';
import { chordLabel } from '../../app/keymap/chord.ts';
import { promiseText } from '../draft/promise-text.ts';
import { useIntake } from '../intake-store.ts';
import { useFormState, useIntakeForm } from './form-context.tsx';

/** What to promise, what else can be done with the draft, and the one button that gives a number. */
export function FormFooter({ issue, park }: { readonly issue: Action; readonly park: Action }): ReactElement {
  const stage = useIntake((intake) => intake.stage);
  const failure = useIntake((intake) => intake.failure);
  return (
    <footer className="intake-footer">
      {failure === null ? (
        <Promise />
      ) : (
        <p className="intake-failure" role="alert">
          <Icon name="warning" />
          {failure}
        </p>
      )}
      <ActionButton action={park} size="small" look="quiet" />
      <Button look="primary" onPress={() => issue.run?.()} isPending={stage === 'issuing'} keyHint={chordLabel(keyOf(issue.id))}>
        {issue.label}
      </Button>
    </footer>
  );
}

function Promise(): ReactElement {
  const { catalogue } = useIntakeForm();
  const now = useNow();
  const { ahead, serviceAhead } = useDeferredValue(useFormState((state) => ({ ahead: state.ahead, serviceAhead: state.serviceAhead })));
  const promise = useMemo(() => promiseText(ahead, serviceAhead, catalogue, now), [ahead, serviceAhead, catalogue, now]);
  if (!promise) return <p className="muted intake-promise">{t`The promise to the citizen shows here once a service is chosen.`}</p>;
  return (
    <p className="intake-promise" data-past={promise.isPast || undefined}>
      <strong>{promise.rule === null ? promise.answer : `${promise.answer} · ${promise.rule}`}</strong>
      <span className="muted">{promise.also.join(' ')}</span>
    </p>
  );
}
