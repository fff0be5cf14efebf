import { t } from '../../src-shared/language/language.ts';
import type { ReactElement, ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/note.tsx';

export interface PaperQuestionProps {
  readonly title: string;
  readonly problem: string | null;
  /** On the button that notes it. */
  readonly yesLabel: string;
  readonly againLabel: string;
  readonly isPending: boolean;
  readonly onYes: () => void;
  /** Prints the same once more. */
  readonly onAgain: () => void;
  readonly onNo: () => void;
  readonly children: ReactNode;
}

/** A printer that took a document is no sheet in the hand: only a person knows whether the paper came out. */
export function PaperQuestion({ title, problem, yesLabel, againLabel, isPending, onYes, onAgain, onNo, children }: PaperQuestionProps): ReactElement {
  const footer = (
    <>
      <Button onPress={onNo} keyHint="Esc">
        {t`Not yet`}
      </Button>
      <Button onPress={onAgain}>{againLabel}</Button>
      <Button look="primary" onPress={onYes} isPending={isPending} keyHint="Ctrl+Enter" autoFocus>
        {yesLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={title} isOpen onClose={onNo} onSubmit={onYes} size="medium" footer={footer}>
      {problem !== null && <ErrorNote>{problem}</ErrorNote>}
      {children}
    </Dialog>
  );
}
