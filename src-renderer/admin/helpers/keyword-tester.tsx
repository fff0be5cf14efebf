import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { codeOfEntry } from '../../../src-shared/catalogue/sections.ts';
import { searchServices } from '../../../src-shared/catalogue/search-services.ts';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useAdminStore } from '../admin-store.ts';
import { useTypedOutcome } from '../use-draft-outcome.ts';
import type { HelperProps } from './helper-props.ts';

const MOST_SHOWN = 6;

/** Whether the service is found by what callers say, as New case would find it. */
export function KeywordTester({ shown, catalogue }: HelperProps): ReactElement {
  const draft = useAdminStore((state) => state.draft);
  const outcome = useTypedOutcome(catalogue, draft);
  const [said, setSaid] = useState('');
  const code = shown.row?.code ?? codeOfEntry('services', shown.value);
  const found = outcome.catalogue === null || said.trim() === '' ? [] : searchServices(outcome.catalogue.services, said, MOST_SHOWN);
  return (
    <Panel title={t`Try what callers say`}>
      <TextField label={t`A caller says`} value={said} onChange={setSaid} placeholder={t`hole in the road`} maxLength={200} />
      {outcome.catalogue === null && <Note>{t`It can be tried as soon as every field above is right.`}</Note>}
      {said.trim() !== '' && outcome.catalogue !== null && found.length === 0 && <p role="status">{t`No service is found by that.`}</p>}
      {found.length > 0 && (
        <ol className="admin-found" aria-label={t`Services that are found`}>
          {found.map(({ service, matched }) => (
            <li key={service.code} data-this={service.code === code || undefined}>
              {service.name}
              {service.code === code && t` (this one)`}
              {matched !== '' && matched !== service.name && <span className="muted">{t` by “${matched}”`}</span>}
            </li>
          ))}
        </ol>
      )}
      {found.length > 0 && !found.some(({ service }) => service.code === code) && <p className="muted">{t`This service is not among them. Add the words to what callers say.`}</p>}
    </Panel>
  );
}
