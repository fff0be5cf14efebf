import { t } from '../../src-shared/language/language.ts';
import type { ReactElement, Ref } from 'react';
import { departmentName } from '../../src-shared/catalogue/lookup.ts';
import { monthAt, monthName, monthsUntil, type ReportMonth } from '../../src-shared/reports/report-month.ts';
import { mayCountSealed, reportScopeOf } from '../../src-shared/reports/report-scope.ts';
import { exactMoment } from '../../src-shared/util/moment.ts';
import { ActionButton } from '../app/keymap/action-button.tsx';
import { useCatalogue, useStaff } from '../app/workplace.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Select } from '../ui/select.tsx';
import { useNow } from '../ui/use-now.ts';
import { departmentsOffered } from './departments-offered.ts';
import { keptLabel } from './kept-words.ts';
import { askReport, useReportsStore } from './reports-store.ts';
import type { KeptAt } from './use-report.ts';
import type { ReportsActions } from './use-reports-actions.ts';

/** As far back as somebody is likely to look without a date in hand. */
const MONTHS_OFFERED = 36;

export interface ReportToolbarProps {
  readonly actions: ReportsActions;
  readonly monthField: Ref<HTMLSelectElement>;
  readonly departmentField: Ref<HTMLSelectElement>;
  readonly kept: KeptAt | null;
}

export function ReportToolbar({ actions, monthField, departmentField, kept }: ReportToolbarProps): ReactElement {
  const { month, withoutSealed, departmentCode, isKept } = useReportsStore();
  const [staff, catalogue, now] = [useStaff(), useCatalogue(), useNow()];
  const { city } = catalogue;
  const offered = monthsOffered(month, monthAt(now, city.timeZone));
  const departments = departmentsOffered(staff, catalogue);
  const whole = reportScopeOf(staff)?.kind === 'city' ? t`Whole city` : t`All my departments`;
  return (
    <div className="reports-toolbar">
      <ActionButton action={actions.earlier} look="quiet" />
      <Select<ReportMonth> label={t`Month`} value={month} onChange={(chosen) => askReport({ month: chosen })} selectRef={monthField} choices={offered.map((value) => ({ value, label: monthName(value) }))} />
      <ActionButton action={actions.later} look="quiet" />
      {departments.length > 0 && (
        <Select
          label={t`Department`}
          value={departmentCode ?? ''}
          onChange={(code) => askReport({ departmentCode: code === '' ? null : code })}
          selectRef={departmentField}
          choices={[{ value: '', label: whole }, ...departments.map((value) => ({ value, label: departmentName(catalogue, value) }))]}
        />
      )}
      {kept !== null && (
        <Select<'now' | 'kept'>
          label={t`Figures`}
          value={isKept ? 'kept' : 'now'}
          onChange={(chosen) => askReport({ isKept: chosen === 'kept' })}
          choices={[
            { value: 'now', label: t`As counted today` },
            { value: 'kept', label: `${keptLabel(kept)} ${exactMoment(kept.at, now, city.timeZone)}` },
          ]}
        />
      )}
      {mayCountSealed(staff) && !isKept && <Checkbox label={t`Without sealed cases, as sent`} isChecked={withoutSealed} onChange={(isChecked) => askReport({ withoutSealed: isChecked })} />}
    </div>
  );
}

/** What is done with the whole report. */
export function ReportActions({ actions }: Pick<ReportToolbarProps, 'actions'>): ReactElement {
  return (
    <div className="button-row">
      <ActionButton action={actions.countAgain} look="quiet" />
      <ActionButton action={actions.saveCsv} />
      <ActionButton action={actions.savePdf} />
      <ActionButton action={actions.print} icon="printer" />
    </div>
  );
}

/** Newest first, the running month included; an older one that is shown is offered too. */
function monthsOffered(shown: ReportMonth, running: ReportMonth): readonly ReportMonth[] {
  const offered = monthsUntil(running, MONTHS_OFFERED).toReversed();
  return offered.includes(shown) ? offered : [...offered, shown].toSorted().toReversed();
}
