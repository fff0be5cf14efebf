/**
 * A numbered paper form for the receipt printer, where a desk has no other: the office's part to fill in by hand, a cut, and the slip the
 * citizen takes along. Like a receipt it is queued and printed from this value alone.
 */
import { z } from 'zod';
import { citizenDate } from '../receipt/citizen-date.ts';
import { cleanText } from '../receipt/clean-text.ts';
import { ReceiptCity } from '../receipt/receipt-data.ts';
import { qrContent, type ReceiptBlock, type ReceiptDocument } from '../receipt/receipt-document.ts';
import type { ReceiptLanguage } from '../receipt/receipt-language.ts';
import { fillIn } from '../receipt/words.ts';
import { spokenGroups } from '../tracking-number/spoken.ts';
import { formatTrackingNumber, TrackingNumber } from '../tracking-number/tracking-number.ts';
import { UtcMs } from '../util/time.ts';
import { FormPin } from './form-batch.ts';
import { FORM_WORDS, SLIP_WORDS } from './form-words.ts';

export const FormSlip = z.object({
  /** Tells it from a receipt. */
  paper: z.literal('outageForm'),
  trackingNumber: TrackingNumber,
  pin: FormPin.nullable(),
  city: ReceiptCity,
  timeZone: z.string(),
  printedAt: UtcMs,
  /** 0: the first print. Else it says that the number was on paper before. */
  copyNumber: z.int().min(0),
});
export type FormSlip = z.infer<typeof FormSlip>;

const LANGUAGES: readonly ReceiptLanguage[] = ['en', 'es'];
/** Rows to write on under what they said. */
const SAID_LINES = 4;

/** Both parts, the office's first; the slip is in both languages, since nobody knows yet who will hold it. */
export function formSlipDocument(slip: FormSlip): ReceiptDocument {
  return {
    language: 'en',
    title: `${FORM_WORDS.title} ${formatTrackingNumber(slip.trackingNumber)}`,
    sections: [...officePart(slip), ...citizenPart(slip)],
  };
}

function officePart(slip: FormSlip): ReceiptDocument['sections'] {
  const { trackingNumber, printedAt, timeZone, copyNumber, city } = slip;
  const w = FORM_WORDS;
  const again = fillIn(w.again, { date: citizenDate(printedAt, timeZone, 'en') });
  const lines = [w.received, w.takenBy, w.name, w.phone, w.email, w.address, w.onBehalfOf, w.service, w.location];
  const after = [w.told, w.urgent, w.keyedIn];
  return [
    ...(copyNumber > 0 ? [{ name: 'copy' as const, blocks: [banner(w.againHead), note(again)] }] : []),
    { name: 'city', blocks: [text('headline', w.title), note(city.name), note(w.office)] },
    { name: 'number', blocks: [{ kind: 'number', label: w.formNumber, shown: formatTrackingNumber(trackingNumber), spoken: [] }, ...pinOf(slip)] },
    { name: 'details', blocks: [...lines.map((label) => writeIn(label)), writeIn(w.description, SAID_LINES), ...after.map((label) => writeIn(label)), { kind: 'cut' }] },
  ];
}

function citizenPart(slip: FormSlip): ReceiptDocument['sections'] {
  const { city, trackingNumber } = slip;
  const both = (pick: (words: (typeof SLIP_WORDS)['en']) => string): string => [...new Set(LANGUAGES.map((language) => pick(SLIP_WORDS[language])))].join(' · ');
  const number: ReceiptBlock = { kind: 'number', label: both((words) => words.numberLabel), shown: formatTrackingNumber(trackingNumber), spoken: spokenGroups(trackingNumber, 'en') };
  return [
    { name: 'city', blocks: [text('city', city.name), ...[city.departmentLine, city.address].filter((line) => cleanText(line) !== '').map(note)] },
    { name: 'number', blocks: [number, note(spokenGroups(trackingNumber, 'es').join(', '))] },
    ...LANGUAGES.map((language) => ({ name: 'next' as const, blocks: sayings(SLIP_WORDS[language]) })),
    { name: 'status', blocks: [{ kind: 'qr', content: qrContent(city.statusUrl, trackingNumber), caption: city.statusUrl === null ? '' : both((words) => words.scan) }, ...pinOf(slip)] },
    { name: 'contact', blocks: LANGUAGES.flatMap((language) => [text('strong', fillIn(SLIP_WORDS[language].call, { phone: city.phone })), note(SLIP_WORDS[language].say)]) },
    { name: 'details', blocks: [writeIn(both((words) => words.receivedLabel))] },
  ];
}

function sayings({ have, next, keep }: (typeof SLIP_WORDS)['en']): readonly ReceiptBlock[] {
  return [text('heading', have), text('note', next), text('note', keep)];
}

function pinOf({ pin }: FormSlip): readonly ReceiptBlock[] {
  return pin === null ? [] : [text('strong', `PIN ${pin}`)];
}

const text = (role: 'city' | 'headline' | 'heading' | 'strong' | 'note', value: string): ReceiptBlock => ({ kind: 'text', role, text: cleanText(value) });
const note = (value: string): ReceiptBlock => text('note', value);
const banner = (value: string): ReceiptBlock => ({ kind: 'banner', text: value });
const writeIn = (label: string, lines = 1): ReceiptBlock => ({ kind: 'writeIn', label, lines });
