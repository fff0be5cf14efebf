import { expect, it } from 'vitest';
import { tellsAgency } from '../commands/correspond.ts';
import { ReferralAgency } from '../domain/case.ts';
import { Agency } from './agency.ts';
import { agencyProblem, referralTo, referredWords } from './refer-to.ts';

const COUNTY = Agency.parse({ code: 'COUNTY', name: 'The County', address: '2 Court Street', phone: '555-0199', hours: 'Every day', handles: 'County roads' });
const problem = (more: Partial<Agency>) => agencyProblem({ ...COUNTY, ...more }, '2026-11-22', (day) => `<${day}>`);

it('speaks against an agency before its first day and after its last one, not on them', () => {
  expect(problem({ from: '2026-11-22', until: '2026-11-22' })).toBeNull();
  expect(problem({ from: '2026-11-23' })).toContain('The County is in the directory from <2026-11-23> on only.');
  expect(problem({ until: '2026-11-21' })).toContain('The County was in the directory until <2026-11-21> only.');
});

it('says what an entry lacks that the citizen needs', () => {
  expect(problem({ address: ' ' })).toContain('no address of The County');
  expect(problem({ address: '', phone: '' })).toContain('no address and phone number of The County');
});

it('tells the citizen all that the written reply has to carry, in both languages, with and without hours', () => {
  const referral = ReferralAgency.parse(referralTo(COUNTY));
  for (const language of ['en', 'es'] as const) {
    const words = referredWords(referral, language);
    expect([tellsAgency(referral, words), words.includes('Every day')]).toEqual([true, true]);
    expect(referredWords({ ...referral, hours: '' }, language)).not.toMatch(/Hours|Horario/);
  }
});
