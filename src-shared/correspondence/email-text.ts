/**
 * A filled message as mail: the same words as plain text and as accessible HTML.
 *
 * The HTML is one column that needs no pictures, no table and no style sheet of the reader: a language, a title, paragraphs, links
 * that show where they lead. It takes the reader's light or dark colors. Every text is escaped here.
 */
import { escapeHtml } from '../receipt/receipt-html.ts';
import { bodyText, type FilledMessage } from './fill-template.ts';
import { letterWords } from './letter-words.ts';
import type { FieldValues } from './template-field.ts';

export interface EmailText {
  /** One line, without line breaks: safe for a header once encoded. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** `values` are those the message was filled with: they give the signature and the city at the foot. */
export function emailText(message: FilledMessage, values: FieldValues): EmailText {
  const signature = signatureLines(values);
  const foot = footLines(message, values);
  const text = [bodyText(message), signature.join('\n'), `-- \n${foot.join('\n')}`].filter((part) => part !== '').join('\n\n');
  return { subject: message.subject, text: `${text}\n`, html: emailHtml(message, signature, foot) };
}

function signatureLines(values: FieldValues): readonly string[] {
  return [values.staffName, values.staffName && values.staffTitle, values.staffDepartmentName || values.departmentName].filter((line) => line !== '');
}

function footLines({ language }: FilledMessage, values: FieldValues): readonly string[] {
  const address = values.cityAddress.replaceAll('\n', ', ');
  const call = values.cityPhone && `${letterWords(language).phone}: ${values.cityPhone}`;
  return [values.cityName, values.cityOffice, address, call, values.cityWebsite].filter((line) => line !== '');
}

const STYLES = {
  body: 'margin:0;padding:24px 16px;font:17px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif',
  main: 'max-width:36em;margin:0 auto',
  paragraph: 'margin:0 0 1em;overflow-wrap:anywhere',
  foot: 'max-width:36em;margin:2em auto 0;padding-top:1em;border-top:1px solid;font-size:15px',
} as const;

function emailHtml(message: FilledMessage, signature: readonly string[], foot: readonly string[]): string {
  const paragraphs = [...message.paragraphs, signature.join('\n')].filter((paragraph) => paragraph !== '');
  return [
    '<!doctype html>',
    `<html lang="${message.language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(message.subject)}</title>`,
    '</head>',
    `<body style="${escapeHtml(STYLES.body)}">`,
    `<main style="${STYLES.main}">`,
    ...paragraphs.map((paragraph) => `<p dir="auto" style="${STYLES.paragraph}">${linesHtml(paragraph)}</p>`),
    '</main>',
    `<footer style="${STYLES.foot}">${foot.map(linesHtml).join('<br>')}</footer>`,
    '</body>',
    '</html>',
  ].join('\n');
}

const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]}'’”]/g;

/** A tracking number inside a sentence stays on one line. */
function plainHtml(text: string): string {
  return escapeHtml(text).replace(/\b\d{2}-\d{4}-\d{4}\b/g, '<span style="white-space:nowrap">$&</span>');
}

/** Escaped, with line breaks, and with web addresses as links under their own name. */
function linesHtml(text: string): string {
  let html = '';
  let position = 0;
  for (const match of text.matchAll(LINK)) {
    const address = escapeHtml(match[0]);
    html += `${plainHtml(text.slice(position, match.index))}<a href="${address}">${address}</a>`;
    position = match.index + match[0].length;
  }
  return (html + plainHtml(text.slice(position))).replaceAll('\n', '<br>');
}
