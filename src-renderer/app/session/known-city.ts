/**
 * Whether the sign-in form may stand there before the records are open: at the start of a workstation that has been ready before. The
 * program of the records is loaded while a person types.
 */
const CITY = 'portreeve.city';
/** Of this window: its page is loaded again while somebody may be signed in, as after a crash. */
const OPENED = 'portreeve.opened';

/** The city's name; null when it is not known, or when there is to be no form before it is known who is signed in. */
export function expectedCity(): string | null {
  return sessionStorage.getItem(OPENED) === null ? localStorage.getItem(CITY) : null;
}

/** The records are open, and they are of this city. */
export function rememberCity(name: string): void {
  sessionStorage.setItem(OPENED, 'yes');
  localStorage.setItem(CITY, name);
}
