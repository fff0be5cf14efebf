/** Where actions belong, and which of these places can be on screen together: one key may mean one thing in each such company. */
import { t } from '../../../src-shared/language/language.ts';

export type ScopeId =
  | 'global'
  | 'practice'
  | 'newCase'
  | 'newCase.issued'
  | 'townHall'
  | 'queue'
  | 'case'
  | 'overdue'
  | 'reports'
  | 'reports.behind'
  | 'knowledge'
  | 'knowledge.guides'
  | 'knowledge.bulletins'
  | 'knowledge.suggestions'
  | 'knowledge.readers'
  | 'sync'
  | 'admin'
  | 'admin.entries'
  | 'admin.delegations'
  | 'admin.publishing'
  | 'community'
  | 'dialog.contact'
  | 'dialog.link'
  | 'dialog.refer'
  | 'dialog.print'
  | 'dialog.signIn';

export const SCOPE_TITLES: Record<ScopeId, string> = {
  global: t`Everywhere`,
  practice: t`Practice`,
  newCase: t`New case`,
  'newCase.issued': t`New case, number issued`,
  townHall: t`Town hall`,
  queue: t`Queue`,
  case: t`Case`,
  overdue: t`Overdue`,
  reports: t`Reports`,
  'reports.behind': t`Reports, behind a figure`,
  knowledge: t`Knowledge`,
  'knowledge.guides': t`Knowledge, guides`,
  'knowledge.bulletins': t`Knowledge, bulletins`,
  'knowledge.suggestions': t`Knowledge, suggestions`,
  'knowledge.readers': t`Knowledge, who has read`,
  sync: t`Sync`,
  admin: t`Administration`,
  'admin.entries': t`Administration, entries`,
  'admin.delegations': t`Administration, stand-ins`,
  'admin.publishing': t`Administration, publishing`,
  community: t`Community`,
  'dialog.contact': t`Log contact`,
  'dialog.link': t`Link or merge`,
  'dialog.refer': t`Refer`,
  'dialog.print': t`Print`,
  'dialog.signIn': t`Sign in`,
};

/** Everything that can be there at once; what is everywhere, and practice, comes to each. A dialog is alone with itself. */
const SCREENS: readonly (readonly ScopeId[])[] = [
  ['newCase', 'townHall'],
  ['newCase.issued', 'townHall'],
  ['queue'],
  ['case'],
  ['overdue'],
  ['reports'],
  ['reports.behind'],
  ['knowledge', 'knowledge.guides'],
  ['knowledge', 'knowledge.bulletins'],
  ['knowledge', 'knowledge.suggestions'],
  ['knowledge', 'knowledge.readers'],
  ['sync'],
  ['admin', 'admin.entries'],
  ['admin', 'admin.delegations'],
  ['admin', 'admin.publishing'],
  ['community'],
];
const DIALOGS: readonly ScopeId[] = ['dialog.contact', 'dialog.link', 'dialog.refer', 'dialog.print', 'dialog.signIn'];

/** Every set of places whose keys act at the same time. */
export const COMPANIES: readonly (readonly ScopeId[])[] = [...SCREENS.map((scopes): readonly ScopeId[] => ['global', 'practice', ...scopes]), ...DIALOGS.map((scope) => [scope])];

export function areShownTogether(one: ScopeId, other: ScopeId): boolean {
  return COMPANIES.some((company) => company.includes(one) && company.includes(other));
}

/** Where a letter is nearly always text: its keys need Ctrl, Alt or F1 to F12. */
export const TYPING_SCOPES: ReadonlySet<ScopeId> = new Set(['newCase', 'global', 'practice', 'townHall']);
