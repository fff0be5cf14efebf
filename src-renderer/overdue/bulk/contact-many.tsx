import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { CALLED, contactArgs, ContactFields, type ContactValues, missingInContact } from '../../ui/contact-fields.tsx';
import { caseCount } from '../../ui/case-words.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { type BulkDialogProps, useBulkForm } from './use-bulk-form.ts';

/** Notes in each of them that the citizen and the city were in touch. */
export function ContactMany(props: BulkDialogProps): ReactElement {
  const { rows, onClose } = props;
  const form = useBulkForm<ContactValues>({
    ...props,
    name: 'contact',
    initial: () => CALLED,
    check: (values) => ({ first: missingInContact(values) }),
    toBody: (_row, values) => ({ type: 'case.logContact', args: contactArgs(values) }),
    doneWords: () => t`with the contact logged`,
  });
  const { values } = form;
  const answered = values.direction === 'toCitizen' && values.outcome === 'reached' ? rows.filter(({ respondedAt }) => respondedAt === null).length : 0;
  return (
    <BulkDialog action={t`Log contact`} rows={rows} form={form} onClose={onClose} size="medium">
      <ContactFields values={values} set={form.set} error={form.error('first')} textRef={form.fields.refTo('first')} />
      {answered > 0 && <p className="muted">{firstAnswerWords(answered)}</p>}
    </BulkDialog>
  );
}

function firstAnswerWords(count: number): string {
  if (count === 1) return t`This will be the first answer in 1 case. It stays open; that the answer came late stays too.`;
  return t`This will be the first answer in ${caseCount(count)}. They stay open; that the answer came late stays too.`;
}
