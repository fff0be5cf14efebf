import type { ReactElement } from 'react';
import './agency-card.css';

export interface AgencyCardProps {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly hours?: string | undefined;
  /** What it answers for, in the directory's words. */
  readonly handles?: string | undefined;
}

/** An agency outside the city with all that a citizen needs of it: never shortened, so that it can be read out. */
export function AgencyCard({ name, address, phone, hours = '', handles = '' }: AgencyCardProps): ReactElement {
  return (
    <div className="agency-card">
      <p>
        <strong>{name}</strong>
      </p>
      <p>{address}</p>
      <p className="number">{phone}</p>
      {hours !== '' && <p>{hours}</p>}
      {handles !== '' && <p className="muted">{handles}</p>}
    </div>
  );
}
