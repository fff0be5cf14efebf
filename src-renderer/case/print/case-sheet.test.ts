import { describe, expect, it } from 'vitest';
import { catalogue, caseWith, maria, NOW, NUMBER, OTHER_NUMBER } from '../fixtures.ts';
import { caseDocument, caseSheet, type SheetContext } from './case-sheet.ts';

const context = { catalogue, now: NOW, printedBy: 'Ana Rivera', due: null, stationNames: {} };

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

  it('says on every page that a case is sealed, and who printed it', () => {
    expect(html).not.toContain('SEALED');
    expect(caseSheet({ ...caseWith(), isSealed: true }, context)).toContain('class="mark" aria-hidden="true">SEALED');
    expect(caseDocument(caseWith(), context).pageFooter).toMatch(/^Case 48-2913-5062\. Printed .+ by Ana Rivera\./);
  });

  it('says why each date is what it is', () => {
    const due = { timeZone: 'America/New_York', ruleVersion: 3, policyName: 'Standard', acknowledge: null, resolve: null, respond: { due: NOW, isPaused: false, steps: [] } } as unknown as SheetContext['due']; // safe: no step is told
    expect(caseSheet(caseWith(), { ...context, due })).toMatch(/Its dates, and why<\/h2>.*Answer due/s);
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
