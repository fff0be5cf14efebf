import type { ReactElement } from 'react';
import type { Action } from '../../app/keymap/action.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { chordLabel } from '../../app/keymap/chord.ts';
import { promiseText } from '../draft/promise-text.ts';
import { useIntake } from '../intake-store.ts';
import { useIntakeForm } from './form-context.tsx';

/** What to promise, and the one button that gives a number. */
export function FormFooter({ issue }: { readonly issue: Action }): ReactElement {
  const { stage, failure } = useIntake();
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
      <Button look="primary" onPress={() => issue.run?.()} isPending={stage === 'issuing'} keyHint={issue.keys[0] === undefined ? undefined : chordLabel(issue.keys[0])}>
        {issue.label}
      </Button>
    </footer>
  );
}

function Promise(): ReactElement {
  const { draft, service, catalogue, now } = useIntakeForm();
  const promise = promiseText(draft, service, catalogue, now);
  if (!promise) return <p className="muted intake-promise">The promise to the citizen shows here once a service is chosen.</p>;
  return (
    <p className="intake-promise" data-past={promise.isPast || undefined}>
      <strong>{promise.rule === null ? promise.answer : `${promise.answer} · ${promise.rule}`}</strong>
      <span className="muted">{promise.also.join(' ')}</span>
    </p>
  );
}
