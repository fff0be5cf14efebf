import type { Catalogue } from '../../src-shared/catalogue/catalogue.ts';
import { departmentName, serviceName, staffName } from '../../src-shared/catalogue/lookup.ts';
import type { CataloguePreview } from '../../src-shared/protocol/data-rpc/admin-views.ts';

/** The effect of a change in plain sentences, what touches citizens first. `catalogue`: as it would be, for names. */
export function previewSentences(preview: Omit<CataloguePreview, 'sentences'>, catalogue: Catalogue): readonly string[] {
  const { dueDates, endedDepartments, endedServices, endedStaff, lostSight, toRead, withoutPassword } = preview;
  return [
    ...dueDateSentences(dueDates),
    ...endedDepartments.map(({ departmentCode, openCases }) => `${departmentName(catalogue, departmentCode)} takes no cases any more; ${openCases === 0 ? 'it has no open case' : `${counted(openCases, 'open case stays', 'open cases stay')} with it until somebody transfers ${openCases === 1 ? 'it' : 'them'}`}.`),
    ...endedServices.map(({ serviceCode, openCases }) => `${serviceName(catalogue, serviceCode)} is no longer offered; ${openCases === 0 ? 'no open case is under it' : `${counted(openCases, 'open case goes', 'open cases go')} on under it`}.`),
    ...endedStaff.map(({ staffId, openCases }) => `${staffName(catalogue, staffId)} can no longer sign in; ${openCases === 0 ? 'no open case is theirs' : `${counted(openCases, 'open case is', 'open cases are')} theirs and should go to somebody else`}.`),
    ...lostSight.map(({ staffId, departmentCode, what, openCases }) =>
      what === 'work'
        ? `${staffName(catalogue, staffId)} no longer works on cases of ${departmentName(catalogue, departmentCode)} (${counted(openCases, 'open case', 'open cases')}); they may still add to them.`
        : `${staffName(catalogue, staffId)} no longer sees sealed cases of ${departmentName(catalogue, departmentCode)}.`,
    ),
    ...toRead.map(({ guideCode, staff }) => `${counted(staff, 'person has', 'people have')} to read “${catalogue.guides.find(({ code }) => code === guideCode)?.title ?? guideCode}”.`),
    ...(withoutPassword.length === 0 ? [] : [`${listed(withoutPassword.map((id) => staffName(catalogue, id)))} cannot sign in before you give ${withoutPassword.length === 1 ? 'a password' : 'passwords'}.`]),
  ];
}

/** Nothing moves by itself: that is said with every number, or it would frighten people. */
function dueDateSentences({ moved, openCases, earlier, later }: CataloguePreview['dueDates']): readonly string[] {
  if (moved === 0) return openCases === 0 ? [] : ['No due date of an open case moves.'];
  const directions = [earlier > 0 ? `${number(earlier)} earlier` : '', later > 0 ? `${number(later)} later` : ''].filter(Boolean).join(', ');
  return [
    `New cases get other dates: under these rules ${counted(moved, 'due date', 'due dates')} of the ${counted(openCases, 'open case', 'open cases')} here would be different (${directions}). None of them moves: each keeps the rules it was received under.`,
  ];
}

function counted(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
