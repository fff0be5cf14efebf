import { useQuery } from '@tanstack/react-query';
import type { ReactElement, Ref } from 'react';
import { t } from '../../src-shared/language/language.ts';
import { data } from '../data/data-client.ts';
import { Note } from '../ui/note.tsx';
import { Select } from '../ui/select.tsx';

export interface SystemQueueFieldProps {
  readonly value: string;
  readonly onChange: (queue: string) => void;
  readonly error: string | null;
  readonly selectRef: Ref<HTMLSelectElement>;
}

/** The computer's own print queues; the chosen one stays in the list when the system does not name it any more. */
export function SystemQueueField({ value, onChange, error, selectRef }: SystemQueueFieldProps): ReactElement {
  const { data: queues } = useQuery({ queryKey: ['spool', 'queues'], queryFn: ({ signal }) => data.receipts.systemQueues(undefined, { signal }) });
  const known = (queues ?? []).map(({ name, description }) => ({ value: name, label: description === '' || description === name ? name : `${description} (${name})` }));
  const isMissing = value !== '' && !known.some((choice) => choice.value === value);
  const choices = [...(value === '' ? [{ value: '', label: t`Choose a queue` }] : []), ...known, ...(isMissing ? [{ value, label: value }] : [])];
  return (
    <>
      <Select label={t`Print queue`} description={t`The printer gets the receipt as it is: choose a queue without a driver of its own (raw).`} value={value} onChange={onChange} choices={choices} error={error} selectRef={selectRef} />
      {queues === null && <Note>{t`The print service of this computer does not answer, or there is none. Use a network printer or a device instead, or ask your IT office.`}</Note>}
      {queues?.length === 0 && <Note>{t`This computer has no print queue. Ask your IT office to add one for the receipt printer.`}</Note>}
    </>
  );
}
