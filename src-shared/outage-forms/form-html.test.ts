import { expect, it } from 'vitest';
import { OTHER_NUMBER, SAMPLE_NUMBER, SAMPLE_RECEIPT } from '../receipt/testing/sample-receipt.ts';
import { utcMs } from '../util/time.ts';
import { formsHtml } from './form-html.ts';

const FORMS = [
  { number: SAMPLE_NUMBER, pin: '4821' },
  { number: OTHER_NUMBER, pin: null },
];
const paper = { city: SAMPLE_RECEIPT.city, timeZone: 'America/New_York', paper: 'letter', againAt: null } as const;

it('gives every form a sheet of its own with its number on both parts, and the citizen whom to call in both languages', () => {
  const html = formsHtml(FORMS, paper);
  expect(html.match(/<article class="sheet">/g)).toHaveLength(2);
  expect(html.match(/48-2913-5062/g)).toHaveLength(2);
  expect(html.match(/PIN <strong>4821/g)).toHaveLength(2);
  expect(html).toContain('Questions? Call (727) 555-0142');
  expect(html).toContain('¿Preguntas? Llame al (727) 555-0142');
  expect(html).toContain('cuatro ocho, dos nueve uno tres, cinco cero seis dos');
  expect(html).not.toContain('PRINTED AGAIN');
});

it('says first of a sheet that was printed before that it was', () => {
  expect(formsHtml(FORMS, { ...paper, againAt: utcMs(SAMPLE_RECEIPT.printedAt) })).toMatch(/<article class="sheet"><p class="again">PRINTED AGAIN Saturday, November\s21, 2026/);
});

it('lets no text of the city become anything but text', () => {
  const city = { ...paper.city, name: '<script>alert(1)</script>', address: '"><img src=x>' };
  expect(formsHtml(FORMS, { ...paper, city })).not.toMatch(/<script|<img/);
});
