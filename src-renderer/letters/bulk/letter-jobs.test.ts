import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { DEFAULT_TEMPLATES } from '../../../src-shared/correspondence/default-templates.ts';
import { letterRunHtml } from '../../../src-shared/correspondence/letter-html.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { command, MONDAY, openedCase, run } from '../../../src-shared/testing/case-maker.ts';
import { SMALL_CITY } from '../../../src-shared/testing/small-city.ts';
import { HOUR_MS, utcMs } from '../../../src-shared/util/time.ts';
import { letterJobs } from './letter-jobs.ts';

const catalogue = Catalogue.parse({ ...SMALL_CITY, templates: DEFAULT_TEMPLATES, survey: { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 3, calendarCode: 'CITY' } });
const ANA = { name: 'Ana Núñez', phone: '555-0142', email: '', address: '5 Elm Street\nTestville, FL 33444', language: 'es', preference: 'letter', needs: '' };
const CLOSING = { disposition: 'RESOLVED', closingNote: 'The hole is filled.', completionDate: null };
const AGENCY = { name: 'The County', address: '2 Court Street', phone: '555-0199', code: 'COUNTY' };
const opened = (n: number, more: Record<string, unknown> = {}): Case => openedCase(n, { channel: 'letter', requester: ANA, ...more });
const given = (current: Case, type: 'case.close' | 'case.refer', args: Record<string, unknown>): Case => run(current, command(type, args, { madeAt: MONDAY + HOUR_MS, caseId: current.id }), { catalogue });
const jobs = (...cases: readonly Case[]) => letterJobs(cases.map((one) => ({ case: one, whole: null })), { catalogue, at: utcMs(MONDAY + 2 * HOUR_MS), signedBy: 'agent' });

describe('letters to write', () => {
  it('are what each citizen waits for, in their language; the survey goes behind the letter about the closing', () => {
    const { ready, notReady } = jobs(opened(1), given(opened(2), 'case.close', CLOSING));
    expect(ready.map(({ about, name }) => `${name}: ${about}`)).toEqual(['Ana Núñez: case received', 'Ana Núñez: case closed', 'Ana Núñez: survey']);
    expect(notReady).toEqual([]);
    expect(ready[1]?.writing).toMatchObject({ method: 'letter', templateCode: 'CLOSED-LETTER', templateVersion: 1, language: 'es', body: expect.stringContaining('The hole is filled.') });
  });

  it('carry the agency where the city has referred somebody', () => {
    const [referred] = jobs(given(opened(1), 'case.refer', { agency: AGENCY, note: '' })).ready;
    expect(referred?.letterFor('letter').agency).toMatchObject({ name: 'The County', phone: '555-0199' });
  });

  it('that a person has to look at first say why and what to do', () => {
    const [noAddress, ...rest] = jobs(opened(1, { requester: { ...ANA, address: '' } })).notReady;
    expect([noAddress?.why, rest]).toEqual(['No postal address was given. Open the case and add it (Edit, E), or tell them another way.', []]);
    const without = Catalogue.parse({ ...catalogue, templates: DEFAULT_TEMPLATES.filter(({ event }) => event !== 'caseReceived') });
    const { notReady } = letterJobs([{ case: opened(1), whole: null }], { catalogue: without, at: utcMs(MONDAY), signedBy: 'agent' });
    expect(notReady[0]?.why).toBe('The city has no letter for “Case received”. Open the case and write it (W).');
  });

  it('are printed in one go, each on a sheet of its own, with its own number', () => {
    const letters = jobs(opened(1), opened(2)).ready.map(({ letterFor }) => letterFor('letter'));
    const html = letterRunHtml(letters, { paper: 'letter', title: '2 letters' });
    expect(html.match(/<article class="sheet/g)).toHaveLength(2);
    for (const { trackingNumber } of letters) expect(html).toContain(trackingNumber);
  });
});
