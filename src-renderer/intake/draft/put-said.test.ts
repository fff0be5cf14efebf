import { describe, expect, it } from 'vitest';
import { Agency } from '../../../src-shared/agencies/agency.ts';
import type { Piece } from '../../../src-shared/said/pieces.ts';
import { isOnlyAboutCaller } from './draft.ts';
import { catalogue, draftWith } from './fixtures.ts';
import { filledFields, leaveSaid, movedPieces, moveKey, putSaid, wordsAboutCase } from './put-said.ts';
import { inLanguage, referredDraft } from './referred-draft.ts';

const piece = (field: Piece['field'], value: string, more: Partial<Piece> = {}): Piece => ({ field, said: value, value, isGuess: false, instead: ['description'], ...more });

describe('what was said, put into a draft', () => {
  it('goes to its fields, and the line is empty', () => {
    const pieces = [piece('phone', '5615550142'), piece('name', 'Ana Núñez'), piece('location', '240 Elm St', { said: '240 elm st' }), piece('service', 'POTHOLE'), piece('answer:lane', 'Curb lane'), piece('language', 'es'), piece('description', 'mind the dog')];
    const put = putSaid(draftWith({ said: 'all of it', description: 'First.' }), pieces, catalogue, [{ said: '240 elm st', text: '240 Elm Street', point: { latitude: 1, longitude: 2 } }]);
    expect(put).toMatchObject({ said: '', phone: '(561) 555-0142', name: 'Ana Núñez', locationText: '240 Elm Street', point: { latitude: 1, longitude: 2 }, serviceCode: 'POTHOLE', answers: { lane: 'Curb lane' }, language: 'es', description: 'First.\nmind the dog' });
  });

  it('names whom the caller asks for, and not the caller', () => {
    const put = putSaid(draftWith({}), [piece('onBehalfOf', 'Ruth Abelson')], catalogue, []);
    expect(put).toMatchObject({ onBehalfOf: 'Ruth Abelson', name: '' });
    expect(filledFields(put)).toContain('onBehalfOf');
  });

  it('says how and on which day it came, for this case alone', () => {
    const put = putSaid(draftWith({ channel: 'phone' }), [piece('channel', 'letter', { said: 'letter from' }), piece('received', 'yesterday', { said: 'stamped yesterday' })], catalogue, []);
    expect(put).toMatchObject({ channel: 'letter', isChannelSaid: true, receivedText: 'yesterday', description: '' });
    expect(put.receivedAt).toBeLessThan(Date.now());
    expect(filledFields(put)).toContain('received');
  });

  it('keeps "near" beside the point of what it is near to', () => {
    const put = putSaid(draftWith({}), [piece('location', 'Near 240 Elm St', { said: 'near 240 elm st' })], catalogue, [{ said: '240 elm st', text: '240 Elm Street', point: { latitude: 1, longitude: 2 } }]);
    expect(put).toMatchObject({ locationText: 'Near 240 Elm St', point: { latitude: 1, longitude: 2 } });
  });

  it('may be moved: a wrong name is the description’s, a wrong service becomes another or none', () => {
    const [name, service] = [piece('name', 'Dark Alley'), piece('service', 'POTHOLE', { said: 'hole', instead: ['LIGHT', ''] })];
    expect(movedPieces([name, piece('description', 'rest')], new Map([[moveKey(name), 'description']]))).toMatchObject([{ field: 'description', value: 'Dark Alley\nrest' }]);
    expect(movedPieces([service], new Map([[moveKey(service), 'LIGHT']]))).toMatchObject([{ field: 'service', value: 'LIGHT' }]);
    expect(movedPieces([service], new Map([[moveKey(service), '']]))).toMatchObject([{ field: 'description', value: 'hole' }]);
  });

  it('is left whole to the description by Escape', () => {
    expect(leaveSaid(draftWith({ said: ' maria 555 ', description: '' }))).toMatchObject({ said: '', description: 'maria 555' });
  });

  it('knows which fields have something', () => {
    expect(filledFields(draftWith({ phone: '1', answers: { lane: 'x', car: '' } }))).toEqual(new Set(['phone', 'answer:lane']));
  });
});

describe('what is noted on a case they call about', () => {
  it('is what they say, not who they are', () => {
    expect(wordsAboutCase(draftWith({}), [piece('name', 'Ana'), piece('phone', '1')])).toBe('');
    expect(wordsAboutCase(draftWith({ description: 'Still there.' }), [piece('number', '4829135067'), piece('description', 'when is it done')])).toBe('Still there.\nwhen is it done');
    expect(wordsAboutCase(draftWith({}), [piece('onBehalfOf', 'Ruth Abelson'), piece('description', 'for my mother')])).toBe('for my mother\nRuth Abelson');
    expect(wordsAboutCase(draftWith({}), [piece('channel', 'letter', { said: 'letter from' }), piece('name', 'Ana')])).toBe('');
    expect(wordsAboutCase(draftWith({}), [piece('service', 'POTHOLE', { said: 'pothole' }), piece('location', 'Elm St')])).toBe('pothole, Elm St');
  });
});

describe('a draft that is only about who calls', () => {
  it('makes no case of its own, with a note or without', () => {
    expect(isOnlyAboutCaller(draftWith({ phone: '1', name: 'A', description: 'When is it done?', said: 'x' }))).toBe(true);
    for (const fact of [{ serviceText: 'pot' }, { locationText: 'Elm' }, { onBehalfOf: 'B' }, { receivedText: 'yesterday' }]) expect(isOnlyAboutCaller(draftWith({ name: 'A', ...fact }))).toBe(false);
  });
});

describe('prepared closing words', () => {
  it('follow the citizen’s language, and leave what was typed by hand', () => {
    const agency = Agency.parse({ code: 'COUNTY', name: 'County Roads', address: '2 Court Street', phone: '555-0199', hours: '', handles: 'roads' });
    const sent = referredDraft(draftWith({ toldText: 'By hand.' }), agency, catalogue);
    const spanish = inLanguage(sent, 'es');
    expect(spanish.toldText).toMatch(/^By hand\.\n\nDe esto se encarga County Roads/);
    expect(inLanguage(spanish, 'en').toldText).toBe(sent.toldText);
  });
});
