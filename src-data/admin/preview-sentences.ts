import { t } from '../../src-shared/language/language.ts';
import { wholeNumber } from '../../src-shared/language/numbers.ts';
import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../../src-shared/catalogue/lookup.ts';
import type { CataloguePreview } from '../../src-shared/protocol/data-rpc/admin-views.ts';
import { listWords } from '../../src-shared/util/list-words.ts';

/** The effect of a change in plain sentences, what touches citizens first. `catalogue`: as it would be, for names. */
export function previewSentences(preview: Omit<CataloguePreview, 'sentences'>, catalogue: Catalogue): readonly string[] {
  const { dueDates, endedDepartments, endedServices, endedStaff, lostSight, toRead, withoutPassword } = preview;
  return [
    ...dueDateSentences(dueDates),
    ...endedDepartments.map(({ departmentCode, openCases }) => departmentEnded(departmentName(catalogue, departmentCode), openCases)),
    ...endedServices.map(({ serviceCode, openCases }) => serviceEnded(serviceName(catalogue, serviceCode), openCases)),
    ...endedStaff.map(({ staffId, openCases }) => staffEnded(staffName(catalogue, staffId), openCases)),
    ...lostSight.map(({ staffId, departmentCode, what, openCases }) =>
      what === 'work'
        ? t`${staffName(catalogue, staffId)} no longer works on cases of ${departmentName(catalogue, departmentCode)} (${openCaseCount(openCases)}); they may still add to them.`
        : t`${staffName(catalogue, staffId)} no longer sees sealed cases of ${departmentName(catalogue, departmentCode)}.`,
    ),
    ...toRead.map(({ guideCode, staff }) => toReadSentence(staff, catalogue.guides.find(({ code }) => code === guideCode)?.title ?? guideCode)),
    ...(withoutPassword.length === 0 ? [] : [withoutPasswordSentence(withoutPassword.map((id) => staffName(catalogue, id)))]),
  ];
}

/** Nothing moves by itself: that is said with every number, or it would frighten people. */
function dueDateSentences({ moved, openCases, earlier, later }: CataloguePreview['dueDates']): readonly string[] {
  if (moved === 0) return openCases === 0 ? [] : [t`No due date of an open case moves.`];
  const directions = [earlier > 0 ? t`${number(earlier)} earlier` : '', later > 0 ? t`${number(later)} later` : ''].filter(Boolean).join(', ');
  return [
    moved === 1
      ? t`New cases get other dates: under these rules 1 due date of the ${openCaseCount(openCases)} here would be different (${directions}). None of them moves: each keeps the rules it was received under.`
      : t`New cases get other dates: under these rules ${number(moved)} due dates of the ${openCaseCount(openCases)} here would be different (${directions}). None of them moves: each keeps the rules it was received under.`,
  ];
}

function departmentEnded(name: string, openCases: number): string {
  if (openCases === 0) return t`${name} takes no cases any more; it has no open case.`;
  if (openCases === 1) return t`${name} takes no cases any more; 1 open case stays with it until somebody transfers it.`;
  return t`${name} takes no cases any more; ${number(openCases)} open cases stay with it until somebody transfers them.`;
}

function serviceEnded(name: string, openCases: number): string {
  if (openCases === 0) return t`${name} is no longer offered; no open case is under it.`;
  if (openCases === 1) return t`${name} is no longer offered; 1 open case goes on under it.`;
  return t`${name} is no longer offered; ${number(openCases)} open cases go on under it.`;
}

function staffEnded(name: string, openCases: number): string {
  if (openCases === 0) return t`${name} can no longer sign in; no open case is theirs.`;
  if (openCases === 1) return t`${name} can no longer sign in; 1 open case is theirs and should go to somebody else.`;
  return t`${name} can no longer sign in; ${number(openCases)} open cases are theirs and should go to somebody else.`;
}

function toReadSentence(people: number, title: string): string {
  return people === 1 ? t`1 person has to read “${title}”.` : t`${number(people)} people have to read “${title}”.`;
}

function withoutPasswordSentence(names: readonly string[]): string {
  return names.length === 1 ? t`${names[0] ?? ''} cannot sign in before you give a password.` : t`${listWords(names)} cannot sign in before you give passwords.`;
}

function openCaseCount(count: number): string {
  return count === 1 ? t`1 open case` : t`${number(count)} open cases`;
}

function number(value: number): string {
  return wholeNumber(value);
}
