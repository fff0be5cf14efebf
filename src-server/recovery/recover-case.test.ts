import { expect, it } from 'vitest';
import type { Case } from '../../src-shared/domain/case-document.ts';
import { caseIdOf, command, numberOfCase, openedCase, run } from '../../src-shared/testing/case-maker.ts';
import { lostCommands } from './recover-case.ts';

const into = { intoCaseId: caseIdOf(2), intoTrackingNumber: numberOfCase(2), reason: '' };
const lost = (copy: Case, current: Case | null) => lostCommands({ copy, current, isKnown: () => false, isRestored: true }).map(({ facts }) => facts.map(({ kind }) => kind));

it('a merge from a copy comes back as a note where the case is there: the other one may have gone another way', () => {
  const current = openedCase();
  const copy = run(run(run(current, command('case.addNote', { text: 'x' })), command('case.merge', into)), command('case.addNote', { text: 'y' }));
  expect(lost(copy, current)).toEqual([['noteAdded'], ['noteAdded'], ['noteAdded']]);
  expect(lostCommands({ copy, current, isKnown: () => false, isRestored: true })[1]?.facts).toMatchObject([{ text: expect.stringContaining('Decide whether it still holds: merged') as string }]);
  expect(lost(copy, null)).toEqual([['caseOpened'], ['noteAdded'], ['merged'], ['noteAdded']]);
});
