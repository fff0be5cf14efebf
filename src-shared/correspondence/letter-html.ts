/**
 * A letter as one self-contained page for Letter or A4, to be folded into a window envelope (`letter-geometry.ts`).
 *
 * Reads in order without its looks: who writes, to whom, when, about what, the text, who signs, whom else to ask. No script, nothing
 * fetched. Every text is escaped here and nowhere else.
 */
import { fontFaces } from '../receipt/receipt-fonts.ts';
import { escapeHtml } from '../receipt/receipt-html.ts';
import type { Letter, LetterAgency } from './letter.ts';
import { widthEm } from './letter-address.ts';
import { LETTER_GEOMETRY } from './letter-geometry.ts';
import { letterStyles } from './letter-styles.ts';
import { letterWords, type LetterWords } from './letter-words.ts';

/** A whole HTML document (`<!doctype html>` …), of as many pages as the text needs. */
export function letterHtml(letter: Letter): string {
  const words = letterWords(letter.language);
  const title = [letter.subject, letter.trackingNumber].filter((part) => part !== '').join(' · ');
  return [
    '<!doctype html>',
    `<html lang="${letter.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${fontFaces()}${letterStyles(letter.paper, letter.language, letter.trackingNumber)}</style>`,
    '</head>',
    '<body>',
    '<main class="sheet">',
    headHtml(letter),
    addressHtml(letter),
    infoHtml(letter, words),
    `<h1 class="subject" dir="auto">${textHtml(letter.subject)}</h1>`,
    `<div class="body">${letter.paragraphs.map((paragraph) => `<p dir="auto">${textHtml(paragraph)}</p>`).join('\n')}</div>`,
    signatureHtml(letter, words),
    letter.agency ? agencyHtml(letter.agency, words) : '',
    '<i class="fold fold-1" aria-hidden="true"></i><i class="fold fold-2" aria-hidden="true"></i>',
    '</main>',
    '</body>',
    '</html>',
  ].join('\n');
}

function headHtml({ city }: Letter): string {
  const lines = city.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('');
  return `<header class="head"><p class="city" style="font-size:${cityNamePt(city.name)}pt">${escapeHtml(city.name)}</p>${lines}</header>`;
}

const HEAD_WIDTH_PT = 465;

/** A long name takes two lines of small letters, so that the letterhead never reaches the window. */
function cityNamePt(name: string): number {
  const onOneLine = [19, 16].find((fontPt) => widthEm(name) * 1.06 * fontPt <= HEAD_WIDTH_PT); // bold letters are wider
  return onOneLine ?? 12;
}

function addressHtml({ sender, address, paper }: Letter): string {
  const lines = address.lines.map((line) => `<span>${escapeHtml(line)}</span>`).join('');
  const size = `font-size:${address.fontPt}pt;line-height:${address.linePt}pt`;
  const above = LETTER_GEOMETRY[paper].senderLine ? `<p class="place sender">${escapeHtml(sender)}</p>` : '';
  return `${above}<address class="place address" dir="auto" style="${size}">${lines}</address>`;
}

function infoHtml({ date, trackingNumber }: Letter, words: LetterWords): string {
  const number = `<p class="label">${escapeHtml(words.ourNumber)}</p><p class="number">${escapeHtml(trackingNumber)}</p>`;
  return `<div class="place info"><p class="date">${escapeHtml(date)}</p>${trackingNumber === '' ? '' : number}</div>`;
}

function signatureHtml({ signature }: Letter, words: LetterWords): string {
  const name = signature.name === '' ? '' : `<p class="name">${escapeHtml(signature.name)}</p>`;
  const lines = signature.lines.map((line) => `<p class="line">${escapeHtml(line)}</p>`).join('');
  return `<div class="signature"><p>${escapeHtml(words.closing)}</p>${name}${lines}</div>`;
}

function agencyHtml(agency: LetterAgency, words: LetterWords): string {
  const hours = agency.hours === '' ? '' : `<div><dt>${escapeHtml(words.hours)}</dt><dd>${escapeHtml(agency.hours)}</dd></div>`;
  return [
    '<section class="agency">',
    `<header><h2>${escapeHtml(words.agencyHeading)}</h2><p>${escapeHtml(words.agencyNote)}</p></header>`,
    `<p class="name">${escapeHtml(agency.name)}</p>`,
    `<p>${textHtml(agency.address)}</p>`,
    `<dl><div><dt>${escapeHtml(words.phone)}</dt><dd class="phone">${escapeHtml(agency.phone)}</dd></div>${hours}</dl>`,
    '</section>',
  ].join('\n');
}

/** Escaped, with its lines, and with tracking numbers that stay on one line. */
function textHtml(text: string): string {
  return escapeHtml(text)
    .replace(/\b\d{2}-\d{4}-\d{4}\b/g, '<span class="unbroken">$&</span>')
    .replaceAll('\n', '<br>');
}
