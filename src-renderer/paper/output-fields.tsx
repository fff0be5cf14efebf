import { t } from '../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { DocumentPaper } from '../../src-shared/protocol/desktop-api.ts';
import { type Choice, Select } from '../ui/select.tsx';
import type { Output } from './use-output.ts';

export const PAPER_CHOICES: readonly Choice<DocumentPaper>[] = [
  { value: 'letter', label: t`Letter` },
  { value: 'a4', label: 'A4' },
];

/** Which printer, which paper. */
export function OutputFields({ output }: { readonly output: Output }): ReactElement {
  return (
    <>
      <Select label={t`Print on`} value={output.target} onChange={output.setTarget} choices={output.targets} />
      <Select label={t`Paper`} value={output.paper} onChange={output.setPaper} choices={PAPER_CHOICES} />
    </>
  );
}
