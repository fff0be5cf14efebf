import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useEffect, useState } from 'react';
import { CHANNELS, type Channel, type Language } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS } from '../../../src-shared/domain/labels.ts';
import { AddCoReporterInput } from '../../../src-shared/protocol/data-rpc/command-input.ts';
import { formatTrackingNumber, type TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { spokenGroups } from '../../../src-shared/tracking-number/spoken.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { useStaff } from '../../app/workplace.tsx';
import { dataErrorSentence } from '../../data/data-error.ts';
import { commands } from '../../data/run-command.ts';
import { PrintStatus } from '../../receipt/receipt-panel.tsx';
import { useReceiptPrinting } from '../../receipt/use-receipt-printing.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { createFieldFocus } from '../../ui/field-focus.ts';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { CaseDialogProps } from './dialog-props.ts';
import { useTyped } from './typed-text.ts';

const CHANNEL_CHOICES = CHANNELS.map((value) => ({ value, label: CHANNEL_LABELS[value] }));
const LANGUAGES: readonly { readonly value: Language; readonly label: string }[] = [
  { value: 'en', label: t`English` },
  { value: 'es', label: t`Spanish` },
];

interface PersonValues {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly language: Language;
  readonly channel: Channel;
}

const NOBODY: PersonValues = { name: '', phone: '', email: '', language: 'en', channel: 'phone' };

/** One more citizen who reported the same thing: a number and a receipt of their own on the one case. */
export function PersonDialog({ current, onClose }: CaseDialogProps): ReactElement {
  const [number, setNumber] = useState<TrackingNumber | null>(null);
  const adding = useAddPerson(current.id, setNumber);
  if (number !== null) return <PersonAdded trackingNumber={number} onClose={onClose} />;
  const { values, set, fields } = adding;
  return (
    <Dialog
      title={t`Add another person to this case`}
      isOpen
      onClose={onClose}
      onSubmit={adding.submit}
      footer={
        <>
          <Button onPress={onClose} keyHint="Esc">
            {t`Cancel`}
          </Button>
          <Button look="primary" onPress={adding.submit} isPending={adding.isPending} keyHint="Ctrl+Enter">
            {t`Issue tracking number`}
          </Button>
        </>
      }
    >
      {adding.problem !== null && <ErrorNote>{adding.problem}</ErrorNote>}
      <div className="dialog-pair">
        <TextField label={t`Name`} value={values.name} onChange={(name) => set({ name })} inputRef={fields.refTo('first')} maxLength={200} />
        <TextField label={t`Phone`} type="tel" isNumber value={values.phone} onChange={(phone) => set({ phone })} maxLength={60} />
        <TextField label={t`Email`} value={values.email} onChange={(email) => set({ email })} maxLength={254} />
        <Select label={t`Language`} value={values.language} onChange={(language) => set({ language })} choices={LANGUAGES} />
        <Select label={t`Channel`} value={values.channel} onChange={(channel) => set({ channel })} choices={CHANNEL_CHOICES} />
      </div>
      <p className="muted">{t`All empty: the person stays anonymous.`}</p>
    </Dialog>
  );
}

function useAddPerson(caseId: CaseDialogProps['current']['id'], onAdded: (number: TrackingNumber) => void) {
  const staff = useStaff();
  const typed = useTyped(`${staff.id} ${caseId} person`, () => NOBODY);
  const [fields] = useState(createFieldFocus);
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => void fields.focus('first'), [fields]);
  async function add(): Promise<void> {
    setPending(true);
    try {
      const { commandId, values } = typed;
      const reply = await commands.addCoReporter(toInput(commandId, caseId, values));
      if (!reply.ok) return setProblem(reply.sentence);
      typed.forget();
      onAdded(reply.trackingNumber);
    } catch (error) {
      setProblem(dataErrorSentence(error));
    } finally {
      setPending(false);
    }
  }
  return { ...typed, fields, isPending, problem, submit: () => void (isPending || add()) };
}

function toInput(commandId: string, caseId: string, { name, phone, email, language, channel }: PersonValues): AddCoReporterInput {
  const isAnonymous = [name, phone, email].every((text) => text.trim() === '');
  const preference = email.trim() === '' ? (phone.trim() === '' ? 'none' : 'phone') : 'email';
  const person = isAnonymous ? null : { name, phone, email, address: '', language, needs: '', preference };
  return AddCoReporterInput.parse({ commandId, caseId, draftId: null, person, channel, receivedAt: utcMs(Date.now()) });
}

function PersonAdded({ trackingNumber, onClose }: { readonly trackingNumber: TrackingNumber; readonly onClose: () => void }): ReactElement {
  const printing = useReceiptPrinting(trackingNumber);
  return (
    <Dialog
      title={t`Their own number`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} keyHint="Esc">
            {t`Close`}
          </Button>
          <Button look="primary" icon="printer" onPress={() => void printing.print()} isPending={printing.isBusy} autoFocus>
            {t`Print receipt`}
          </Button>
        </>
      }
    >
      <div className="dialog-number number" role="status" aria-label={t`Tracking number`}>
        {formatTrackingNumber(trackingNumber)}
      </div>
      <p className="muted">{spokenGroups(trackingNumber, printing.language).join(' · ')}</p>
      <PrintStatus printing={printing} />
    </Dialog>
  );
}
