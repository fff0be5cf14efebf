import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { neighborhoodOf } from '../../../src-shared/community/neighborhood-of.ts';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAdminStore } from '../admin-store.ts';
import { useTypedOutcome } from '../use-draft-outcome.ts';
import type { HelperProps } from './helper-props.ts';

/** To which neighborhood a place would belong: an address, or a point on the map. */
export function PlaceTester({ catalogue }: HelperProps): ReactElement {
  const outcome = useTypedOutcome(catalogue, useAdminStore((state) => state.draft));
  const [text, setText] = useState('');
  const [, latitude, longitude] = /^\s*(-?\d+\.\d+)\s*,\s*(-?\d+\.\d+)\s*$/.exec(text) ?? [];
  const point = latitude === undefined || longitude === undefined ? null : { latitude: Number(latitude), longitude: Number(longitude) };
  const found = neighborhoodOf(outcome.catalogue?.neighborhoods ?? catalogue.neighborhoods, { text, unit: '', point });
  return (
    <Panel title={t`Try a place`}>
      <TextField label={t`A place`} description={t`An address, or latitude and longitude.`} value={text} onChange={setText} placeholder={t`12 Harbor Street`} maxLength={200} />
      {text.trim() !== '' && <p role="status">{found === null ? t`It belongs to no neighborhood, or its street runs through several.` : t`It belongs to ${found.name}.`}</p>}
    </Panel>
  );
}
