import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import type { Bulletin } from '../../../src-shared/office/bulletin.ts';
import { utcMs } from '../../../src-shared/util/time.ts';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { OfficeDialog } from '../office/office-dialog.tsx';
import { useOfficeForm } from '../office/use-office-form.ts';
import { useCatalogue } from '../workplace.tsx';
import { bulletinCommand, bulletinProblems, bulletinValues } from './bulletin-form.ts';
import { closeBulletinDialog, useBulletinDialog } from './bulletin-dialog-store.ts';
import { ServicePicker } from './service-picker.tsx';
import './bulletins.css';

/** Writes a bulletin, or changes one (NO-4). */
export function BulletinDialog(): ReactElement | null {
  const { open } = useBulletinDialog();
  if (open === null) return null;
  return <OpenDialog key={open === 'new' ? 'new' : open.id} bulletin={open === 'new' ? null : open} />;
}

function OpenDialog({ bulletin }: { readonly bulletin: Bulletin | null }): ReactElement {
  const { timeZone } = useCatalogue().city;
  const now = () => utcMs(Date.now());
  const form = useOfficeForm({
    initial: () => bulletinValues(bulletin, now(), timeZone),
    check: (values) => bulletinProblems(values, now(), timeZone),
    toCommand: (values) => bulletinCommand(values, bulletin, now(), timeZone),
    doneWords: bulletin === null ? t`The bulletin is posted.` : t`The bulletin is changed.`,
    onDone: closeBulletinDialog,
  });
  const { values, set, error, fields } = form;
  return (
    <OfficeDialog title={bulletin === null ? t`Post a bulletin` : t`Change the bulletin`} doLabel={bulletin === null ? t`Post bulletin` : t`Change bulletin`} form={form} onClose={closeBulletinDialog} size="medium">
      <TextField label={t`Title`} value={values.title} onChange={(title) => set({ title })} error={error('first')} inputRef={fields.refTo('first')} maxLength={200} placeholder={t`Elm Street water main: crew on site`} />
      <TextArea label={t`What to say to callers`} value={values.text} onChange={(text) => set({ text })} error={error('text')} textAreaRef={fields.refTo('text')} rows={3} maxLength={2_000} />
      <div className="bulletin-row">
        <DateTimeField label={t`Shown until`} value={values.until} onChange={(until) => set({ until })} error={error('until')} inputRef={fields.refTo('until')} description={t`It vanishes by itself then, at every workstation.`} />
        <TextField label={t`Add callers to case`} value={values.number} onChange={(number) => set({ number })} error={error('number')} inputRef={fields.refTo('number')} isNumber maxLength={30} placeholder="48-2913-5067" description={t`One key then adds a caller. May be left empty.`} />
      </div>
      <ServicePicker label={t`Services`} description={t`Shown when one of them is chosen. None: for every service.`} codes={values.serviceCodes} onChange={(serviceCodes) => set({ serviceCodes })} />
      <TextArea label={t`Places`} value={values.places} onChange={(places) => set({ places })} error={error('places')} textAreaRef={fields.refTo('places')} rows={2} description={t`Streets or landmarks, one a line, such as Elm Street. None: everywhere.`} />
    </OfficeDialog>
  );
}
