import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import type { PracticeStatus } from '../../../src-shared/protocol/data-rpc/practice-views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import type { Action } from '../keymap/action.ts';
import { ActionButton } from '../keymap/action-button.tsx';
import { useActions } from '../keymap/use-actions.ts';
import type { PracticeActions } from './practice-actions.ts';
import { PracticeCall } from './practice-call.tsx';
import { type Practice, usePractice, usePracticeScreen } from './use-practice.ts';

/** Exercises: made-up calls above the screens, taken with the screens as they are, and checked at the end. */
export function PracticePanel(): ReactElement | null {
  const practice = usePractice();
  const { status } = practice;
  const { isHidden, isAskingToReset } = usePracticeScreen();
  const actions = usePracticeActions(practice);
  if (status === undefined) return null;
  return (
    <section className="practice-panel" aria-label={t`Practice`}>
      {status.running === null ? <ChooseCall status={status} begin={practice.begin} reset={actions.reset} /> : <PracticeCall exercise={status.running} isHidden={isHidden} actions={actions} />}
      {isAskingToReset && <ResetDialog onReset={practice.reset} onClose={() => usePracticeScreen.setState({ isAskingToReset: false })} />}
    </section>
  );
}

function usePracticeActions({ status, begin, stop, check }: Practice): PracticeActions {
  const { isHidden, checked } = usePracticeScreen();
  const running = status?.running ?? null;
  const next = nextCall(status);
  const actions: PracticeActions = {
    toggle:
      running === null
        ? { id: 'practice.begin', label: t`Begin the next call`, isEnabled: next !== null, run: () => next !== null && begin(next) }
        : { id: 'practice.toggle', label: isHidden ? t`Show the call` : t`Hide the call`, run: () => usePracticeScreen.setState({ isHidden: !isHidden }) },
    check: { id: 'practice.check', label: t`Check my case`, isEnabled: running !== null, run: check },
    again: { id: 'practice.again', label: t`Take this call again`, isEnabled: running !== null && checked !== null, run: () => running && begin(running.code) },
    next: { id: 'practice.next', label: t`Next call`, isEnabled: running !== null && next !== null, run: () => next !== null && begin(next) },
    stop: { id: 'practice.stop', label: t`End the call`, isEnabled: running !== null, run: stop },
    reset: { id: 'practice.reset', label: t`Begin practice anew`, run: () => usePracticeScreen.setState({ isAskingToReset: true }) },
  };
  useActions({ id: 'practice', title: t`Practice` }, Object.values(actions));
  return actions;
}

/** The first that was not done right yet, after the one that runs; null when all are. */
function nextCall(status: PracticeStatus | undefined): string | null {
  if (status === undefined) return null;
  const at = status.exercises.findIndex(({ code }) => code === status.running?.code);
  const others = [...status.exercises.slice(at + 1), ...status.exercises.slice(0, Math.max(0, at))];
  return (others.find(({ isDone }) => !isDone) ?? others[0])?.code ?? null;
}

interface ChooseCallProps {
  readonly status: PracticeStatus;
  readonly begin: (code: string) => void;
  readonly reset: Action;
}

function ChooseCall({ status, begin, reset }: ChooseCallProps): ReactElement {
  const { exercises } = status;
  const done = exercises.filter(({ isDone }) => isDone).length;
  const [chosen, setChosen] = useState<string | null>(null);
  const code = chosen ?? nextCall(status) ?? '';
  if (exercises.length === 0) return <p className="practice-none">{t`This city has no service an exercise could be about. Practise with the cases in the queue.`}</p>;
  return (
    <div className="practice-choose">
      <Select
        label={t`Exercise`}
        value={code}
        onChange={setChosen}
        choices={exercises.map(({ code: value, title, isDone }, index) => ({ value, label: `${index + 1}. ${title}${isDone ? ' (done)' : ''}` }))}
      />
      <Button look="primary" keyHint="F5" onPress={() => begin(code)}>
        {t`Begin the call`}
      </Button>
      <p className="muted">{done === exercises.length ? t`All calls were taken well. Take any of them again, or practise freely.` : t`${done} of ${exercises.length} done`}</p>
      <ActionButton action={reset} look="quiet" size="small" />
    </div>
  );
}

function ResetDialog({ onReset, onClose }: { readonly onReset: () => void; readonly onClose: () => void }): ReactElement {
  const reset = (): void => {
    onReset();
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose} keyHint="Esc">
        {t`Cancel`}
      </Button>
      <Button look="danger" autoFocus onPress={reset} keyHint="Ctrl+Enter">
        {t`Begin anew`}
      </Button>
    </>
  );
  return (
    <Dialog title={t`Begin practice anew`} isOpen onClose={onClose} onSubmit={reset} footer={footer}>
      <p>{t`The made-up cases stand there as at first, and what you practised is thrown away. Nothing real is touched.`}</p>
    </Dialog>
  );
}
