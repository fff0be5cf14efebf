import { describe, expect, it } from 'vitest';
import { catalogue, caseWith, maria, NOW, NUMBER, OTHER_NUMBER } from '../fixtures.ts';
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

  it('says what the departments do, and how it went', () => {
    const task = { kind: 'taskAdded' as const, taskId: '00000000-0000-4000-8000-00000000000a', title: 'Shut the valve', departmentCode: 'CLERK', assigneeId: null, after: null, withinBusinessDays: null, dueBy: null };
    const answer = { kind: 'surveyAnswered' as const, trackingNumber: NUMBER, rating: 2, comment: 'Too late', method: 'paper' as const };
    const sheet = caseSheet(caseWith(task, answer, { kind: 'followUpOpened', departmentCode: 'STREETS', dueBy: NOW, rating: 2 }), context);
    for (const words of ['Shut the valve: open, City Clerk', '2 of 5, bad: Too late', 'Open: Due Mon 23 Nov 14:05 (just now), Streets']) expect(sheet).toContain(words);
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
