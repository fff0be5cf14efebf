import { describe, expect, it } from 'vitest';
import { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { REPLY_MARK } from '../../../src-shared/correspondence/compose-writing.ts';
import { DEFAULT_TEMPLATES } from '../../../src-shared/correspondence/default-templates.ts';
import type { Case } from '../../../src-shared/domain/case-document.ts';
import { must } from '../../../src-shared/util/assert.ts';
import { catalogue, caseWith, maria, NOW } from '../fixtures.ts';
import { EMPTY_SHEET, NEW_WRITING, otherForm, typedText, type WritingDraft, writingDraft, writingOf, type WritingValues } from './writing-draft.ts';
import { countsWords, formChoices, missingInWriting, sendingWords } from './writing-words.ts';

const city = Catalogue.parse({ ...catalogue, templates: DEFAULT_TEMPLATES });
const reachable = { ...maria, email: 'maria@example.com', address: '5 Elm Street\nTestville, FL 33444', preference: 'letter' as const };
const current: Case = { ...caseWith(), requester: reachable };
const draftOf = (values: WritingValues, of: Case = current): WritingDraft => must(writingDraft(values, { case: of, whole: null, catalogue: city, at: NOW, signedBy: 'a.rivera' }), 'somebody to write to');
/** The words typed where the mark stands. */
const answered = (values: WritingValues, words: string): WritingValues => {
  const draft = draftOf(values);
  return typedText(values, draft, { body: draft.body.replace(REPLY_MARK, words) });
};

describe('a writing begins', () => {
  it('in the way and the language the citizen wishes for, with what it is about now', () => {
    expect(draftOf(NEW_WRITING)).toMatchObject({ form: 'letter', language: 'es', template: { code: 'CASE-RECEIVED-LETTER', version: 1 } });
    const progressed: Case = { ...caseWith({ kind: 'progressNoteAdded', text: 'Half is in', nextProgressBy: null }), requester: reachable };
    expect(draftOf(NEW_WRITING, progressed)).toMatchObject({ template: { event: 'progress' }, body: expect.stringContaining('Half is in') });
  });

  it('by what reaches them, and says of the others why they cannot be', () => {
    const unreachable: Case = { ...current, requester: { ...reachable, email: '', phone: '' } };
    const draft = draftOf({ ...NEW_WRITING, form: 'email' }, unreachable);
    expect(formChoices(draft.recipient).map(({ label }) => label)).toEqual(['Letter, as they wish', 'Email (cannot be: no email address was given)', 'Text message (cannot be: no phone number was given)']);
    expect(missingInWriting(unreachable, draft)['form']).toBe('No email address was given. Add it to the case (Edit, E), or send it another way.');
  });

  it('for nobody where nobody is known', () => {
    expect(writingDraft(NEW_WRITING, { case: { ...current, requester: null }, whole: null, catalogue: city, at: NOW, signedBy: 'a.rivera' })).toBeNull();
  });
});

describe('what was typed', () => {
  const general: WritingValues = { ...NEW_WRITING, templateCode: 'GENERAL-LETTER' };

  it('goes on into another language, another form and another template', () => {
    const values = answered(general, 'A crew comes on Monday.');
    expect(draftOf({ ...values, language: 'en' }).body).toMatch(/^Dear María[^]*A crew comes on Monday\./);
    const asMail = otherForm(values, draftOf(values), 'email', city);
    expect(draftOf(asMail)).toMatchObject({ template: { code: 'GENERAL-EMAIL' }, body: expect.stringContaining('A crew comes on Monday.') });
    expect(draftOf({ ...values, templateCode: 'RESPONDED-LETTER' }).body).toContain('A crew comes on Monday.');
  });

  it('stands there to the letter, spaces and all', () => {
    expect(draftOf(answered(general, 'We ')).body).toContain('\n\nWe \n\n');
    const free: WritingValues = { ...NEW_WRITING, templateCode: EMPTY_SHEET };
    expect(draftOf(typedText(free, draftOf(free), { body: 'We  ' })).body).toBe('We  ');
  });

  it('around those words too is there again when its template is chosen again', () => {
    const begun = draftOf(general);
    const values = typedText(general, begun, { body: `Hello!\n\n${begun.body.slice(5)}` });
    expect(draftOf({ ...values, language: 'en' }).body).toContain(REPLY_MARK);
    expect(draftOf(values).body).toMatch(/^Hello!/);
  });

  it('may not go out with the mark still in it, nor empty', () => {
    expect(missingInWriting(current, draftOf(general))['first']).toBe(`Write your answer where ${REPLY_MARK} stands.`);
    expect(missingInWriting(current, draftOf({ ...general, templateCode: EMPTY_SHEET }))).toMatchObject({ first: 'Write the text.', subject: 'Write a subject.' });
    expect(Object.values(missingInWriting(current, draftOf(answered(general, 'Monday.')))).filter(Boolean)).toEqual([]);
  });

  it('is kept on the case as a phone shows it', () => {
    const free: WritingValues = { ...NEW_WRITING, form: 'text', templateCode: EMPTY_SHEET };
    const values = typedText(free, draftOf(free), { body: 'The crew comes “soon” — today… ' });
    expect(writingOf(draftOf(values))).toMatchObject({ method: 'text', templateCode: null, subject: '', body: 'The crew comes "soon" - today...', toAddress: '(561) 555-0142', toName: 'María Núñez' });
  });
});

describe('before it goes out', () => {
  it('is said what it counts as', () => {
    expect(countsWords(current, draftOf(NEW_WRITING), NOW)).toBe('This acknowledges that we have their case. It is no answer yet.');
    expect(countsWords(current, draftOf({ ...NEW_WRITING, templateCode: 'GENERAL-LETTER' }), NOW)).toMatch(/^This will be the first answer/);
    const told: Case = { ...current, respondedAt: current.receivedAt, acknowledgedAt: current.receivedAt };
    expect(countsWords(told, draftOf({ ...NEW_WRITING, templateCode: 'GENERAL-LETTER' }, told), NOW)).toBeUndefined();
  });

  it('is said when it will go: a letter when the paper is there, a mail without a server later', () => {
    expect(sendingWords('letter', 'offline')).toContain('once you say that the paper came out');
    expect([sendingWords('email', 'online'), sendingWords('text', 'offline')]).toEqual([
      'The mail goes to the server at once, which sends it.',
      'There is no connection: the text waits on this workstation and goes out by itself when the server is back.',
    ]);
  });
});
