import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Exercise } from '../../../src-shared/practice/exercise.ts';
import type { PracticeCheckReply } from '../../../src-shared/protocol/data-rpc/practice-views.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { ActionButton } from '../keymap/action-button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';
import type { PracticeActions } from './practice-actions.ts';
import { usePracticeScreen } from './use-practice.ts';

export interface PracticeCallProps {
  readonly exercise: Exercise;
  readonly isHidden: boolean;
  readonly actions: PracticeActions;
}

/** What the made-up citizen says, and, after the check, what was right and what was missing. */
export function PracticeCall({ exercise, isHidden, actions }: PracticeCallProps): ReactElement {
  const { checked } = usePracticeScreen();
  return (
    <>
      <header className="practice-head">
        <h2>{exercise.title}</h2>
        <ActionButton action={actions.toggle} look="quiet" size="small" />
        <ActionButton action={actions.check} {...(checked?.ok === true && checked.isRight ? {} : { look: 'primary' as const })} size="small" />
        <ActionButton action={actions.stop} look="quiet" size="small" />
      </header>
      {!isHidden && (checked?.ok === true ? <Result checked={checked} actions={actions} /> : <Words exercise={exercise} />)}
      {!isHidden && checked?.ok === false && <Note tone="warning">{checked.sentence}</Note>}
    </>
  );
}

function Words({ exercise }: { readonly exercise: Exercise }): ReactElement {
  return (
    <div className="practice-words" role="group" aria-label={t`The call`} aria-live="polite">
      <p className="muted">{exercise.setting}</p>
      <ul>
        {exercise.words.map((words) => (
          <li key={words} lang={exercise.inEnglish === null ? 'en' : 'es'}>
            {words}
          </li>
        ))}
      </ul>
      {exercise.inEnglish !== null && <p className="muted">{t`In English: ${exercise.inEnglish}`}</p>}
    </div>
  );
}

function Result({ checked, actions }: { readonly checked: Extract<PracticeCheckReply, { ok: true }>; readonly actions: PracticeActions }): ReactElement {
  const { points, isRight, trackingNumber } = checked;
  const missing = points.filter(({ isMet }) => !isMet).length;
  return (
    <div className="practice-result" role="status" aria-label={t`How it went`}>
      <p className="practice-verdict" data-right={isRight || undefined}>
        <strong>{isRight ? t`Well done. That is just what the citizen needed.` : missing === 1 ? t`Nearly. One thing would have been missed.` : t`A good start. ${missing} things would have been missed.`}</strong>{' '}
        <span className="number">{t`Case ${formatTrackingNumber(trackingNumber)}`}</span>
      </p>
      <ul>
        {points.map(({ isMet, sentence }) => (
          <li key={sentence} data-met={isMet || undefined}>
            <Icon name={isMet ? 'check' : 'right'} />
            <span>
              {!isMet && <span className="visually-hidden">{t`Missing:`}{' '}</span>}
              {sentence}
            </span>
          </li>
        ))}
      </ul>
      <div className="button-row">
        {!isRight && <ActionButton action={actions.again} size="small" />}
        <ActionButton action={actions.next} {...(isRight ? { look: 'primary' as const } : {})} size="small" />
      </div>
    </div>
  );
}
