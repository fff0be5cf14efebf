import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRACTICE_ENROLMENT, selfIssuedNumber } from '../tracking-number/tracking-number.ts';
import { must } from '../util/assert.ts';
import { anyReceipt } from './testing/receipt-arbitrary.ts';
import { OTHER_NUMBER, REFERRAL_RECEIPT, SAMPLE_NUMBER, SAMPLE_RECEIPT, SPANISH_RECEIPT } from './testing/sample-receipt.ts';
import type { ReceiptData } from './receipt-data.ts';
import { makeReceiptDocument, qrContent, type ReceiptBlock, type SectionName } from './receipt-document.ts';
import { STANDARD_TEMPLATE } from './receipt-template.ts';

function blockText(block: ReceiptBlock): string {
  switch (block.kind) {
    case 'field':
      return `${block.label}: ${block.value}`;
    case 'number':
      return `${block.label}: ${block.shown} (${block.spoken.join(', ')})`;
    case 'qr':
      return `[${block.content}] ${block.caption}`;
    case 'writeIn':
    case 'cut':
      return block.kind; // on paper forms only
    default:
      return block.text;
  }
}

/** What a receipt says, section by section, one line each. */
function linesOf(data: ReceiptData, ...names: readonly SectionName[]): readonly string[] {
  const { sections } = makeReceiptDocument(data);
  const wanted = names.length === 0 ? sections : sections.filter((section) => names.includes(section.name));
  return wanted.flatMap((section) => section.blocks.map((block) => blockText(block).replaceAll('\u00a0', ' ')));
}

describe('a receipt of a practice number', () => {
  const practice = { trackingNumber: must(selfIssuedNumber(PRACTICE_ENROLMENT, 4), 'one of a thousand') };

  it('says so first and last, in either language, whatever the city’s wording is, and leads to no status page', () => {
    const english = linesOf({ ...SAMPLE_RECEIPT, ...practice });
    expect([english[0], english.at(-1)]).toEqual(['PRACTICE: NOT A REAL RECEIPT', 'PRACTICE: NOT A REAL RECEIPT']);
    expect(english.join()).not.toContain('https:');
    const template = { ...STANDARD_TEMPLATE, en: { ...STANDARD_TEMPLATE.en, words: {} } };
    expect(linesOf({ ...SPANISH_RECEIPT, ...practice, template }).filter((line) => line === 'PRÁCTICA: NO ES UN RECIBO REAL')).toHaveLength(2);
  });

  it('is the only one that does', () => {
    fc.assert(
      fc.property(anyReceipt, (data) => {
        expect(linesOf(data, 'practice')).toHaveLength(0);
      }),
    );
  });
});

describe('a receipt says', () => {
  it('in English', () => {
    expect(linesOf(SAMPLE_RECEIPT)).toMatchInlineSnapshot(`
      [
        "City of Palm Harbor",
        "Customer Service, City Hall",
        "160 Lake Avenue, Palm Harbor",
        "We have your request.",
        "Your tracking number: 48-2913-5062 (four eight, two nine one three, five zero six two)",
        "What happens next",
        "We will answer you by Tuesday, November 24, 2026, 4:10 PM.",
        "What we wrote down",
        "Service: Pothole",
        "Where: 214 E Ocean Avenue",
        "You told us: Deep hole in the right lane in front of the school.",
        "Received: Saturday, November 21, 2026, 4:10 PM",
        "See how it is going",
        "[https://palmharbor.example/status?n=4829135062] Scan to see your case.",
        "Or visit palmharbor.example/cases",
        "PIN: 4821",
        "To see your case, give your number and this PIN.",
        "Questions?",
        "Call (727) 555-0142",
        "and say your tracking number.",
        "Please keep this receipt until your case is closed.",
        "Printed Saturday, November 21, 2026, 4:12 PM",
      ]
    `);
  });

  it('in Spanish', () => {
    expect(linesOf(SPANISH_RECEIPT)).toMatchInlineSnapshot(`
      [
        "City of Palm Harbor",
        "Customer Service, City Hall",
        "160 Lake Avenue, Palm Harbor",
        "Recibimos su queja.",
        "Su número de seguimiento: 48-2913-5062 (cuatro ocho, dos nueve uno tres, cinco cero seis dos)",
        "Qué sigue ahora",
        "Le responderemos a más tardar el martes 24 de noviembre de 2026, a las 4:10 p. m.",
        "Lo que anotamos",
        "Servicio: Bache",
        "Dónde: 214 E Ocean Avenue",
        "Nos dijo: Un bache muy hondo: ¿cuándo lo arreglan? ¡Dañó dos llantas en mi año nuevo! Pingüino, canción, señal.",
        "Recibido: sábado 21 de noviembre de 2026, a las 4:10 p. m.",
        "Vea cómo va su caso",
        "[https://palmharbor.example/status?n=4829135062] Escanee para ver su caso.",
        "O visite palmharbor.example/cases",
        "PIN: 4821",
        "Para ver su caso, dé su número y este PIN.",
        "¿Preguntas?",
        "Llame al (727) 555-0142",
        "y diga su número de seguimiento.",
        "Guarde este recibo hasta que se cierre su caso.",
        "Impreso el sábado 21 de noviembre de 2026, a las 4:12 p. m.",
      ]
    `);
  });

  it('who is responsible, with name, address and phone, when the city is not (S2, Policy)', () => {
    expect(linesOf(REFERRAL_RECEIPT, 'next', 'agency')).toEqual([
      'What happens next',
      'Another agency is responsible for this. Please contact it directly: its name, address and phone are below.',
      'Who is responsible',
      'Florida Department of Transportation',
      '11201 N McKinley Drive, Tampa, FL 33612',
      '(813) 555-0175',
      'Hours: Monday to Friday 8:00 to 17:00',
    ]);
  });

  it('that a large repair stays open after the answer, and promises no finishing date (S2 step 2.5)', () => {
    const promise = { kind: 'majorRepair', answerBy: SAMPLE_RECEIPT.receivedAt } as const;
    expect(linesOf({ ...SAMPLE_RECEIPT, promise }, 'next').slice(1)).toEqual([
      'We will answer you by Saturday, November 21, 2026, 4:10 PM.',
      'This is a large repair: your case stays open until the work is really done, and we will tell you how it goes.',
    ]);
  });

  it('both dates where the city promises both', () => {
    const promise = { kind: 'finishBy', answerBy: SAMPLE_RECEIPT.receivedAt, finishBy: SAMPLE_RECEIPT.printedAt } as const;
    expect(linesOf({ ...SPANISH_RECEIPT, promise }, 'next').slice(1)).toEqual([
      'Le responderemos a más tardar el sábado 21 de noviembre de 2026, a las 4:10 p. m.',
      'Esperamos terminar el trabajo a más tardar el sábado 21 de noviembre de 2026, a las 4:12 p. m.',
    ]);
  });

  it('which case a co-reporter was added to', () => {
    expect(linesOf({ ...SAMPLE_RECEIPT, coReporterOf: OTHER_NUMBER }, 'next').at(-1)).toBe(
      'Others reported this too. Your report was added to case 39-1004-7729; you keep your own number.',
    );
  });

  it('that it is a copy, and the how-manieth, before anything else', () => {
    expect(linesOf({ ...SAMPLE_RECEIPT, copyNumber: 2 })[0]).toBe('COPY');
    expect(linesOf({ ...SPANISH_RECEIPT, copyNumber: 2 }, 'copy')).toEqual(['COPIA', 'Esta es la copia 2 de su recibo.']);
    expect(linesOf(SAMPLE_RECEIPT, 'copy')).toEqual([]);
  });

  it('only what there is to say', () => {
    const bare: ReceiptData = { ...SAMPLE_RECEIPT, pin: null, said: ' ', location: null, city: { ...SAMPLE_RECEIPT.city, website: '', departmentLine: '' } };
    expect(linesOf(bare, 'details', 'status', 'city')).toEqual([
      'City of Palm Harbor',
      '160 Lake Avenue, Palm Harbor',
      'What we wrote down',
      'Service: Pothole',
      'Received: Saturday, November 21, 2026, 4:10 PM',
      'See how it is going',
      `[https://palmharbor.example/status?n=${SAMPLE_NUMBER}] Scan to see your case.`,
    ]);
  });

  it('the city’s own lines and words', () => {
    const en = { headerLines: ['Open 8 to 5'], footerLines: ['Gracias!'], words: { callUs: 'Dial {phone}' } };
    const { sections } = makeReceiptDocument({ ...SAMPLE_RECEIPT, template: { ...STANDARD_TEMPLATE, en } });
    const said = sections.flatMap((section) => section.blocks.map(blockText));
    expect(said).toEqual(expect.arrayContaining(['Open 8 to 5', 'Gracias!', 'Dial (727) 555-0142']));
  });
});

describe('the QR code', () => {
  it('leads to the status page of the number, whatever the page’s address looks like', () => {
    expect(qrContent('https://a.example/status', SAMPLE_NUMBER)).toBe(`https://a.example/status?n=${SAMPLE_NUMBER}`);
    expect(qrContent('https://a.example/?lang=es#top', SAMPLE_NUMBER)).toBe(`https://a.example/?lang=es&n=${SAMPLE_NUMBER}#top`);
    expect(qrContent('https://a.example/estado/niño', SAMPLE_NUMBER)).toBe(`https://a.example/estado/ni%C3%B1o?n=${SAMPLE_NUMBER}`);
  });

  it('holds the bare number when there is no such page', () => {
    expect(qrContent(null, SAMPLE_NUMBER)).toBe(SAMPLE_NUMBER);
  });
});

it('is made of clean, non-empty text for any data', () => {
  fc.assert(
    fc.property(anyReceipt, (data) => {
      const blocks = makeReceiptDocument(data).sections.flatMap((section) => section.blocks);
      for (const block of blocks) {
        expect(blockText(block)).toMatch(/^[^\p{Cc}\u2028\u202e]+$/u);
        if (block.kind === 'qr') expect(block.content).toMatch(/^[\x21-\x7e]+$/);
      }
    }),
  );
});
