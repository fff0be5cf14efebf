import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Catalogue } from '../catalogue/catalogue.ts';
import { indexGuides, searchGuides } from './search-guides.ts';

const city = Catalogue.parse(JSON.parse(readFileSync(new URL('../../resources/demo-city.json', import.meta.url), 'utf8')));
const index = indexGuides(city);
const found = (text: string): readonly string[] => searchGuides(index, text).hits.map(({ guide }) => guide.code);

describe('searching the guides', () => {
  it.each([
    ['storm mode', 'STORM-MODE'],
    ['misconduct', 'POLICY-MISCONDUCT'],
    ['angry', 'ANGRY-CALLER'],
    ['911', 'CALLER-IN-DANGER'],
    ['spanish', 'SPANISH-CALLERS'],
    ['paper form', 'PAPER-FORMS'],
    ['72 hours', 'POLICY-TWO-CLOCKS'],
    ['missed truck holiday', 'MISSED-COLLECTION'],
    ['boil water', 'MAIN-BREAK'],
  ])('%s finds %s first', (text, code) => {
    expect(found(text)[0]).toBe(code);
  });

  it('finds a guide by what callers call its service, and by the beginnings of words', () => {
    expect(found('bache')).toContain('POTHOLES');
    expect(found('sewe back')).toContain('SEWER-BACKUP');
  });

  it('passes over accents, case and small words', () => {
    expect(found('Español')).toEqual(found('espanol'));
    expect(found('What do I do in a STORM?')).toContain('STORM-MODE');
  });

  it('says so when no guide has all the words, and gives those with the most', () => {
    const search = searchGuides(index, 'sewage xylophone');
    expect(search).toMatchObject({ isPartly: true, hits: expect.arrayContaining([expect.objectContaining({ guide: expect.objectContaining({ code: 'SEWER-BACKUP' }) })]) });
    expect(searchGuides(index, 'xylophone')).toMatchObject({ hits: [], isPartly: false });
  });

  it('shows the part of the text that says most of it', () => {
    const [hit] = searchGuides(index, 'stop sign down').hits;
    expect(hit?.snippet.toLowerCase()).toContain('stop sign');
    expect(searchGuides(index, 'commission').hits.every(({ snippet }) => snippet.length <= 170)).toBe(true);
  });

  it('lists every active guide, guidelines first, while nothing is typed', () => {
    const all = searchGuides(indexGuides({ ...city, guides: city.guides.map((guide, at) => ({ ...guide, isActive: at !== 0 })) }), '  ');
    expect(all.hits).toHaveLength(city.guides.length - 1);
    expect(all.hits[0]?.guide.kind).toBe('guideline');
  });
});
