/** The words for days and months that staff type, English and Spanish, without accents. */

/** 1 is Monday, as Temporal counts. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'lunes'],
  ['tuesday', 'martes'],
  ['wednesday', 'miercoles'],
  ['thursday', 'jueves'],
  ['friday', 'viernes'],
  ['saturday', 'sabado'],
  ['sunday', 'domingo'],
];

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'sept'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];

/** 1 to 7 for `fri`, `viernes`, … when the beginning names one weekday only; else null. */
export function weekdayOf(word: string): number | null {
  return onlyIndexBeginningWith(WEEKDAYS, word, 2);
}

/** 1 to 12 for `oct`, `octubre`, …; three letters at least, since two name several months. */
export function monthOf(word: string): number | null {
  return onlyIndexBeginningWith(MONTHS, word, 3);
}

/** Days back for a word that names a day from today; null when it does not. */
export function daysBackOf(phrase: string): number | null {
  return DAYS_BACK.get(phrase) ?? null;
}

const DAYS_BACK: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tod', 0],
  ['hoy', 0],
  ['yesterday', 1],
  ['yest', 1],
  ['yes', 1],
  ['y', 1],
  ['ayer', 1],
  ['anteayer', 2],
  ['day before yesterday', 2],
  ['the day before yesterday', 2],
]);

function onlyIndexBeginningWith(names: readonly (readonly string[])[], word: string, minLength: number): number | null {
  if (word.length < minLength) return null;
  const found = names.flatMap((forms, index) => (forms.some((form) => form.startsWith(word)) ? [index + 1] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}
