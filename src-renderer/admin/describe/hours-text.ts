/** Working hours of a day as people type them, and back. */

interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** `08:00-12:00, 13:00-17:00`; empty for a closed day. A value that is no hours is given back as it was typed. */
export function hoursText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  return value.map((stretch: unknown) => (isStretch(stretch) ? `${stretch.from}-${stretch.to}` : '')).join(', ');
}

/**
 * The stretches a text means: `8-12, 1pm-5pm`, `8:00–17:00`, `8 to 17`; none for an empty one or `closed`. A text that means none
 * is given back, so that nothing typed is lost.
 */
export function readHours(text: string): readonly Stretch[] | string {
  const given = text.trim();
  if (given === '' || /^(closed|cerrado)$/i.test(given)) return [];
  const stretches = given.split(/[,;]|\b(?:and|y)\b/i).map((part) => readStretch(part));
  return stretches.every((stretch) => stretch !== null) ? stretches : text;
}

const STRETCH = /^\s*(.+?)\s*(?:-|–|—|\bto\b|\ba\b)\s*(.+?)\s*$/i;

function readStretch(text: string): Stretch | null {
  const [, from = '', to = ''] = STRETCH.exec(text) ?? [];
  const [start, end] = [readTime(from), readTime(to)];
  if (start === null || end === null) return null;
  return { from: start, to: end === '00:00' ? '24:00' : end };
}

/** `8`, `8:30`, `0830`, `5pm`, `5:30 p.m.`, `noon`, `midnight` as `17:30`; null when it is no time of day. */
export function readTime(text: string): string | null {
  const given = text.trim().toLowerCase().replaceAll('.', '');
  if (given === 'noon' || /^mediod[ií]a$/.test(given)) return '12:00';
  if (given === 'midnight' || given === 'medianoche') return '00:00';
  const [, hourText, minuteText = '0', half] = /^(\d{1,2})(?::?(\d{2}))?\s*(am|pm)?$/.exec(given) ?? [];
  if (hourText === undefined) return null;
  const [hour, minute] = [Number(hourText), Number(minuteText)];
  if (half !== undefined && (hour < 1 || hour > 12)) return null;
  const inDay = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  if (minute > 59 || inDay > 24 || (inDay === 24 && minute > 0)) return null;
  return `${String(inDay).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function isStretch(value: unknown): value is Stretch {
  return typeof value === 'object' && value !== null && 'from' in value && 'to' in value;
}
