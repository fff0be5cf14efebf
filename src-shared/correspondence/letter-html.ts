/**
 * A letter as one self-contained page for Letter or A4, to be folded into a window envelope (`letter-geometry.ts`).
 *
 * Reads in order without its looks: who writes, to whom, when, about what, the text, who signs, whom else to ask. No script, nothing
 * fetched. Every text is escaped here and nowhere else.
 */
import type { Language } from '../domain/case.ts';
import { fontFaces } from '../receipt/receipt-fonts.ts';
import { escapeHtml } from '../receipt/receipt-html.ts';
import type { Letter, LetterAgency } from './letter.ts';
import { widthEm } from './letter-address.ts';
import { LETTER_GEOMETRY, type LetterPaper } from './letter-geometry.ts';
import { letterRunStyles, letterStyles } from './letter-styles.ts';
import { letterWords, type LetterWords } from './letter-words.ts';

/** A whole HTML document (`<!doctype html>` …), of as many pages as the text needs. */
export function letterHtml(letter: Letter): string {
  const title = [letter.subject, letter.trackingNumber].filter((part) => part !== '').join(' · ');
  const styles = letterStyles(letter.paper, letter.language, letter.trackingNumber);
  return documentHtml({ language: letter.language, title, styles, body: `<main class="sheet">\n${sheetHtml(letter)}\n</main>` });
}

/** Several letters as one document, to be printed in one go; each begins on a sheet of its own. All are for the same paper. */
export function letterRunHtml(letters: readonly Letter[], { paper, title }: { readonly paper: LetterPaper; readonly title: string }): string {
  const sheets = letters.map((letter, index) => `<article class="sheet letter-${index + 1}" lang="${letter.language}">\n${sheetHtml(letter)}\n</article>`);
  const styles = letterRunStyles(paper, letters.map(({ trackingNumber }) => trackingNumber));
  return documentHtml({ language: letters[0]?.language ?? 'en', title, styles, body: sheets.join('\n') });
}

function documentHtml({ language, title, styles, body }: { readonly language: Language; readonly title: string; readonly styles: string; readonly body: string }): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">`,
    `<title>${escapeHtml(title)}</title>`,
    `<style>${fontFaces()}${styles}</style>`,
    '</head>',
    '<body>',
    body,
    '</body>',
    '</html>',
  ].join('\n');
}

function sheetHtml(letter: Letter): string {
  const words = letterWords(letter.language);
  return [
    headHtml(letter),
    addressHtml(letter),
    infoHtml(letter, words),
    `<h1 class="subject" dir="auto">${textHtml(letter.subject)}</h1>`,
    `<div class="body">${letter.paragraphs.map((paragraph) => `<p dir="auto">${textHtml(paragraph)}</p>`).join('\n')}</div>`,
    signatureHtml(letter, words),
    letter.agency ? agencyHtml(letter.agency, words) : '',
    '<i class="fold fold-1" aria-hidden="true"></i><i class="fold fold-2" aria-hidden="true"></i>',
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

function infoHtml({ date, trackingNumber, copyNote }: Letter, words: LetterWords): string {
  const number = `<p class="label">${escapeHtml(words.ourNumber)}</p><p class="number">${escapeHtml(trackingNumber)}</p>`;
  return `<div class="place info"><p class="date">${escapeHtml(date)}</p>${trackingNumber === '' ? '' : number}${copyNote === '' ? '' : `<p class="copy">${escapeHtml(copyNote)}</p>`}</div>`;
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
