import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RuleBook, ServicePolicy } from '../catalogue/time-rules.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { utcMs } from '../util/time.ts';
import type { DueQuestion } from './due-question.ts';
import { type DueDate, dueMoments, explainDue } from './explain-due.ts';
import { ledgerSentences } from './ledger-sentences.ts';
import type { LedgerStep } from './ledger-step.ts';
import { arbitraryCalendar, arbitraryCase, arbitraryLimit } from './testing/arbitrary-rules.ts';

const CLOCKS = ['acknowledge', 'respond', 'resolve'] as const;

const arbitraryBook: fc.Arbitrary<RuleBook> = fc
  .record({ calendar: arbitraryCalendar, limits: fc.array(fc.array(arbitraryLimit, { maxLength: 3 }), { minLength: 3, maxLength: 3 }) })
  .map(({ calendar, limits: [acknowledge = [], respond = [], resolve = []] }) => ({
    version: 1,
    policies: [ServicePolicy.parse({ code: 'R', name: 'R', calendarCode: calendar.code, acknowledge, respond, resolve })],
    calendars: [calendar],
    exceptions: [],
    servicePolicies: { X: 'R' },
    holdPauses: { ALL: [...CLOCKS], WORK: ['resolve'] },
  }));

const arbitraryQuestion: fc.Arbitrary<{ readonly question: DueQuestion; readonly asOf: ReturnType<typeof utcMs> }> = fc
  .record({ received: arbitraryCase, reasons: fc.array(fc.constantFrom('ALL', 'WORK', 'NONE'), { minLength: 4, maxLength: 4 }) })
  .map(({ received: { receivedAt, pauses, asOf }, reasons }) => ({
    asOf: utcMs(asOf),
    question: {
      receivedAt: utcMs(receivedAt),
      channel: 'phone',
      serviceCode: 'X',
      kind: 'serviceRequest',
      pauses: pauses.map(({ from, to }, at) => ({ from: utcMs(from), to: to === null ? null : utcMs(to), reasonCode: reasons[at] ?? 'NONE', by: null })),
    },
  }));

const ofKind = <Kind extends LedgerStep['kind']>({ steps }: DueDate, kind: Kind) => steps.filter((step): step is Extract<LedgerStep, { kind: Kind }> => step.kind === kind);

describe('a ledger', () => {
  it('adds up: the limit that binds is the earliest, and the pauses lead from its first end to its last', () => {
    fc.assert(
      fc.property(arbitraryBook, arbitraryQuestion, (book, { question, asOf }) => {
        const dates = explainDue(question, book, asOf);
        for (const clock of CLOCKS) {
          const date = dates[clock];
          const limits = must(book.policies[0], 'one policy')[clock];
          if (date === null) {
            expect(limits).toEqual([]);
            continue;
          }
          const counted = ofKind(date, 'limit');
          const binds = must(ofKind(date, 'binds')[0], 'one limit binds');
          expect(counted.map(({ limit }) => limit)).toEqual(limits);
          expect(date.due).toBe(Math.min(...counted.map(({ due }) => due)));
          expect([binds.due, ...binds.over.map(({ due }) => due)]).toEqual(counted.map(({ due }) => due).sort((one, other) => one - other));
          const bound = must(counted.find(({ limit }) => limit === binds.limit), 'the limit that binds is one of them');
          const path = ofKind(date, 'pause').flatMap(({ dueBefore, dueAfter }) => [dueBefore, dueAfter]);
          expect([bound.unpausedDue, ...path, date.due].filter((moment, at, all) => at % 2 === 0 || moment === all[at - 1])).toHaveLength(path.length + 2);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same as the moments alone, and can be read aloud', () => {
    fc.assert(
      fc.property(arbitraryBook, arbitraryQuestion, (book, { question, asOf }) => {
        const { acknowledge, respond, resolve, timeZone } = explainDue(question, book, asOf);
        expect(dueMoments(question, book, asOf)).toEqual({ policyCode: 'R', acknowledge: acknowledge?.due ?? null, respond: respond?.due ?? null, resolve: resolve?.due ?? null });
        const sentences = respond ? ledgerSentences(respond, { clock: 'respond', timeZone, catalogue: SMALL_CITY }) : [];
        for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z0-9“].*\.$/);
      }),
      { numRuns: 200 },
    );
  });

  it('of an open pause as of a moment is that of a pause which ended then', () => {
    fc.assert(
      fc.property(arbitraryBook, arbitraryQuestion, (book, { question, asOf }) => {
        const closed = { ...question, pauses: question.pauses.filter(({ from }) => from <= asOf).map((pause) => ({ ...pause, to: pause.to ?? asOf })) };
        const open = { ...question, pauses: question.pauses.filter(({ from }) => from <= asOf) };
        expect(dueMoments(open, book, asOf)).toEqual(dueMoments(closed, book, utcMs(asOf + 1e9)));
      }),
      { numRuns: 200 },
    );
  });
});
