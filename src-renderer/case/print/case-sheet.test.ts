import { describe, expect, it } from 'vitest';
import { catalogue, caseWith, maria, NOW, OTHER_NUMBER } from '../fixtures.ts';
import { caseSheet } from './case-sheet.ts';

const context = { catalogue, now: NOW, printedBy: 'Ana Rivera' };

describe('the case on one sheet', () => {
  const html = caseSheet(
    caseWith(
      { kind: 'noteAdded', text: '<script>alert("x")</script> & more' },
      { kind: 'coReporterAdded', trackingNumber: OTHER_NUMBER, person: maria, channel: 'phone', receivedAt: NOW, pin: '1234' },
    ),
    context,
  );

  it('names number, people, promise and every fact', () => {
    for (const words of ['Case 48-2913-5062', 'María Núñez', 'Wed 25 Nov 14:05', 'Ana Rivera added a note.', '48-2913-5070 María Núñez']) {
      expect(html).toContain(words);
    }
  });

  it('lets no text become markup', () => {
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; more');
    expect(html).not.toContain('<script');
  });

  it('leaves out what there is not, and every PIN', () => {
    expect(html).not.toContain('On behalf of');
    expect(html).not.toContain('1234');
    expect(html).not.toContain('4821');
  });
});
