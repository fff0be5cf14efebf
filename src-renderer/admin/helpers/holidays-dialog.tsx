import { t, tFor } from '../../../src-shared/language/language.ts';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { nameOfDay } from '../../../src-shared/catalogue/label-words.ts';
import type { Entry } from '../../../src-shared/catalogue/sections.ts';
import { dataErrorSentence } from '../../data/data-error.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { adminQueries } from '../admin-queries.ts';
import { listOf } from '../describe/section-form.ts';
import { spokenDay } from '../../../src-shared/clock/spoken-time.ts';
import { type ProposedDay, proposedDays, withHolidays } from './add-holidays.ts';

interface HolidaysDialogProps {
  /** The calendar as it stands in the form. */
  readonly value: Entry;
  readonly onClose: () => void;
  readonly onAdd: (exceptions: readonly unknown[]) => void;
}

const COUNTRY = 'US';
const YEARS_AHEAD = 6;

/** Public holidays of a country and state for some years: shown first, taken over then. */
export function HolidaysDialog({ value, onClose, onAdd }: HolidaysDialogProps): ReactElement {
  const [thisYear] = useState(() => new Date().getFullYear());
  const [country, setCountry] = useState(COUNTRY);
  const [state, setState] = useState('');
  const [fromYear, setFromYear] = useState(thisYear);
  const [toYear, setToYear] = useState(thisYear + 1);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const countries = useQuery(adminQueries.holidayPlaces(null));
  const states = useQuery(adminQueries.holidayPlaces(country));
  const holidays = useQuery(adminQueries.publicHolidays({ country, state: state === '' ? null : state, fromYear, toYear: Math.max(fromYear, toYear) }));
  const exceptions = listOf(value, 'exceptions');
  const proposed = proposedDays(holidays.data ?? [], exceptions);
  const chosen = proposed.filter(({ known, date }) => known === null && !leftOut.has(date));
  const years = Array.from({ length: YEARS_AHEAD + 2 }, (_year, at) => String(thisYear - 1 + at)).map((year) => ({ value: year, label: year }));

  function add(): void {
    if (chosen.length === 0) return;
    onAdd(withHolidays(exceptions, chosen));
    onClose();
  }
  return (
    <Dialog
      title={t`Add public holidays`}
      isOpen
      onClose={onClose}
      onSubmit={add}
      size="medium"
      footer={
        <>
          <Button onPress={onClose} keyHint="Esc">
            {t`Cancel`}
          </Button>
          <Button look="primary" keyHint="Ctrl+Enter" isDisabled={chosen.length === 0} onPress={add}>
            {chosen.length === 0 ? t`Nothing to add` : chosen.length === 1 ? t`Add 1 day` : t`Add ${chosen.length} days`}
          </Button>
        </>
      }
    >
      {holidays.isError && <ErrorNote>{dataErrorSentence(holidays.error)}</ErrorNote>}
      <div className="dialog-pair">
        <Select
          label={t`Country`}
          value={country}
          onChange={(next) => {
            setCountry(next);
            setState('');
          }}
          choices={(countries.data ?? [{ code: COUNTRY, name: t`United States` }]).map(({ code, name }) => ({ value: code, label: name }))}
          selectRef={first}
        />
        <Select label={t`State`} value={state} onChange={setState} choices={[{ value: '', label: t`Those of the whole country` }, ...(states.data ?? []).map(({ code, name }) => ({ value: code, label: name }))]} />
        <Select label={t`From`} value={String(fromYear)} onChange={(year) => setFromYear(Number(year))} choices={years} />
        <Select label={tFor('until')`To`} value={String(Math.max(fromYear, toYear))} onChange={(year) => setToYear(Number(year))} choices={years.filter(({ value: year }) => Number(year) >= fromYear)} />
      </div>
      <p className="muted">{t`A city may keep other days: take out what it does not keep, and add its own in the list of the calendar.`}</p>
      <ul className="admin-proposed" aria-label={t`Public holidays`}>
        {proposed.map((day) => (
          <Proposed key={day.date} day={day} isLeftOut={leftOut.has(day.date)} onToggle={(isTaken) => setLeftOut(toggled(leftOut, day.date, !isTaken))} />
        ))}
      </ul>
    </Dialog>
  );
}

function Proposed({ day, isLeftOut, onToggle }: { readonly day: ProposedDay; readonly isLeftOut: boolean; readonly onToggle: (isTaken: boolean) => void }): ReactElement {
  const name = nameOfDay(day);
  const words = `${spokenDay(day.date)}: ${name}`;
  if (day.known !== null) {
    return (
      <li className="muted">
        {words} <em>{day.known === name ? t`is there already` : t`is there already as “${day.known}”`}</em>
      </li>
    );
  }
  return (
    <li>
      <Checkbox label={words} isChecked={!isLeftOut} onChange={onToggle} />
    </li>
  );
}

function toggled(set: ReadonlySet<string>, one: string, isIn: boolean): ReadonlySet<string> {
  return new Set(isIn ? [...set, one] : [...set].filter((other) => other !== one));
}
