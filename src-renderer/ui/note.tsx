import type { ReactElement, ReactNode } from 'react';
import { Icon } from './icon.tsx';
import './note.css';

export interface NoteProps {
  readonly tone?: 'neutral' | 'info' | 'warning' | 'danger';
  readonly children: ReactNode;
  /** Buttons at the end of the line. */
  readonly actions?: ReactNode;
}

/** A sentence or two that belong to the place where they stand. */
export function Note({ tone = 'neutral', children, actions }: NoteProps): ReactElement {
  return (
    <div className="note" data-tone={tone}>
      {(tone === 'warning' || tone === 'danger') && <Icon name="warning" />}
      <div className="note-content">
        <div>{children}</div>
        {actions}
      </div>
    </div>
  );
}

/** What went wrong and what to do next; read out at once. */
export function ErrorNote({ children, actions }: Omit<NoteProps, 'tone'>): ReactElement {
  return (
    <div role="alert">
      <Note tone="danger" actions={actions}>
        {children}
      </Note>
    </div>
  );
}
