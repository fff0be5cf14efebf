/**
 * The one definition of the receipt: sections of typed blocks, made from `ReceiptData` and the city's wording.
 *
 * Blocks say what a text *is* (`promise`, `note`); each renderer decides how that looks on its paper: `receiptline-text.ts` for
 * thermal paper, `receipt-html.ts` for Letter, A4 and 80 mm pages. All text is clean (clean-text.ts) but not yet escaped.
 */
import { formatTrackingNumber, isPracticeNumber, type TrackingNumber } from '../tracking-number/tracking-number.ts';
import { spokenGroups } from '../tracking-number/spoken.ts';
import type { UtcMs } from '../util/time.ts';
import { unreachable } from '../util/unreachable.ts';
import { citizenDate } from './citizen-date.ts';
import { cleanText, SAID_MAX_LENGTH, shorten } from './clean-text.ts';
import { isReprint, type ReceiptData } from './receipt-data.ts';
import type { ReceiptLanguage } from './receipt-language.ts';
import { type ReceiptTemplate, STANDARD_TEMPLATE, wordsOf } from './receipt-template.ts';
import { fillIn, type ReceiptWords } from './words.ts';

/** `city` and `heading` open a section; `headline` and `promise` are what matters most; `note` is small print. */
export type TextRole = 'city' | 'heading' | 'headline' | 'promise' | 'strong' | 'body' | 'note';

export type ReceiptBlock =
  | { readonly kind: 'text'; readonly role: TextRole; readonly text: string }
  | { readonly kind: 'banner'; readonly text: string }
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  /** `shown` is the number as 2-4-4; `spoken` its three groups in words. */
  | { readonly kind: 'number'; readonly label: string; readonly shown: string; readonly spoken: readonly string[] }
  /** `content` is printable ASCII: an address of a page, or the ten digits. */
  /** A line, or several, to be filled in by hand. */
  | { readonly kind: 'writeIn'; readonly label: string; readonly lines: number }
  /** Thermal paper is cut here; pages are not. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'qr'; readonly content: string; readonly caption: string };

export type SectionName = 'practice' | 'copy' | 'city' | 'number' | 'next' | 'agency' | 'details' | 'status' | 'contact' | 'foot';

export interface ReceiptSection {
  readonly name: SectionName;
  readonly blocks: readonly ReceiptBlock[];
}

export interface ReceiptDocument {
  readonly language: ReceiptLanguage;
  readonly title: string;
  readonly sections: readonly ReceiptSection[];
}

interface Maker {
  readonly data: ReceiptData;
  readonly words: ReceiptWords;
  readonly template: ReceiptTemplate;
}

/**
 * Lays out one receipt in its city's wording. Sections with nothing to say are left out.
 *
 * Pure; throws on nothing that `ReceiptData` accepts.
 *
 * @param fallback wording of a receipt that carries none of its own
 */
export function makeReceiptDocument(data: ReceiptData, fallback: ReceiptTemplate = STANDARD_TEMPLATE): ReceiptDocument {
  const template = data.template ?? fallback;
  const maker: Maker = { data, words: wordsOf(template, data.language), template };
  const sections: readonly ReceiptSection[] = [
    { name: 'practice', blocks: practiceBlocks(maker) },
    { name: 'copy', blocks: copyBlocks(maker) },
    { name: 'city', blocks: cityBlocks(maker) },
    { name: 'number', blocks: numberBlocks(maker) },
    { name: 'next', blocks: nextBlocks(maker) },
    { name: 'agency', blocks: agencyBlocks(maker) },
    { name: 'details', blocks: detailBlocks(maker) },
    { name: 'status', blocks: isPracticeNumber(data.trackingNumber) ? [] : statusBlocks(maker) },
    { name: 'contact', blocks: contactBlocks(maker) },
    { name: 'foot', blocks: [...footBlocks(maker), ...practiceBlocks(maker)] },
  ];
  return {
    language: data.language,
    title: fillIn(maker.words.documentTitle, { number: formatTrackingNumber(data.trackingNumber) }),
    sections: sections.filter((section) => section.blocks.length > 0),
  };
}

/**
 * What the QR code holds: the status page of this number, or the number itself when the city has no such page.
 *
 * Printable ASCII only: characters of other scripts in the address are percent-encoded, as a browser would.
 */
export function qrContent(statusUrl: string | null, number: TrackingNumber): string {
  if (statusUrl === null) return number;
  const [page = '', ...fragment] = statusUrl.toWellFormed().replace(/[^\x21-\x7e]/gu, encodeURIComponent).split('#');
  const query = `${page}${page.includes('?') ? '&' : '?'}n=${number}`;
  return [query, ...fragment].join('#');
}

/** No wording of the city: whatever is printed of a practice number says so, first and last. */
const PRACTICE_WORDS: Readonly<Record<ReceiptLanguage, string>> = { en: 'PRACTICE: NOT A REAL RECEIPT', es: 'PRÁCTICA: NO ES UN RECIBO REAL' };

function practiceBlocks({ data }: Maker): readonly ReceiptBlock[] {
  return isPracticeNumber(data.trackingNumber) ? [{ kind: 'banner', text: PRACTICE_WORDS[data.language] }] : [];
}

function copyBlocks({ data, words }: Maker): readonly ReceiptBlock[] {
  if (!isReprint(data)) return [];
  return [
    { kind: 'banner', text: words.copyBanner },
    ...text('note', fillIn(words.copyNote, { copy: String(data.copyNumber) })),
  ];
}

function cityBlocks({ data, template }: Maker): readonly ReceiptBlock[] {
  const { city } = data;
  const lines = [city.departmentLine, city.address, ...template[data.language].headerLines];
  return [...text('city', city.name), ...lines.flatMap((line) => text('note', line))];
}

function numberBlocks({ data, words }: Maker): readonly ReceiptBlock[] {
  return [
    ...text('headline', headlineOf(data, words)),
    {
      kind: 'number',
      label: words.numberLabel,
      shown: formatTrackingNumber(data.trackingNumber),
      spoken: spokenGroups(data.trackingNumber, data.language),
    },
  ];
}

function headlineOf(data: ReceiptData, words: ReceiptWords): string {
  switch (data.kind) {
    case 'serviceRequest':
      return words.haveServiceRequest;
    case 'complaint':
      return words.haveComplaint;
    case 'inquiry':
      return words.haveInquiry;
    case 'suggestion':
      return words.haveSuggestion;
    case 'compliment':
      return words.haveCompliment;
    default:
      return unreachable(data.kind);
  }
}

function nextBlocks(maker: Maker): readonly ReceiptBlock[] {
  const { data, words } = maker;
  const joined = data.coReporterOf
    ? text('body', fillIn(words.coReporter, { number: formatTrackingNumber(data.coReporterOf) }))
    : [];
  return [...text('heading', words.nextHeading), ...promiseBlocks(maker), ...joined];
}

function promiseBlocks({ data, words }: Maker): readonly ReceiptBlock[] {
  const { promise } = data;
  const dated = (sentence: string, at: UtcMs): readonly ReceiptBlock[] => {
    const filled = fillIn(sentence, { date: citizenDate(at, data.timeZone, data.language) });
    return text('promise', filled.replace(/\.\.$/, '.')); // "p. m." ends the sentence with its own dot
  };
  switch (promise.kind) {
    case 'answerBy':
      return dated(words.promiseAnswerBy, promise.answerBy);
    case 'finishBy':
      return [...dated(words.promiseAnswerBy, promise.answerBy), ...dated(words.promiseFinishBy, promise.finishBy)];
    case 'majorRepair':
      return [...dated(words.promiseAnswerBy, promise.answerBy), ...text('body', words.promiseMajorRepair)];
    case 'workBy':
      return dated(words.promiseFinishBy, promise.finishBy);
    case 'answeredNow':
      return text('promise', words.promiseAnsweredNow);
    case 'open':
      return text('promise', words.promiseOpen);
    case 'late':
      return text('promise', words.promiseLate);
    case 'closed':
      return text('promise', words.promiseClosed);
    case 'referred':
      return text('promise', words.promiseReferred);
    case 'sentence':
      return text('promise', promise.sentence);
    default:
      return unreachable(promise);
  }
}

function agencyBlocks({ data, words }: Maker): readonly ReceiptBlock[] {
  if (!data.agency) return [];
  const { name, address, phone, hours } = data.agency;
  return [
    ...text('heading', words.agencyHeading),
    ...text('strong', name),
    ...text('body', address),
    ...text('strong', phone),
    ...text('body', hours === '' ? '' : fillIn(words.agencyHours, { hours })),
  ];
}

function detailBlocks({ data, words }: Maker): readonly ReceiptBlock[] {
  return [
    ...text('heading', words.detailsHeading),
    ...field(words.serviceLabel, data.serviceName),
    ...field(words.locationLabel, data.location ?? ''),
    ...field(words.saidLabel, shorten(cleanText(data.said ?? ''), SAID_MAX_LENGTH)),
    ...field(words.receivedLabel, citizenDate(data.receivedAt, data.timeZone, data.language)),
  ];
}

function statusBlocks({ data, words }: Maker): readonly ReceiptBlock[] {
  const { city } = data;
  const website = cleanText(city.website);
  const pin: readonly ReceiptBlock[] =
    data.pin === null ? [] : [...field(words.pinLabel, data.pin), ...text('note', words.pinNote)];
  return [
    ...text('heading', words.statusHeading),
    {
      kind: 'qr',
      content: qrContent(city.statusUrl, data.trackingNumber),
      caption: cleanText(city.statusUrl === null ? words.scanForNumber : words.scanForStatus),
    },
    ...(website === '' ? [] : text('note', fillIn(words.visitWebsite, { website }))),
    ...pin,
  ];
}

function contactBlocks({ data, words }: Maker): readonly ReceiptBlock[] {
  return [
    ...text('heading', words.contactHeading),
    ...text('strong', fillIn(words.callUs, { phone: data.city.phone })),
    ...text('note', words.sayNumber),
  ];
}

function footBlocks({ data, words, template }: Maker): readonly ReceiptBlock[] {
  const printed = fillIn(words.printed, { date: citizenDate(data.printedAt, data.timeZone, data.language) });
  return [...template[data.language].footerLines.flatMap((line) => text('body', line)), ...text('note', printed)];
}

function text(role: TextRole, value: string): readonly ReceiptBlock[] {
  const clean = cleanText(value);
  return clean === '' ? [] : [{ kind: 'text', role, text: clean }];
}

function field(label: string, value: string): readonly ReceiptBlock[] {
  const clean = cleanText(value);
  return clean === '' ? [] : [{ kind: 'field', label: cleanText(label), value: clean }];
}
