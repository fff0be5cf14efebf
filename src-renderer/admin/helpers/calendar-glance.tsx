import { t } from '../../../src-shared/language/language.ts';
import { type ReactElement, useState } from 'react';
import { BusinessCalendar } from '../../../src-shared/catalogue/time-rules.ts';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Panel } from '../../ui/panel.tsx';
import { editEntry } from '../open-entry.ts';
import { type GlanceDay, type GlanceMonth, monthsOf } from './calendar-months.ts';
import type { HelperProps } from './helper-props.ts';
import { HolidaysDialog } from './holidays-dialog.tsx';

const MONTHS = [t`January`, t`February`, t`March`, t`April`, t`May`, t`June`, t`July`, t`August`, t`September`, t`October`, t`November`, t`December`];
const WEEKDAY_LETTERS = [t`Sunday`, t`Monday`, t`Tuesday`, t`Wednesday`, t`Thursday`, t`Friday`, t`Saturday`];

/** Public holidays to take over, and the year as it then is. */
export function CalendarGlance({ shown }: HelperProps): ReactElement {
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [isAdding, setAdding] = useState(false);
  const calendar = BusinessCalendar.safeParse({ ...shown.value, code: 'X', name: 'X' });
  return (
    <Panel
      title={t`The year ${year}`}
      actions={
        <div className="button-row">
          <Button size="small" onPress={() => setYear(year - 1)}>{`${year - 1}`}</Button>
          <Button size="small" onPress={() => setYear(year + 1)}>{`${year + 1}`}</Button>
          <Button size="small" icon="plus" onPress={() => setAdding(true)}>
            {t`Add public holidays`}
          </Button>
        </div>
      }
    >
      {!calendar.success && <Note>{t`The year is shown as soon as the hours and days above are right.`}</Note>}
      {calendar.success && (
        <>
          <p className="admin-legend muted">
            <span data-kind="rest">12</span>{' '}{t`closed every week`}{' '}<span data-kind="closed">12</span>{' '}{t`closed that day`}{' '}<span data-kind="otherHours">12</span>{' '}{t`other hours`}
          </p>
          <div className="admin-months">
            {monthsOf(calendar.data, year).map((month) => (
              <Month key={month.month} month={month} />
            ))}
          </div>
        </>
      )}
      {isAdding && <HolidaysDialog value={shown.value} onClose={() => setAdding(false)} onAdd={(exceptions) => editEntry(shown, { ...shown.value, exceptions })} />}
    </Panel>
  );
}

function Month({ month }: { readonly month: GlanceMonth }): ReactElement {
  const cells: readonly (GlanceDay | null)[] = [...Array.from({ length: month.emptyBefore }, () => null), ...month.days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_week, at) => cells.slice(at * 7, at * 7 + 7));
  return (
    <table className="admin-month">
      <caption>{MONTHS[month.month]}</caption>
      <thead>
        <tr>
          {WEEKDAY_LETTERS.map((day) => (
            <th key={day} scope="col" abbr={day}>
              {day.charAt(0)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, at) => (
          <tr key={at}>
            {week.map((day, column) => (day === null ? <td key={column} /> : <Day key={column} day={day} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day }: { readonly day: GlanceDay }): ReactElement {
  return (
    <td data-kind={day.kind} title={day.words ?? undefined}>
      {day.dayOfMonth}
      {day.words !== null && <span className="visually-hidden">{`: ${day.words}`}</span>}
    </td>
  );
}
