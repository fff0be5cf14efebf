import type { ReactElement } from 'react';
import { Icon, type IconName } from './icon.tsx';
import './status-pill.css';

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

export interface StatusPillProps {
  readonly tone: Tone;
  /** The word that carries the meaning; the colour only repeats it. */
  readonly label: string;
  readonly icon?: IconName;
}

export function StatusPill({ tone, label, icon }: StatusPillProps): ReactElement {
  return (
    <span className="status-pill" data-tone={tone}>
      {icon && <Icon name={icon} />}
      {label}
    </span>
  );
}
