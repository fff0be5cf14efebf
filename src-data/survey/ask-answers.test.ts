import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { caseIdOf, command, MONDAY, numberOfCase, openedCase, run } from '../../src-shared/testing/case-maker.ts';
import { DAY_MS, utcMs } from '../../src-shared/util/time.ts';
import { writeCase } from '../cases/write-case.ts';
import { queuePageOf } from '../search/ask-queue.ts';
import { type Desk, openDesk } from '../testing/desk.ts';
import { answersForReview } from './ask-answers.ts';

let desk: Desk;
beforeEach(() => {
  desk = openDesk();
});
afterEach(() => {
  desk.close();
});

const answered = (n: number, rating: number, daysAgo: number): Case =>
  run(openedCase(n), command('case.recordSurvey', { trackingNumber: numberOfCase(n), rating, comment: `Answer ${n}`, method: 'paper' }, { caseId: caseIdOf(n), madeAt: MONDAY - daysAgo * DAY_MS }));

it('has the answers since the last working day, in the view and in the list; sealed ones in no list', () => {
  const friday = answered(1, 4, 3);
  const thursday = answered(2, 1, 4);
  const weekend = answered(3, 2, 1);
  for (const current of [friday, thursday, weekend, openedCase(4), { ...answered(5, 1, 0), isSealed: true }]) writeCase(desk.db, current, 'confirmed');
  const now = utcMs(MONDAY);
  expect(answersForReview(desk.db, now)?.lines.map(({ comment }) => comment)).toEqual(['Answer 3', 'Answer 1']);
  const { rows } = queuePageOf({ db: desk.db, now: () => now }, { view: 'surveyAnswers', search: '', sort: 'due', after: null, limit: 10 });
  expect(rows.map(({ caseId }) => caseId)).toEqual([caseIdOf(3), caseIdOf(1)]);
});

it('a case is found by its newest answer, and the index is walked', () => {
  writeCase(desk.db, answered(1, 4, 0), 'confirmed');
  writeCase(desk.db, answered(1, 4, 30), 'confirmed');
  expect(answersForReview(desk.db, utcMs(MONDAY))?.lines).toEqual([]);
  const plan = desk.db.raw.prepare('EXPLAIN QUERY PLAN SELECT c.case_id FROM case_ c WHERE c.answered_at >= 1 ORDER BY c.answered_at DESC, c.case_key DESC LIMIT 100').all() as { detail: string }[]; // safe: EXPLAIN's own columns
  expect(plan.map(({ detail }) => detail).join('; ')).toMatch(/^(?!.*TEMP B-TREE).*INDEX case_by_answer/);
});
