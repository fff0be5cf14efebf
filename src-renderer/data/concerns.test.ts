import { expect, it } from 'vitest';
import type { DataChange } from '../../src-shared/protocol/data-rpc/workstation-views.ts';
import { CaseId } from '../../src-shared/util/ids.ts';
import { concerns } from './concerns.ts';

const ONE = CaseId.parse('00000000-0000-4000-8000-000000000001');
const OTHER = CaseId.parse('00000000-0000-4000-8000-000000000002');
const casesChanged = (...caseIds: readonly CaseId[]): DataChange => ({ topic: 'cases', caseIds });

it.each([
  ['a list of cases, of any case', casesChanged(OTHER), ['cases', 'queue', {}], true],
  ['the case itself', casesChanged(OTHER, ONE), ['cases', 'one', ONE], true],
  ['not another case', casesChanged(OTHER), ['cases', 'one', ONE], false],
  ['every case when any may have changed', { topic: 'cases', caseIds: null }, ['cases', 'one', ONE], true],
  ['not another topic', { topic: 'spool', caseIds: null }, ['cases', 'queue', {}], false],
  ['the sync status', { topic: 'sync', caseIds: null }, ['sync', 'status'], true],
] as const)('concerns %s', (_what, change, key, isConcerned) => {
  expect(concerns(change, key)).toBe(isConcerned);
});

it('asks everything again after the stream was cut, but for the bytes of files, which never change', () => {
  expect(concerns('everything', ['session'])).toBe(true);
  expect(concerns('everything', ['fileBytes', 'abc'])).toBe(false);
  expect(concerns({ topic: 'files', caseIds: null }, ['files', ONE, 2])).toBe(true);
});
