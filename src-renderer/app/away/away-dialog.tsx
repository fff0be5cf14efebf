import { t } from '../../../src-shared/language/language.ts';
import type { ReactElement } from 'react';
import { findStaff, staffName } from '../../../src-shared/catalogue/lookup.ts';
import { mayDelegateFor } from '../../../src-shared/office/office-permission.ts';
import { StaffId } from '../../../src-shared/util/ids.ts';
import { fromWallTime, toWallTime } from '../../../src-shared/util/moment.ts';
import { DAY_MS, utcMs } from '../../../src-shared/util/time.ts';
import { ComboBox } from '../../ui/combo-box.tsx';
import { DateTimeField } from '../../ui/date-time-field.tsx';
import { findStaffItems } from '../../ui/find-staff.ts';
import { TextField } from '../../ui/text-field.tsx';
import { OfficeDialog } from '../office/office-dialog.tsx';
import { useOfficeForm } from '../office/use-office-form.ts';
import { useCatalogue, useStaff } from '../workplace.tsx';
import { stopNamingStandIn, useNamingStandIn } from './away-store.ts';

/** Names who acts for somebody who is away (AS-2): for oneself anybody, for others heads and administrators. */
export function AwayDialog(): ReactElement | null {
  const { awayStaffId } = useNamingStandIn();
  return awayStaffId === null ? null : <OpenDialog key={awayStaffId} awayStaffId={awayStaffId} />;
}

interface AwayValues {
  readonly awayText: string;
  readonly awayStaffId: string;
  readonly standInText: string;
  readonly standInId: string;
  readonly from: string;
  readonly until: string;
  readonly note: string;
}

const BACK_AT = 'T08:00';

function OpenDialog({ awayStaffId }: { readonly awayStaffId: string }): ReactElement {
  const catalogue = useCatalogue();
  const me = useStaff();
  const { timeZone } = catalogue.city;
  const form = useOfficeForm<AwayValues>({
    initial: () => {
      const now = utcMs(Date.now());
      return { ...{ awayText: staffName(catalogue, awayStaffId), awayStaffId, standInText: '', standInId: '', note: '' }, from: toWallTime(now, timeZone), until: `${toWallTime(utcMs(now + DAY_MS), timeZone).slice(0, 10)}${BACK_AT}` };
    },
    check: ({ awayStaffId: away, standInId, from, until }) => ({
      away: away === '' ? t`Choose who is away.` : undefined,
      first: standInId === '' ? t`Choose who stands in.` : undefined,
      from: fromWallTime(from, timeZone) === null ? t`Choose from when.` : undefined,
      until: fromWallTime(until, timeZone) === null ? t`Choose when they are back.` : undefined,
    }),
    toCommand: ({ awayStaffId: away, standInId, from, until, note }) => ({
      type: 'office.delegate',
      args: { fromStaffId: StaffId.parse(away), toStaffId: StaffId.parse(standInId), from: fromWallTime(from, timeZone) ?? utcMs(0), until: fromWallTime(until, timeZone) ?? utcMs(0), note },
    }),
    doneWords: t`The stand-in is named.`,
    onDone: stopNamingStandIn,
  });
  const { values, set, fields, error } = form;
  const mayForOthers = me.roles.some((role) => role === 'departmentHead' || role === 'administrator');
  const people = (text: string, fits: (staffId: string) => boolean) => findStaffItems(catalogue, text, me.departmentCodes[0] ?? null).filter(({ id }) => fits(id));
  const mayBeAway = (staffId: string): boolean => {
    const person = findStaff(catalogue, staffId);
    return person !== undefined && mayDelegateFor(me, person);
  };
  return (
    <OfficeDialog title={mayForOthers ? t`Name a stand-in` : t`I am away`} doLabel={t`Name the stand-in`} form={form} onClose={stopNamingStandIn} size="medium">
      <p className="muted">{t`The stand-in may do what the other one may, and is told of what is late in their place.`}</p>
      {mayForOthers && (
        <ComboBox
          label={t`Who is away`}
          inputValue={values.awayText}
          onInputChange={(text) => set({ awayText: text, awayStaffId: '' })}
          items={people(values.awayText, mayBeAway)}
          onTake={({ id, label }) => set({ awayText: label, awayStaffId: id })}
          emptyText={t`Nobody of that name whom you may name a stand-in for.`}
          error={error('away')}
          inputRef={fields.refTo('away')}
        />
      )}
      <ComboBox
        label={t`Who stands in`}
        inputValue={values.standInText}
        onInputChange={(text) => set({ standInText: text, standInId: '' })}
        items={people(values.standInText, (id) => id !== values.awayStaffId)}
        onTake={({ id, label }) => set({ standInText: label, standInId: id })}
        emptyText={t`Nobody of that name.`}
        error={error('first')}
        inputRef={fields.refTo('first')}
      />
      <div className="dialog-pair">
        <DateTimeField label={t`Away from`} value={values.from} onChange={(from) => set({ from })} error={error('from')} inputRef={fields.refTo('from')} />
        <DateTimeField label={t`Back on`} value={values.until} onChange={(until) => set({ until })} error={error('until')} inputRef={fields.refTo('until')} />
      </div>
      <TextField label={t`Note`} value={values.note} onChange={(note) => set({ note })} maxLength={500} placeholder={t`Vacation; call me only for water main breaks`} />
    </OfficeDialog>
  );
}
