import { describe, expect, it } from 'vitest';
import { CaseId } from '../../../src-shared/util/ids.ts';
import { formatTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { caseWith, NUMBER, OTHER_NUMBER } from '../fixtures.ts';
import { linkProblem } from './link-problem.ts';

const current = caseWith();
const otherId = CaseId.parse('00000000-0000-4000-8000-000000000009');
const other = { ...caseWith(), id: otherId, trackingNumber: OTHER_NUMBER };
const typed = formatTrackingNumber(OTHER_NUMBER);
const at = { at: current.enteredAt, by: current.enteredBy };

describe('tying a case to another one', () => {
  it('says what is wrong with the number', () => {
    expect(linkProblem('', 'related', null, current)).toContain('Type the tracking number');
    expect(linkProblem('48-2913-5071', 'related', null, current)).toContain('One digit');
    expect(linkProblem('12', 'related', null, current)).toContain('ten digits');
    expect(linkProblem(typed, 'related', null, current)).toContain('not on this workstation'.slice(4));
    expect(linkProblem(typed, 'related', other, current)).toBeUndefined();
    expect(linkProblem(typed, 'related', current, current)).toContain('That is this case');
  });

  it('merges only what is part of no other case and not sealed, and names where to merge instead', () => {
    expect(linkProblem(typed, 'merge', other, current)).toBeUndefined();
    expect(linkProblem(typed, 'merge', { ...other, isSealed: true }, current)).toContain('stays by itself');
    expect(linkProblem(typed, 'merge', { ...other, mergedInto: { caseId: current.id, trackingNumber: NUMBER, ...at } }, current)).toContain('part of this case already');
    const third = { ...other, mergedInto: { caseId: CaseId.parse('00000000-0000-4000-8000-00000000000a'), trackingNumber: NUMBER, ...at } };
    expect(linkProblem(typed, 'merge', third, current)).toContain(`part of ${formatTrackingNumber(NUMBER)}. Merge into that one`);
  });

  it('does not link twice', () => {
    const linked = caseWith({ kind: 'linked', link: { relation: 'related', caseId: otherId, trackingNumber: OTHER_NUMBER } });
    expect(linkProblem(typed, 'related', other, linked)).toContain('linked already');
    expect(linkProblem(typed, 'duplicateOf', other, linked)).toBeUndefined();
  });
});
