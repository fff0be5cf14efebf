import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { command, openedCase, run } from '../testing/case-maker.ts';
import { must } from '../util/assert.ts';
import { utcMs } from '../util/time.ts';
import { checkWriting } from './check-writing.ts';
import { composeWriting, REPLY_MARK, replyIn } from './compose-writing.ts';
import type { CorrespondenceSource } from './correspondence-fields.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import { recipientsOf } from './recipients.ts';
import { situationOf, templatesToOffer } from './situation.ts';
import { addressFor, formToBeginWith, reachProblem } from './ways-to-reach.ts';

const catalogue = Catalogue.parse({ ...SMALL_CITY, templates: DEFAULT_TEMPLATES });
const ANA = { name: 'Ana Núñez', phone: '555-0142', email: 'ana@example.com', address: '5 Elm Street', language: 'es', preference: 'email', needs: '' } as const;
const COUNTY = { name: 'The County', address: '2 Court Street', phone: '555-0199', code: 'COUNTY' };
const opened = openedCase(1, { requester: ANA });
const template = (code: string) => must(DEFAULT_TEMPLATES.find((each) => each.code === code), `the template ${code}`);

function source(current = opened, language: 'en' | 'es' = 'en'): CorrespondenceSource {
  return { case: current, catalogue, recipient: must(recipientsOf(current)[0], 'a citizen'), language, at: utcMs(1_795_000_000_000), signedBy: null };
}

describe('a writing begins', () => {
  it('with the template filled in and a mark where the author’s own words belong', () => {
    const begun = composeWriting(template('RESPONDED-EMAIL'), source(), '');
    expect(begun.problems).toEqual([]);
    expect(begun.body).toMatch(/^Dear Ana Núñez,\n\n/);
    expect(begun.body).toContain(`\n\n${REPLY_MARK}\n\n`);
    expect(checkWriting(opened, { form: 'email', ...begun }).body).toBe('Write your answer where [...] stands.');
  });

  it('with nothing and the reason, when the template may not go out', () => {
    const begun = composeWriting(template('REFERRED-LETTER'), source(), '');
    expect(begun.body).toBe('');
    expect(begun.problems.join(' ')).toContain('“Agency’s name” is empty');
  });

  it('with an empty sheet when it is written freely', () => {
    expect(composeWriting(null, source(), 'Dear Ana')).toEqual({ subject: '', body: 'Dear Ana', problems: [], warnings: [] });
  });
});

describe('the author’s own words', () => {
  const inner = fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', '\n', '.', '[', ']', '{{pin}}') });

  it('are found again in whatever was typed where the mark stood', () => {
    fc.assert(fc.property(inner, inner, inner, (before, words, after) => {
      fc.pre(!before.includes(REPLY_MARK));
      expect(replyIn(`${before}${REPLY_MARK}${after}`, `${before}${words}${after}`)).toBe(words);
    }));
  });

  it('go on into another form and another language', () => {
    const begun = composeWriting(template('RESPONDED-EMAIL'), source(), '').body;
    const reply = must(replyIn(begun, begun.replace(REPLY_MARK, 'We look at it on Monday.')), 'the reply');
    expect(composeWriting(template('RESPONDED-LETTER'), source(opened, 'es'), reply).body).toMatch(/^Estimado\/a[^]*We look at it on Monday\./);
  });

  it('are not guessed when more than they was changed', () => {
    const begun = composeWriting(template('RESPONDED-EMAIL'), source(), '').body;
    expect(replyIn(begun, begun.replace('Dear', 'Good morning').replace(REPLY_MARK, 'Yes.'))).toBeNull();
    expect(replyIn('no mark', 'no mark')).toBeNull();
  });
});

describe('what may not go out', () => {
  const referred = run(opened, command('case.refer', { agency: COUNTY, note: '' }));

  it('is a text without words, or a letter without a subject', () => {
    expect(checkWriting(opened, { form: 'letter', subject: ' ', body: '\n' })).toEqual({ subject: 'Write a subject.', body: 'Write the text.' });
    expect(checkWriting(opened, { form: 'text', subject: '', body: 'Done.' })).toEqual({ subject: null, body: null });
  });

  it('AS-3: is the first writing after a referral without the agency’s name, address and phone', () => {
    expect(checkWriting(referred, { form: 'text', subject: '', body: 'Ask The County, 555-0199.' }).body).toContain('The County, 2 Court Street, 555-0199');
    expect(checkWriting(referred, { form: 'text', subject: '', body: 'Ask The County,\n2 Court Street, 555-0199.' }).body).toBeNull();
  });
});

describe('what there is to write about', () => {
  const situation = (current: typeof opened) => situationOf(current, must(recipientsOf(current)[0], 'a citizen'));

  it('follows what happened to the case since this citizen was written to', () => {
    expect(situation(opened)).toBe('responded');
    const answered = run(opened, command('case.logContact', { method: 'phone', direction: 'toCitizen', outcome: 'reached', person: '', text: '' }));
    expect(situation(answered)).toBeNull();
    expect(situation(run(answered, command('case.addProgressNote', { text: 'Half is in' })))).toBe('progress');
    const referred = run(answered, command('case.refer', { agency: COUNTY, note: '' }));
    expect(situation(run(referred, command('case.close', { disposition: 'RESOLVED', closingNote: 'x', completionDate: null })))).toBe('referred');
  });

  it('puts its template first, then one’s own words; surveys that need a link are not offered', () => {
    const offered = templatesToOffer(DEFAULT_TEMPLATES, 'email', 'closed').map(({ code }) => code);
    expect(offered.slice(0, 2)).toEqual(['CLOSED-EMAIL', 'GENERAL-EMAIL']);
    expect(offered).not.toContain('SURVEY-EMAIL');
    expect(templatesToOffer(DEFAULT_TEMPLATES, 'letter', null).map(({ code }) => code)).toContain('SURVEY-LETTER');
  });
});

describe('how somebody is written to', () => {
  it('is what they wished for, or else what reaches them', () => {
    expect(formToBeginWith({ ...ANA, preference: 'text' })).toBe('text');
    expect(formToBeginWith({ ...ANA, preference: 'letter', address: '' })).toBe('email');
    expect(formToBeginWith({ ...ANA, preference: 'phone', email: '' })).toBe('letter');
    expect(formToBeginWith({ ...ANA, preference: 'none', email: '', address: '', phone: '' })).toBe('letter');
  });

  it('says what is missing for the others', () => {
    expect(reachProblem({ ...ANA, address: ' ' }, 'letter')).toBe('No postal address was given');
    expect(reachProblem(ANA, 'text')).toBeNull();
    expect(addressFor(ANA, 'email')).toBe('ana@example.com');
  });
});
