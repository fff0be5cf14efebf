/**
 * Whether a catalogue fits together: every code named exists, nothing is there twice, somebody can administer it.
 *
 * Each problem is a sentence that says where it is and what to do. A catalogue that its schema accepts may still have some.
 */
import { t } from '../language/language.ts';
import { checkTemplate } from '../correspondence/check-template.ts';
import type { Language } from '../domain/case.ts';
import type { Catalogue, Service, Staff } from './catalogue.ts';
import type { EntryProblem } from './catalogue-change.ts';
import { codeOfEntry, entriesOf, entryWords, entryWordsFirst, findEntry, nameOfEntry, type Section, SECTIONS, sectionTitle } from './sections.ts';

/** Everything that does not fit, in the order of the sections; empty: all is well. */
export function catalogueProblems(catalogue: Catalogue): readonly EntryProblem[] {
  return [
    ...SECTIONS.flatMap((section) => doubledCodes(catalogue, section)),
    ...departmentProblems(catalogue),
    ...serviceProblems(catalogue),
    ...ruleProblems(catalogue),
    ...staffProblems(catalogue),
    ...escalationProblems(catalogue),
    ...templateProblems(catalogue),
    ...otherProblems(catalogue),
  ];
}

/** Problems that a change brings: what was wrong before it is no reason to refuse it. */
export function problemsOfChange(before: Catalogue, after: Catalogue): readonly EntryProblem[] {
  const known = new Set(catalogueProblems(before).map(({ sentence }) => sentence));
  return [...catalogueProblems(after).filter(({ sentence }) => !known.has(sentence)), ...guidesWithoutNewVersion(before, after)];
}

/** Who has read which words is kept by version: other words under the same version would be taken for read (KN-2). */
function guidesWithoutNewVersion(before: Catalogue, after: Catalogue): readonly EntryProblem[] {
  return after.guides.flatMap((guide) => {
    const earlier = before.guides.find(({ code }) => code === guide.code);
    if (!earlier) return [];
    const isSame = earlier.title === guide.title && earlier.body === guide.body;
    if (isSame ? guide.version >= earlier.version : guide.version > earlier.version) return [];
    return [at(after, 'guides', guide.code, t`Its words were changed, so its version has to be above ${earlier.version}. Raise the version.`)];
  });
}

function doubledCodes(catalogue: Catalogue, section: Section): readonly EntryProblem[] {
  const codes = entriesOf(catalogue, section).map((entry) => foldedCode(section, codeOfEntry(section, entry)));
  const doubled = new Set(codes.filter((code, index) => codes.indexOf(code) !== index));
  return [...doubled].map((code) => at(catalogue, section, code, t`The code ${code} is there twice (${sectionTitle(section)}). Give one of the two another code.`));
}

/** A short form is one in whatever letters it is written. */
function foldedCode(section: Section, code: string): string {
  return section === 'glossary' ? code.toLowerCase() : code;
}

function departmentProblems(catalogue: Catalogue): readonly EntryProblem[] {
  return catalogue.departments.flatMap(({ code, headStaffId, complaintContactStaffId }) => [
    ...missingPerson(catalogue, { section: 'departments', code }, headStaffId, t`its head`),
    ...missingPerson(catalogue, { section: 'departments', code }, complaintContactStaffId, t`its contact for complaints`),
  ]);
}

function serviceProblems(catalogue: Catalogue): readonly EntryProblem[] {
  return catalogue.services.flatMap(({ code, departmentCode, policyCode, questions, isActive }) => [
    ...missing(catalogue, { section: 'services', code }, ['departments', [departmentCode]]),
    ...closedDepartment(catalogue, { code, departmentCode, isActive }),
    ...missing(catalogue, { section: 'services', code }, ['policies', [policyCode]]),
    ...questions
      .filter((question, index) => questions.findIndex((other) => other.code === question.code) !== index)
      .map((question) => at(catalogue, 'services', code, t`Two of its questions have the code ${question.code}. Give one of them another code.`)),
    ...questions
      .filter(({ type, choices }) => type === 'choice' && choices.length === 0)
      .map(({ label }) => at(catalogue, 'services', code, t`The question “${label}” offers nothing to choose from. Add choices, or make it a question for text.`)),
  ]);
}

/** New cases of a service that is offered must find somebody. */
function closedDepartment(catalogue: Catalogue, { code, departmentCode, isActive }: Pick<Service, 'code' | 'departmentCode' | 'isActive'>): readonly EntryProblem[] {
  const department = catalogue.departments.find((one) => one.code === departmentCode);
  if (!isActive || department === undefined || department.isActive) return [];
  return [at(catalogue, 'services', code, t`It goes to ${department.name}, which takes no cases any more. Give it another department, or make it inactive too.`)];
}

function ruleProblems(catalogue: Catalogue): readonly EntryProblem[] {
  return [
    ...catalogue.policies.flatMap(({ code, calendarCode }) => missing(catalogue, { section: 'policies', code }, ['calendars', [calendarCode]])),
    ...catalogue.timeRuleExceptions.flatMap(({ code, serviceCode, policyCode }) => [
      ...missing(catalogue, { section: 'timeRuleExceptions', code }, ['services', given(serviceCode)]),
      ...missing(catalogue, { section: 'timeRuleExceptions', code }, ['policies', [policyCode]]),
    ]),
  ];
}

function staffProblems(catalogue: Catalogue): readonly EntryProblem[] {
  const lost = catalogue.staff.flatMap(({ id, departmentCodes }) => missing(catalogue, { section: 'staff', code: id }, ['departments', departmentCodes]));
  if (catalogue.staff.some(isAdministrator)) return lost;
  return [...lost, { section: 'staff', code: '', sentence: t`Nobody would be left to administer Portreeve. Keep at least one active administrator.` }];
}

function isAdministrator({ isActive, isPerson, roles }: Staff): boolean {
  return isActive && isPerson && roles.includes('administrator');
}

function escalationProblems(catalogue: Catalogue): readonly EntryProblem[] {
  return catalogue.escalations.flatMap(({ code, departmentCode, serviceCode, target }) => [
    ...missing(catalogue, { section: 'escalations', code }, ['departments', given(departmentCode)]),
    ...missing(catalogue, { section: 'escalations', code }, ['services', given(serviceCode)]),
    ...missingPerson(catalogue, { section: 'escalations', code }, target.to === 'person' ? target.staffId : null, t`whoever it tells`),
  ]);
}

/** A template that cannot be filled would be found out when a citizen waits for it (NO-2). */
function templateProblems(catalogue: Catalogue): readonly EntryProblem[] {
  const needed = [...new Set<Language>(['en', catalogue.city.defaultLanguage])];
  return catalogue.templates.flatMap((template) => {
    const sentences = new Set(checkTemplate(template, needed).map(({ message }) => message));
    return [...sentences].map((sentence) => at(catalogue, 'templates', template.code, sentence));
  });
}

function otherProblems(catalogue: Catalogue): readonly EntryProblem[] {
  const { agencies, guides, neighborhoods, dailyList, survey } = catalogue;
  return [
    ...agencies.flatMap(({ code, serviceCodes }) => missing(catalogue, { section: 'agencies', code }, ['services', serviceCodes])),
    ...guides.flatMap(({ code, serviceCodes }) => missing(catalogue, { section: 'guides', code }, ['services', serviceCodes])),
    ...neighborhoods.flatMap(({ code, liaisonStaffId }) => missingPerson(catalogue, { section: 'neighborhoods', code }, liaisonStaffId, t`its liaison`)),
    ...missing(catalogue, { section: 'dailyList', code: 'dailyList' }, ['calendars', given(dailyList?.calendarCode ?? null)]),
    ...missing(catalogue, { section: 'survey', code: 'survey' }, ['calendars', given(survey?.calendarCode ?? null)]),
  ];
}

interface Where {
  readonly section: Section;
  readonly code: string;
}

function given(code: string | null): readonly string[] {
  return code === null ? [] : [code];
}

function missing(catalogue: Catalogue, { section, code }: Where, [named, codes]: readonly [Section, readonly string[]]): readonly EntryProblem[] {
  return codes
    .filter((one) => findEntry(catalogue, named, one) === null)
    .map((one) => at(catalogue, section, code, t`It names ${entryWords(named, one)}, which is not there. Choose another one, or add it.`));
}

function missingPerson(catalogue: Catalogue, { section, code }: Where, staffId: string | null, who: string): readonly EntryProblem[] {
  if (staffId === null) return [];
  const person = catalogue.staff.find(({ id }) => id === staffId);
  if (person?.isActive) return [];
  const why = person ? t`${person.name} is not active any more` : t`nobody has the staff ID ${staffId}`;
  return [at(catalogue, section, code, t`The person named as ${who} cannot be: ${why}. Name somebody else, or nobody.`)];
}

function at(catalogue: Catalogue, section: Section, code: string, sentence: string): EntryProblem {
  const name = nameOfEntry(section, code, findEntry(catalogue, section, code));
  return { section, code, sentence: `${entryWordsFirst(section, name)}: ${sentence}` };
}
