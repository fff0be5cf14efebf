import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { speak } from '../language/language.ts';
import { SMALL_CITY } from '../testing/small-city.ts';
import { must } from '../util/assert.ts';
import { readableJson } from '../util/readable-json.ts';
import { Catalogue } from './catalogue.ts';
import { applyChanges, type CatalogueChange, type ChangeSet } from './catalogue-change.ts';
import { catalogueProblems, problemsOfChange } from './catalogue-problems.ts';
import { changesBetween, linesOfChanges, undoOf } from './changes-between.ts';
import { readConfiguration, writeConfiguration } from './read-configuration.ts';
import { codeFieldOf, codeOfEntry, entriesOf, findEntry, LIST_SECTIONS, type Section, SECTIONS, seenOf } from './sections.ts';

const DEMO = Catalogue.parse(JSON.parse(readFileSync(new URL('../../resources/demo-city.json', import.meta.url), 'utf8')));

/** One entry as somebody who sees `catalogue` would change it. */
function change(catalogue: Catalogue, section: Section, code: string, value: Record<string, unknown> | null): CatalogueChange {
  const before = findEntry(catalogue, section, code);
  return { section, code, seen: seenOf(before), value: value === null ? null : ({ ...before, ...value } as CatalogueChange['value']) }; // safe: plain JSON
}

const set = (...changes: readonly CatalogueChange[]): ChangeSet => ({ changes: [...changes], orders: [] });

function applied(catalogue: Catalogue, wanted: ChangeSet): Catalogue {
  const outcome = applyChanges(catalogue, wanted);
  if (outcome.kind !== 'applied') throw new Error(`not applied: ${JSON.stringify(outcome)}`);
  return outcome.catalogue;
}

const sentencesOf = (catalogue: Catalogue) => catalogueProblems(catalogue).map(({ sentence }) => sentence);

it('every part of the catalogue can be changed', () => {
  expect([...SECTIONS].sort()).toEqual(Object.keys(Catalogue.shape).filter((key) => key !== 'version').sort());
});

/** A catalogue a few steps away from `from`: entries taken out, doubled under another code, renamed, turned round. */
const drifted = (from: Catalogue): fc.Arbitrary<Catalogue> =>
  fc.array(fc.tuple(fc.constantFrom(...LIST_SECTIONS), fc.nat(), fc.constantFrom('out', 'copy', 'rename', 'turn')), { maxLength: 12 }).map((steps) => {
    let draft: Record<string, unknown> = structuredClone(from);
    for (const [section, nth, what] of steps) {
      const entries = [...(draft[section] as Record<string, unknown>[])]; // safe: a list section
      const entry = entries[nth % Math.max(1, entries.length)];
      if (!entry) continue;
      const field = must(codeFieldOf(section), 'a list');
      if (what === 'out' && entries.length > 1) entries.splice(entries.indexOf(entry), 1);
      if (what === 'copy' && !entries.some((other) => other[field] === `${String(entry[field])}2`)) entries.push({ ...entry, [field]: `${String(entry[field])}2` });
      if (what === 'rename' && 'name' in entry) entries[entries.indexOf(entry)] = { ...entry, name: `${String(entry['name'])} anew` };
      if (what === 'turn') entries.reverse();
      draft = { ...draft, [section]: entries };
    }
    return Catalogue.parse(draft);
  });

describe('changes between two catalogues', () => {
  it('make the one into the other, entry by entry and in its order', () => {
    fc.assert(
      fc.property(drifted(DEMO), (newer) => {
        const outcome = applyChanges(DEMO, changesBetween(DEMO, newer));
        if (outcome.kind === 'nothing') expect(newer).toEqual(DEMO);
        else expect(outcome).toMatchObject({ kind: 'applied', catalogue: { ...newer, version: DEMO.version + 1 } });
      }),
      { numRuns: 60 },
    );
  });

  it('are undone by their undo, as long as nobody has touched the same entries', () => {
    fc.assert(
      fc.property(drifted(SMALL_CITY), (newer) => {
        const undo = undoOf(newer, SMALL_CITY, newer);
        expect(undo.changedSince).toEqual([]);
        const back = applyChanges(newer, undo);
        expect(back.kind === 'applied' ? { ...back.catalogue, version: 1 } : newer).toEqual(SMALL_CITY);
      }),
      { numRuns: 60 },
    );
  });

  it('leave alone in an undo what somebody has changed again since, and name it', () => {
    const first = applied(SMALL_CITY, set(change(SMALL_CITY, 'services', 'POTHOLE', { name: 'Hole' }), change(SMALL_CITY, 'services', 'QUESTION', { name: 'Ask' })));
    const newest = applied(first, set(change(first, 'services', 'POTHOLE', { name: 'Large hole' })));
    const undo = undoOf(first, SMALL_CITY, newest);
    expect(undo.changedSince).toEqual([{ section: 'services', code: 'POTHOLE' }]);
    expect(linesOfChanges(newest, undo)).toMatchObject([{ section: 'services', code: 'QUESTION', name: 'QUESTION', what: 'changed', fields: ['name'] }]);
  });
});

describe('a change', () => {
  it('is refused with both values when the entry is another one than its author saw', () => {
    const theirs = applied(SMALL_CITY, set(change(SMALL_CITY, 'agencies', 'COUNTY', { phone: '555-0111' })));
    const mine = change(SMALL_CITY, 'agencies', 'COUNTY', { phone: '555-0122' });
    expect(applyChanges(theirs, set(mine))).toMatchObject({ kind: 'changedMeanwhile', conflicts: [{ code: 'COUNTY', mine: { phone: '555-0122' }, theirs: { phone: '555-0111' } }] });
    expect(applyChanges(theirs, set(change(SMALL_CITY, 'agencies', 'COUNTY', { phone: '555-0111' })))).toEqual({ kind: 'nothing' });
  });

  it('of other entries goes beside it', () => {
    const theirs = applied(SMALL_CITY, set(change(SMALL_CITY, 'agencies', 'COUNTY', { phone: '555-0111' })));
    const both = applied(theirs, set(change(SMALL_CITY, 'services', 'POTHOLE', { name: 'Hole' })));
    expect([both.version, findEntry(both, 'agencies', 'COUNTY')?.['phone'], findEntry(both, 'services', 'POTHOLE')?.['name']]).toEqual([3, '555-0111', 'Hole']);
  });

  it('that the schema does not take says where', () => {
    const outcome = applyChanges(SMALL_CITY, set(change(SMALL_CITY, 'services', 'POTHOLE', { duplicateRadiusMeters: -1 })));
    expect(outcome).toMatchObject({ kind: 'invalid', problems: [{ section: 'services', code: 'POTHOLE' }] });
    expect(outcome.kind === 'invalid' && outcome.problems[0]?.sentence).toMatch(/^The service “POTHOLE”: duplicateRadiusMeters: It is (at least|more than) 0\.$/);
    speak('es');
    const spanish = applyChanges(SMALL_CITY, set(change(SMALL_CITY, 'services', 'POTHOLE', { duplicateRadiusMeters: -1 })));
    speak('en');
    expect(spanish.kind === 'invalid' && spanish.problems[0]?.sentence).toMatch(/: duplicateRadiusMeters: (Es mayor que|El mínimo es) 0\.$/);
    expect(applyChanges(SMALL_CITY, set(change(SMALL_CITY, 'services', 'POTHOLE', { code: 'OTHER' })))).toMatchObject({ kind: 'invalid' });
  });

  it('of a single section sets or clears it', () => {
    const survey = { isOn: true, followUpAtOrBelow: 3, followUpBusinessDays: 2, calendarCode: 'CITY' };
    const on = applied(SMALL_CITY, set({ section: 'survey', code: 'survey', seen: null, value: survey }));
    expect(on.survey).toEqual(survey);
    expect(applied(on, set({ section: 'survey', code: 'survey', seen: seenOf(on.survey), value: null })).survey).toBeNull();
  });
});

describe('whether a catalogue fits together', () => {
  it('the demo city and the small one do', () => {
    expect([sentencesOf(DEMO), sentencesOf(SMALL_CITY)]).toEqual([[], []]);
  });

  it.each<readonly [what: string, section: Section, code: string, value: Record<string, unknown>, sentence: RegExp]>([
    ['a service of no department', 'services', 'POTHOLE', { departmentCode: 'GONE' }, /“POTHOLE”: It names the department “GONE”/],
    ['a service without its time rule', 'services', 'POTHOLE', { policyCode: 'GONE' }, /names the time rule “GONE”/],
    ['a time rule without its calendar', 'policies', 'STANDARD', { calendarCode: 'GONE' }, /names the calendar “GONE”/],
    ['a head who has left', 'departments', 'WATER', { headStaffId: 'gone' }, /its head cannot be: gone is not active/],
    ['a head nobody knows', 'departments', 'WATER', { headStaffId: 'nobody' }, /nobody has the staff ID nobody/],
    ['staff of no department', 'staff', 'streets', { departmentCodes: ['GONE'] }, /“streets”: It names the department “GONE”/],
    ['nobody to administer', 'staff', 'admin', { isActive: false }, /at least one active administrator/],
    ['an agency of no service', 'agencies', 'COUNTY', { serviceCodes: ['GONE'] }, /names the service “GONE”/],
    ['a choice of nothing', 'services', 'POTHOLE', { questions: [{ code: 'A', label: 'Which?', type: 'choice', choices: [], isRequired: false }] }, /“Which\?” offers nothing/],
    ['two questions of one code', 'services', 'POTHOLE', { questions: [1, 2].map((n) => ({ code: 'A', label: `${n}`, type: 'text', choices: [], isRequired: false })) }, /Two of its questions/],
  ])('finds %s', (...[, section, code, value, sentence]) => {
    const found = problemsOfChange(SMALL_CITY, applied(SMALL_CITY, set(change(SMALL_CITY, section, code, value))));
    expect(found).toHaveLength(1);
    expect(found[0]?.sentence).toMatch(sentence);
    expect(found[0]?.sentence).toMatch(/\. [A-Z].*\.$/); // what is wrong, then what to do
  });

  it.each<readonly [what: string, code: string, body: Record<string, string>, sentence: RegExp]>([
    ['with a field that is none', 'CLOSED-TEXT', { en: 'Done: {{closingNot}}' }, /“Case closed: text message”: English text, line 1: .*closingNot/],
    ['without its Spanish text', 'CLOSED-LETTER', { en: 'We have closed your case.' }, /“Case closed: letter” has no Spanish text\. Write it/],
    ['for referrals that can leave the agency out', 'REFERRED-EMAIL', { en: 'Ask {{agencyName}}.', es: 'Pregunte a {{agencyName}}.' }, /put \{\{agencyAddress\}\} .* where no other section/],
  ])('finds a template %s (NO-2)', (_what, code, body, sentence) => {
    const found = problemsOfChange(DEMO, applied(DEMO, set(change(DEMO, 'templates', code, { body }))));
    expect(found.map(({ section, code: of }) => [section, of])).toContainEqual(['templates', code]);
    expect(found[0]?.sentence).toMatch(sentence);
    expect(readConfiguration(writeConfiguration({ ...DEMO, templates: DEMO.templates.map((one) => (one.code === code ? { ...one, body: { en: '', ...body } } : one)) }), 1)).toMatchObject({ ok: false });
  });

  it('finds every reference to an entry that is taken out', () => {
    const without = (section: Section, code: string) => sentencesOf(applied(DEMO, set(change(DEMO, section, code, null)))).length;
    for (const section of ['departments', 'calendars', 'policies'] as const) {
      const code = codeOfEntry(section, must(entriesOf(DEMO, section)[0], 'the demo city has some'));
      expect(without(section, code)).toBeGreaterThan(0);
    }
  });

  it('finds two of one code', () => {
    const twice = { ...SMALL_CITY, glossary: [{ short: 'ADA', long: 'a' }, { short: 'Ada', long: 'b' }] };
    expect(sentencesOf(twice)).toEqual(['The short form “ada”: The code ada is there twice (short forms). Give one of the two another code.']);
  });

  it('does not hold against a change what was wrong before it', () => {
    const odd = { ...SMALL_CITY, neighborhoods: [{ code: 'N', name: 'North', liaisonStaffId: null, streets: [], outline: [], isActive: true }], agencies: [{ ...must(SMALL_CITY.agencies[0], 'one'), serviceCodes: ['GONE'] }] };
    expect(problemsOfChange(odd, applied(odd, set(change(odd, 'neighborhoods', 'N', { name: 'Northside' }))))).toEqual([]);
  });

  it('asks for a new version of a guide whose words were changed', () => {
    const guide = { code: 'G', kind: 'guide', title: 'Title', body: 'Body', serviceCodes: [], isRequiredReading: true, version: 3, isActive: true };
    const before = applied(SMALL_CITY, set({ section: 'guides', code: 'G', seen: null, value: guide }));
    const problems = (value: Record<string, unknown>) => problemsOfChange(before, applied(before, set(change(before, 'guides', 'G', value)))).length;
    expect([problems({ body: 'Other' }), problems({ body: 'Other', version: 4 }), problems({ isRequiredReading: false }), problems({ version: 2 })]).toEqual([1, 0, 0, 1]);
  });
});

describe('the configuration as a file', () => {
  const text = writeConfiguration(DEMO);
  const lineWith = (words: string, within = text) => within.split('\n').findIndex((line) => line.includes(words)) + 1;
  const sentences = (broken: string) => {
    const read = readConfiguration(broken, 7);
    return read.ok ? [] : read.problems.map(({ sentence }) => sentence);
  };

  it('comes back as it went', () => {
    expect(readConfiguration(text, DEMO.version)).toEqual({ ok: true, catalogue: DEMO });
    expect(readConfiguration(`\ufeff${JSON.stringify(DEMO)}`, 9)).toMatchObject({ ok: true, catalogue: { version: 9 } });
  });

  it('says in Spanish what is wrong with it where Spanish is spoken', () => {
    const line = /"duplicateRadiusMeters": \d+/;
    speak('es');
    const told = [text.replace(line, '"duplicateRadiusMeters": "x"'), text.replace(line, '"duplicateRadiusMeters": -1')].flatMap(sentences);
    speak('en');
    expect(told.map((one) => one.replace(/^.*: /, ''))).toEqual(['Aquí va un número sin comillas.', expect.stringMatching(/^(Es mayor que|El mínimo es) 0\.$/)]);
  });

  it('says on which line it cannot be read', () => {
    const lines = text.split('\n');
    const line = lineWith('"calendars"');
    expect(sentences(lines.toSpliced(line - 1, 1, (lines[line - 1] ?? '').replace(':', ' ')).join('\n'))).toEqual([expect.stringMatching(new RegExp(`^Line ${line}, character \\d+: a colon is expected after “calendars”`))]);
    expect(sentences('{ "city": 1, "city": 2 }')).toEqual(['Line 1, character 14: “city” is there twice; keep one of them.']);
    expect(sentences(text.slice(0, text.length / 2))[0]).toMatch(/^Line \d+, character \d+: /);
    expect(sentences('[]')).toEqual(['Line 1: This is no configuration of Portreeve: it has to begin with {.']);
  });

  it('says at which line what is wrong, in the order of the lines', () => {
    const broken = readableJson({ ...DEMO, services: DEMO.services.map((service, n) => (n === 2 ? { ...service, departmentCode: '' } : service)), colour: 'red' });
    const found = sentences(broken);
    expect(found.at(-1)).toBe(`Line ${lineWith('"colour"', broken)}: “colour” is no part of a configuration. Remove it, or correct its name.`);
    expect(found[0]).toMatch(new RegExp(`^Line ${lineWith('"departmentCode": ""', broken)}: service ${DEMO.services[2]?.code}, departmentCode: `));
  });

  it.each([
    ['"amount": 72', '"amount": "many"', 'respond 1, amount: A number without quotation marks belongs here.'],
    ['"unit": "elapsedHours"', '"unit": "hours"', /respond 1, unit: One of these belongs here: .*"elapsedHours"/],
    ['"timeZone": "America/New_York",', '', 'timeZone: It is missing; a text in quotation marks belongs here.'],
    ['"isActive": true', '"isActive": "yes"', 'isActive: True or false without quotation marks belongs here.'],
    ['"dueSoonHours": 24', '"dueSoonHours": -1', /dueSoonHours: It is more than /],
  ])('says of %s written as %s what belongs there', (right, wrong, words) => {
    const [found] = sentences(text.replace(right, wrong));
    expect(found).toMatch(typeof words === 'string' ? new RegExp(`${words.replaceAll('.', '\\.')}$`) : words);
    expect(found).not.toMatch(/Invalid|expected|received/);
  });

  it('says what does not fit together', () => {
    const broken = readableJson({ ...DEMO, policies: DEMO.policies.map((policy, n) => (n === 0 ? { ...policy, calendarCode: 'GONE' } : policy)) });
    expect(sentences(broken)).toEqual([expect.stringMatching(/^Line \d+: The time rule “.*”: It names the calendar “GONE”, which is not there\. Choose another one, or add it\.$/)]);
  });
});

it('a service that is offered goes to a department that takes cases; one that is not offered may stay with any', () => {
  const departments = DEMO.departments.map((one) => (one.code === 'ANIMALS' ? { ...one, isActive: false } : one));
  const own = DEMO.services.filter(({ departmentCode }) => departmentCode === 'ANIMALS');
  expect(sentencesOf({ ...DEMO, departments })).toEqual(own.filter(({ isActive }) => isActive).map(({ name }) => `The service “${name}”: It goes to Animal Services, which takes no cases any more. Give it another department, or make it inactive too.`));
  expect(sentencesOf({ ...DEMO, departments, services: DEMO.services.map((one) => (own.includes(one) ? { ...one, isActive: false } : one)) })).toEqual([]);
  expect(own.length).toBeGreaterThan(0);
});
