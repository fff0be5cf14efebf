/**
 * Numbered paper forms as one document: each sheet has the office's part to fill in by hand and, below a line to cut, the slip the
 * citizen takes along. No script, nothing fetched; every text is escaped here.
 */
import { citizenDate } from '../receipt/citizen-date.ts';
import { qrPath } from '../receipt/qr-matrix.ts';
import type { ReceiptCity } from '../receipt/receipt-data.ts';
import { qrContent } from '../receipt/receipt-document.ts';
import { fontFaces } from '../receipt/receipt-fonts.ts';
import { escapeHtml } from '../receipt/receipt-html.ts';
import type { ReceiptLanguage } from '../receipt/receipt-language.ts';
import { fillIn } from '../receipt/words.ts';
import { spokenGroups } from '../tracking-number/spoken.ts';
import { formatTrackingNumber } from '../tracking-number/tracking-number.ts';
import type { UtcMs } from '../util/time.ts';
import type { OutageForm } from './form-batch.ts';
import { formStyles } from './form-styles.ts';
import { FORM_WORDS, SLIP_WORDS } from './form-words.ts';

export interface FormPaper {
  readonly city: ReceiptCity;
  /** IANA zone of the date beside a sheet that is printed again. */
  readonly timeZone: string;
  readonly paper: 'letter' | 'a4';
  /** Set when sheets with these numbers were printed before: they say so first. Null: the first print. */
  readonly againAt: UtcMs | null;
}

/** A whole HTML document, one sheet a form, in the order given. */
export function formsHtml(forms: readonly Pick<OutageForm, 'number' | 'pin'>[], paper: FormPaper): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">`,
    `<title>${escapeHtml(FORM_WORDS.title)}</title>`,
    `<style>${fontFaces()}${formStyles(paper.paper)}</style>`,
    '</head>',
    `<body>${forms.map((form) => sheetHtml(form, paper)).join('\n')}</body>`,
    '</html>',
  ].join('\n');
}

type Form = Pick<OutageForm, 'number' | 'pin'>;

function sheetHtml(form: Form, { city, timeZone, againAt }: FormPaper): string {
  const again = againAt === null ? '' : `<p class="again">${escapeHtml(`${FORM_WORDS.againHead} ${fillIn(FORM_WORDS.again, { date: citizenDate(againAt, timeZone, 'en') })}`)}</p>`;
  return `<article class="sheet">${again}${headHtml(form, city)}${fieldsHtml()}<p class="cut">${escapeHtml(FORM_WORDS.cut)}</p>${slipHtml(form, city)}</article>`;
}

function headHtml({ number, pin }: Form, city: ReceiptCity): string {
  const shown = formatTrackingNumber(number);
  return [
    '<header class="head">',
    `<div><h1>${escapeHtml(FORM_WORDS.title)}</h1><p>${escapeHtml(city.name)}</p><p class="soft">${escapeHtml(FORM_WORDS.office)}</p></div>`,
    `<div><p class="label">${escapeHtml(FORM_WORDS.formNumber)}</p><p class="number">${shown}</p>${pin === null ? '' : `<p class="pin">PIN <strong>${pin}</strong></p>`}</div>`,
    `<div class="qr">${qrHtml(number, FORM_WORDS.formNumber)}</div>`,
    '</header>',
  ].join('');
}

function fieldsHtml(): string {
  const w = FORM_WORDS;
  return [
    '<section class="fields">',
    field(w.received, 'two'),
    field(w.takenBy, 'two'),
    boxes(w.channel, w.channels, 'two'),
    field(w.name, 'three'),
    field(w.phone, 'three'),
    field(w.address, 'three'),
    field(w.email, 'three'),
    boxes(w.language, w.languages, 'two'),
    boxes('', [w.anonymous], 'two'),
    field(w.onBehalfOf, 'two'),
    field(w.service, 'six'),
    field(w.location, 'six'),
    `<div class="field six lines"><p class="label">${escapeHtml(w.description)}</p>${'<i></i>'.repeat(5)}</div>`,
    field(w.told, 'six'),
    field(w.urgent, 'three'),
    field(w.keyedIn, 'three'),
    '</section>',
  ].join('');
}

function field(label: string, width: string): string {
  return `<div class="field ${width}"><p class="label">${escapeHtml(label)}</p></div>`;
}

function boxes(label: string, choices: readonly string[], width: string): string {
  return `<div class="field boxes ${width}"><p class="label">${escapeHtml(label)}</p><p>${choices.map((choice) => `<span class="box">${escapeHtml(choice)}</span>`).join('')}</p></div>`;
}

function slipHtml(form: Form, city: ReceiptCity): string {
  const { number, pin } = form;
  const offices = [city.departmentLine, city.address].filter((line) => line !== '').join(' · ');
  const spoken = (language: ReceiptLanguage): string => escapeHtml(spokenGroups(number, language).join(', '));
  return [
    '<section class="slip">',
    `<p class="slip-head"><strong>${escapeHtml(city.name)}</strong><span class="soft">${escapeHtml(offices)}</span></p>`,
    `<div><p class="label">${escapeHtml(`${SLIP_WORDS.en.numberLabel} · ${SLIP_WORDS.es.numberLabel}`)}</p><p class="number">${formatTrackingNumber(number)}</p>`,
    `<p class="spoken">${spoken('en')}</p><p class="spoken" lang="es">${spoken('es')}</p>`,
    pin === null ? '' : `<p class="pin">${escapeHtml(SLIP_WORDS.en.pinLabel)} <strong>${pin}</strong></p>`,
    `<p>${escapeHtml(`${SLIP_WORDS.en.receivedLabel} · ${SLIP_WORDS.es.receivedLabel}`)}: <span class="by-hand"></span></p></div>`,
    `<div class="qr">${qrHtml(qrContent(city.statusUrl, number), SLIP_WORDS.en.scan)}</div>`,
    `<div class="languages">${(['en', 'es'] as const).map((language) => sayingHtml(language, city)).join('')}</div>`,
    '</section>',
  ].join('');
}

function sayingHtml(language: ReceiptLanguage, { phone, statusUrl }: ReceiptCity): string {
  const words = SLIP_WORDS[language];
  const lines = [words.next, ...(statusUrl === null ? [] : [words.scan]), words.keep].map((line) => `<p>${escapeHtml(line)}</p>`);
  const call = `<p><span class="call">${escapeHtml(fillIn(words.call, { phone }))}</span> ${escapeHtml(words.say)}</p>`;
  return `<div lang="${language}"><p><strong>${escapeHtml(words.have)}</strong></p>${lines.join('')}${call}</div>`;
}

function qrHtml(content: string, label: string): string {
  const { path, size } = qrPath(content);
  return `<svg role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
}
