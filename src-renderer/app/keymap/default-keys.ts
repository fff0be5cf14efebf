/**
 * Every action of the app and the keys it has until a person gives it others: the one table that keys, menus, hints, the F1 sheet and
 * the dialog “Keys” are made from. An action that is not here cannot be registered.
 */
import { t } from '../../../src-shared/language/language.ts';
import type { ScopeId } from './scopes.ts';

export interface DefaultKeys {
  readonly scope: ScopeId;
  /** What it does, where it is not on screen now: in the dialog “Keys”, and in the sentence that refuses a conflict. */
  readonly label: string;
  /** Chords, the first of which is shown; may be none. See `chord.ts`. */
  readonly keys: readonly string[];
  /** Handled by the focused list or field by itself, or what everybody counts on: cannot be given another key. */
  readonly isFixed?: true;
  /** The same key as another action, because only one of the two is ever possible: it goes with it. */
  readonly with?: string;
}

/** The keys of a list of cases, which each list has. */
const LIST = [
  ['next', t`Next case`, ['j'], false],
  ['previous', t`Previous case`, ['k'], false],
  ['arrows', t`Next or previous case`, ['ArrowDown', 'ArrowUp'], true],
  ['page', t`A page down or up`, ['PageDown', 'PageUp'], true],
  ['ends', t`First or last case`, ['Home', 'End'], true],
  ['select', t`Select the case`, ['Space'], true],
  ['range', t`Select a range`, ['Shift+ArrowDown', 'Shift+ArrowUp'], true],
] as const;

function listKeys<Scope extends 'queue' | 'overdue' | 'community'>(scope: Scope) {
  const entries = LIST.map(([name, label, keys, isFixed]) => [`${scope}.${name}`, { scope, label, keys, ...(isFixed ? { isFixed } : {}) }]);
  return Object.fromEntries(entries) as Readonly<Record<`${Scope}.${(typeof LIST)[number][0]}`, DefaultKeys>>; // safe: the names of LIST
}

const WINDOW = {
  'go.newCase': { scope: 'global', label: t`New case`, keys: ['F2'] },
  'go.queue': { scope: 'global', label: t`Queue`, keys: ['F3'] },
  'go.overdue': { scope: 'global', label: t`Overdue`, keys: ['F4'] },
  'go.reports': { scope: 'global', label: t`Reports`, keys: ['F6'] },
  'go.knowledge': { scope: 'global', label: t`Knowledge`, keys: ['F7'] },
  'go.sync': { scope: 'global', label: t`Sync`, keys: ['F8'] },
  'go.administration': { scope: 'global', label: t`Administration`, keys: ['F9'] },
  'go.community': { scope: 'global', label: t`Community`, keys: [] },
  'go.townHall': { scope: 'global', label: t`Town-hall entry`, keys: [] },
  'window.palette': { scope: 'global', label: t`Command palette`, keys: ['Ctrl+K'] },
  'window.keys': { scope: 'global', label: t`Keys on this screen`, keys: ['F1'] },
  'window.changeKeys': { scope: 'global', label: t`Change keys`, keys: ['Ctrl+F1'] },
  'window.settings': { scope: 'global', label: t`Settings`, keys: ['Ctrl+,'] },
  'window.practice': { scope: 'global', label: t`Practice mode`, keys: [] },
  'window.lock': { scope: 'global', label: t`Lock`, keys: ['Ctrl+L'] },
  'window.signOut': { scope: 'global', label: t`Sign out`, keys: [] },
  'window.theme': { scope: 'global', label: t`Change theme`, keys: [] },
  'window.exportLogs': { scope: 'global', label: t`Export logs for IT`, keys: [] },
  'window.quit': { scope: 'global', label: t`Quit Portreeve`, keys: ['Ctrl+Q'], isFixed: true },
  'office.away': { scope: 'global', label: t`I am away …`, keys: [] },
  'office.suggest': { scope: 'global', label: t`Suggest a change …`, keys: [] },
  'office.postBulletin': { scope: 'global', label: t`Post a bulletin …`, keys: [] },
  'practice.begin': { scope: 'practice', label: t`Begin the next call`, keys: ['F5'] },
  'practice.toggle': { scope: 'practice', label: t`Show or hide the call`, keys: ['F5'], with: 'practice.begin' },
  'practice.check': { scope: 'practice', label: t`Check my case`, keys: ['Ctrl+J'] },
  'practice.again': { scope: 'practice', label: t`Take this call again`, keys: [] },
  'practice.next': { scope: 'practice', label: t`Next call`, keys: [] },
  'practice.stop': { scope: 'practice', label: t`End the call`, keys: [] },
  'practice.reset': { scope: 'practice', label: t`Begin practice anew`, keys: [] },
} as const satisfies Record<string, DefaultKeys>;

const NEW_CASE = {
  'newCase.issue': { scope: 'newCase', label: t`Issue tracking number`, keys: ['Ctrl+Enter'] },
  'newCase.park': { scope: 'newCase', label: t`Park draft`, keys: ['Ctrl+B'] },
  'newCase.next': { scope: 'newCase', label: t`Next field`, keys: ['Enter', 'Tab'], isFixed: true },
  'newCase.movePiece': { scope: 'newCase', label: t`Move the marked piece to another field`, keys: ['Alt+ArrowDown'] },
  'newCase.markPiece': { scope: 'newCase', label: t`Mark the next piece`, keys: ['Alt+ArrowUp'] },
  'newCase.go.channel': { scope: 'newCase', label: t`Channel`, keys: ['Alt+C'] },
  'newCase.go.receivedText': { scope: 'newCase', label: t`Received`, keys: ['Alt+R'] },
  'newCase.go.phone': { scope: 'newCase', label: t`Phone`, keys: ['Alt+P'] },
  'newCase.go.name': { scope: 'newCase', label: t`Name`, keys: ['Alt+N'] },
  'newCase.go.email': { scope: 'newCase', label: t`Email`, keys: ['Alt+E'] },
  'newCase.go.serviceText': { scope: 'newCase', label: t`Service`, keys: ['Alt+S'] },
  'newCase.go.locationText': { scope: 'newCase', label: t`Location`, keys: ['Alt+L'] },
  'newCase.go.unit': { scope: 'newCase', label: t`Unit`, keys: ['Alt+U'] },
  'newCase.go.description': { scope: 'newCase', label: t`Description`, keys: ['Alt+D'] },
  'newCase.go.onBehalfOf': { scope: 'newCase', label: t`On behalf of`, keys: ['Alt+B'] },
  'newCase.go.address': { scope: 'newCase', label: t`Address`, keys: ['Alt+A'] },
  'newCase.go.language': { scope: 'newCase', label: t`Language`, keys: ['Alt+G'] },
  'newCase.go.preference': { scope: 'newCase', label: t`Contact preference`, keys: ['Alt+F'] },
  'newCase.go.isAnonymous': { scope: 'newCase', label: t`Anonymous`, keys: ['Alt+Y'] },
  'newCase.go.isContributor': { scope: 'newCase', label: t`Neighborhood contributor`, keys: ['Alt+Z'] },
  'newCase.go.complaintAbout': { scope: 'newCase', label: t`The complaint is about`, keys: ['Alt+0'] },
  'newCase.go.kind': { scope: 'newCase', label: t`Kind`, keys: ['Alt+K'] },
  'newCase.go.nature': { scope: 'newCase', label: t`Nature`, keys: ['Alt+T'] },
  'newCase.go.departmentCode': { scope: 'newCase', label: t`Department`, keys: ['Alt+M'] },
  'newCase.go.isMajorRepair': { scope: 'newCase', label: t`Construction or major repair`, keys: ['Alt+J'] },
  'newCase.go.isAnsweredNow': { scope: 'newCase', label: t`Answered now`, keys: ['Alt+W'] },
  'newCase.go.outcome': { scope: 'newCase', label: t`Outcome`, keys: ['Alt+O'] },
  'newCase.go.toldText': { scope: 'newCase', label: t`What the citizen was told`, keys: ['Alt+H'] },
  'newCase.go.formNumber': { scope: 'newCase', label: t`Form number`, keys: ['Alt+-'] },
  'newCase.go.questions': { scope: 'newCase', label: t`Questions of the service`, keys: ['Alt+Q'] },
  'newCase.go.similar': { scope: 'newCase', label: t`Similar cases nearby`, keys: ['Alt+I'] },
  'newCase.attachScan': { scope: 'newCase', label: t`Attach the newest scan`, keys: ['Ctrl+U'] },
  'newCase.refer': { scope: 'newCase', label: t`Refer the caller to the agency`, keys: ['Ctrl+R'] },
  'newCase.guides': { scope: 'newCase', label: t`Guides beside the form`, keys: ['Alt+V'] },
  'newCase.guideBefore': { scope: 'newCase', label: t`Guide before`, keys: ['Alt+,'] },
  'newCase.guideNext': { scope: 'newCase', label: t`Next guide`, keys: ['Alt+.'] },
  'newCase.guideDown': { scope: 'newCase', label: t`Further down in the guide`, keys: ['Alt+PageDown'] },
  'newCase.guideUp': { scope: 'newCase', label: t`Further up in the guide`, keys: ['Alt+PageUp'] },
  'newCase.joinBulletin': { scope: 'newCase', label: t`Add this caller to the bulletin’s case`, keys: ['Alt+X'] },
  'newCase.printSlips': { scope: 'townHall', label: t`Print all slips`, keys: [] },
  'newCase.endEntry': { scope: 'townHall', label: t`End entry`, keys: [] },
  'newCase.print': { scope: 'newCase.issued', label: t`Print receipt`, keys: ['Ctrl+P'] },
  'newCase.startNext': { scope: 'newCase.issued', label: t`Start next case`, keys: ['Ctrl+N'] },
  'newCase.open': { scope: 'newCase.issued', label: t`Open the case`, keys: ['Ctrl+O'] },
} as const satisfies Record<string, DefaultKeys>;

const QUEUE = {
  'queue.search': { scope: 'queue', label: t`Search cases`, keys: ['/'] },
  'queue.searchAll': { scope: 'queue', label: t`Search all cases`, keys: ['Alt+A'] },
  'queue.assign': { scope: 'queue', label: t`Assign`, keys: ['a'] },
  'queue.transfer': { scope: 'queue', label: t`Transfer`, keys: ['t'] },
  'queue.hold': { scope: 'queue', label: t`Hold`, keys: ['h'] },
  'queue.note': { scope: 'queue', label: t`Add note`, keys: ['n'] },
  'queue.close': { scope: 'queue', label: t`Close case`, keys: ['c'] },
  'queue.undo': { scope: 'queue', label: t`Undo`, keys: ['Ctrl+Z'], isFixed: true },
  'queue.peek': { scope: 'queue', label: t`Peek at the case`, keys: ['v'] },
  'queue.group': { scope: 'queue', label: t`Group`, keys: ['g'] },
  'queue.sort': { scope: 'queue', label: t`Sort`, keys: ['s'] },
  'queue.views': { scope: 'queue', label: t`Choose a view`, keys: ['Alt+V'] },
  'queue.saveView': { scope: 'queue', label: t`Save this view`, keys: ['Ctrl+S'] },
  'queue.manageViews': { scope: 'queue', label: t`Manage saved views`, keys: [] },
  'queue.columns': { scope: 'queue', label: t`Choose columns`, keys: ['Ctrl+Shift+L'] },
  'queue.export': { scope: 'queue', label: t`Export these cases`, keys: ['Ctrl+Shift+E'] },
  'queue.open': { scope: 'queue', label: t`Open case`, keys: ['Enter'], isFixed: true },
  'queue.take': { scope: 'queue', label: t`Take`, keys: ['y'] },
  'queue.copy': { scope: 'queue', label: t`Copy tracking numbers`, keys: ['Ctrl+Shift+C'] },
  'queue.letters': { scope: 'queue', label: t`Write letters`, keys: ['w'] },
  'queue.surveyList': { scope: 'queue', label: t`Survey list`, keys: ['p', 'Ctrl+P'] },
  'queue.selectAll': { scope: 'queue', label: t`Select all of the list`, keys: ['Ctrl+A'], isFixed: true },
  'queue.leave': { scope: 'queue', label: t`Select none, clear the search, go back`, keys: ['Escape'], isFixed: true },
  ...listKeys('queue'),
} as const satisfies Record<string, DefaultKeys>;

const CASE = {
  'case.take': { scope: 'case', label: t`Take`, keys: ['y'] },
  'case.acknowledge': { scope: 'case', label: t`Acknowledge`, keys: ['o'] },
  'case.assign': { scope: 'case', label: t`Assign`, keys: ['a'] },
  'case.transfer': { scope: 'case', label: t`Transfer`, keys: ['t'] },
  'case.refer': { scope: 'case', label: t`Refer`, keys: ['f'] },
  'case.contact': { scope: 'case', label: t`Log contact`, keys: ['l'] },
  'case.write': { scope: 'case', label: t`Write to the citizen`, keys: ['w'] },
  'case.note': { scope: 'case', label: t`Add note`, keys: ['n'] },
  'case.progressNote': { scope: 'case', label: t`Add progress note`, keys: ['g'] },
  'case.hold': { scope: 'case', label: t`Hold`, keys: ['h'] },
  'case.resume': { scope: 'case', label: t`Resume`, keys: ['h'], with: 'case.hold' },
  'case.link': { scope: 'case', label: t`Link or merge`, keys: ['m'] },
  'case.edit': { scope: 'case', label: t`Edit`, keys: ['e'] },
  'case.close': { scope: 'case', label: t`Close case`, keys: ['c'] },
  'case.review': { scope: 'case', label: t`Review the answer`, keys: ['c'], with: 'case.close' },
  'case.reopen': { scope: 'case', label: t`Reopen`, keys: ['r'] },
  'case.attach': { scope: 'case', label: t`Attach file`, keys: ['u'] },
  'case.attachScan': { scope: 'case', label: t`Attach the newest scan`, keys: ['Ctrl+U'] },
  'case.files': { scope: 'case', label: t`View files`, keys: ['v'] },
  'case.print': { scope: 'case', label: t`Print`, keys: ['p', 'Ctrl+P'] },
  'case.why': { scope: 'case', label: t`Why this date?`, keys: ['?'] },
  'case.addTask': { scope: 'case', label: t`Add task`, keys: ['k'] },
  'case.finishTask': { scope: 'case', label: t`Finish a task`, keys: ['d'] },
  'case.seal': { scope: 'case', label: t`Report misconduct`, keys: ['x'] },
  'case.tellSupervisor': { scope: 'case', label: t`Tell the supervisor`, keys: ['j'] },
  'case.survey': { scope: 'case', label: t`Survey answers`, keys: ['s'] },
  'case.closeFollowUp': { scope: 'case', label: t`Close follow-up`, keys: ['b'] },
  'case.mailLog': { scope: 'case', label: t`Mail log`, keys: ['q'] },
  'case.unmerge': { scope: 'case', label: t`Undo merge`, keys: ['z'] },
  'case.openWhole': { scope: 'case', label: t`Open the case it is part of`, keys: ['i'] },
  'case.showAll': { scope: 'case', label: t`History: all`, keys: ['1'] },
  'case.showTold': { scope: 'case', label: t`History: told to the citizen`, keys: ['2'] },
  'case.showInternal': { scope: 'case', label: t`History: among staff`, keys: ['3'] },
  'case.showChanges': { scope: 'case', label: t`History: changes`, keys: ['4'] },
  'case.back': { scope: 'case', label: t`Back`, keys: ['Escape'], isFixed: true },
} as const satisfies Record<string, DefaultKeys>;

const OVERDUE = {
  'overdue.open': { scope: 'overdue', label: t`Open case`, keys: ['Enter'], isFixed: true },
  'overdue.assign': { scope: 'overdue', label: t`Assign`, keys: ['a'] },
  'overdue.transfer': { scope: 'overdue', label: t`Transfer`, keys: ['t'] },
  'overdue.contact': { scope: 'overdue', label: t`Log contact`, keys: ['l'] },
  'overdue.hold': { scope: 'overdue', label: t`Hold`, keys: ['h'] },
  'overdue.print': { scope: 'overdue', label: t`Print list`, keys: ['p', 'Ctrl+P'] },
  'overdue.department': { scope: 'overdue', label: t`Choose the department`, keys: ['d'] },
  'overdue.overdue': { scope: 'overdue', label: t`Show what is overdue`, keys: ['1'] },
  'overdue.dueSoon': { scope: 'overdue', label: t`Show what is due soon`, keys: ['2'] },
  'overdue.wasOverdue': { scope: 'overdue', label: t`Show what was overdue`, keys: ['3'] },
  'overdue.selectAll': { scope: 'overdue', label: t`Select all that are shown`, keys: ['Ctrl+A'], isFixed: true },
  'overdue.copy': { scope: 'overdue', label: t`Copy tracking numbers`, keys: ['Ctrl+Shift+C'] },
  'overdue.undo': { scope: 'overdue', label: t`Undo`, keys: ['Ctrl+Z'], isFixed: true },
  'overdue.leave': { scope: 'overdue', label: t`Select none, go back`, keys: ['Escape'], isFixed: true },
  ...listKeys('overdue'),
} as const satisfies Record<string, DefaultKeys>;

const OTHER_SCREENS = {
  'reports.month': { scope: 'reports', label: t`Choose the month`, keys: ['m'] },
  'reports.department': { scope: 'reports', label: t`Choose the department`, keys: ['e'] },
  'reports.earlier': { scope: 'reports', label: t`Month before`, keys: ['['] },
  'reports.later': { scope: 'reports', label: t`Month after`, keys: [']'] },
  'reports.countAgain': { scope: 'reports', label: t`Count again`, keys: ['u'] },
  'reports.saveCsv': { scope: 'reports', label: t`Save as CSV`, keys: ['v'] },
  'reports.savePdf': { scope: 'reports', label: t`Save as PDF`, keys: ['d'] },
  'reports.print': { scope: 'reports', label: t`Print`, keys: ['Ctrl+P'] },
  'reports.back': { scope: 'reports.behind', label: t`Back to the report`, keys: ['Escape'], isFixed: true },
  'knowledge.guides': { scope: 'knowledge', label: t`Knowledge: Guides`, keys: ['1'] },
  'knowledge.bulletins': { scope: 'knowledge', label: t`Knowledge: Bulletins`, keys: ['2'] },
  'knowledge.suggestions': { scope: 'knowledge', label: t`Knowledge: Suggestions`, keys: ['3'] },
  'knowledge.readers': { scope: 'knowledge', label: t`Knowledge: Who has read`, keys: ['4'] },
  'knowledge.markRead': { scope: 'knowledge.guides', label: t`I have read it`, keys: ['e'] },
  'knowledge.suggest': { scope: 'knowledge.guides', label: t`Suggest a change`, keys: ['s'] },
  'knowledge.compare': { scope: 'knowledge.guides', label: t`What changed since I read it`, keys: ['c'] },
  'knowledge.search': { scope: 'knowledge.guides', label: t`Search guides`, keys: ['/'] },
  'knowledge.next': { scope: 'knowledge.guides', label: t`Next guide`, keys: ['j'] },
  'knowledge.before': { scope: 'knowledge.guides', label: t`Guide before`, keys: ['k'] },
  'knowledge.open': { scope: 'knowledge.guides', label: t`To the text`, keys: ['Enter'], isFixed: true },
  'knowledge.postBulletin': { scope: 'knowledge.bulletins', label: t`Post a bulletin`, keys: ['n'] },
  'knowledge.suggestOther': { scope: 'knowledge.suggestions', label: t`Suggest a change`, keys: ['s'] },
  'knowledge.saveReaders': { scope: 'knowledge.readers', label: t`Save as CSV`, keys: [] },
  'sync.now': { scope: 'sync', label: t`Sync now`, keys: ['s'] },
  'sync.copyDiagnostics': { scope: 'sync', label: t`Copy diagnostics`, keys: [] },
  'sync.saveDiagnostics': { scope: 'sync', label: t`Save diagnostics`, keys: [] },
  'sync.exportLogs': { scope: 'sync', label: t`Save logs for IT`, keys: [] },
  'attention.calledBack': { scope: 'sync', label: t`Done, they know`, keys: ['c'] },
  'attention.doItAnyway': { scope: 'sync', label: t`Do it anyway`, keys: ['d'] },
  'attention.keepAsNote': { scope: 'sync', label: t`Keep as a note`, keys: ['n'] },
  'attention.handOver': { scope: 'sync', label: t`Hand over`, keys: ['h'] },
  'attention.drop': { scope: 'sync', label: t`Drop`, keys: ['x'] },
  'attention.next': { scope: 'sync', label: t`Next entry`, keys: ['j'] },
  'attention.previous': { scope: 'sync', label: t`Previous entry`, keys: ['k'] },
  'admin.new': { scope: 'admin.entries', label: t`New entry`, keys: ['n'] },
  'admin.keep': { scope: 'admin.entries', label: t`Keep this change`, keys: ['Ctrl+Enter'] },
  'admin.drop': { scope: 'admin.entries', label: t`Drop what was typed`, keys: [] },
  'admin.takeBack': { scope: 'admin.entries', label: t`Take this change back`, keys: [] },
  'admin.copy': { scope: 'admin.entries', label: t`Copy as a new one`, keys: [] },
  'admin.activate': { scope: 'admin.entries', label: t`Make active or inactive`, keys: [] },
  'admin.takeOut': { scope: 'admin.entries', label: t`Take out`, keys: [] },
  'admin.review': { scope: 'admin', label: t`Review and publish`, keys: ['Ctrl+S'] },
  'admin.search': { scope: 'admin', label: t`Search`, keys: ['/'] },
  'admin.leave': { scope: 'admin', label: t`Back to the list, then to the parts, then to the screen before`, keys: ['Escape'], isFixed: true },
  'admin.arrows': { scope: 'admin', label: t`Next or previous in the list`, keys: ['ArrowDown', 'ArrowUp'], isFixed: true },
  'admin.enter': { scope: 'admin', label: t`Into the list, into the form`, keys: ['Enter'], isFixed: true },
  'admin.order': { scope: 'admin', label: t`Move up or down, where order means something`, keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], isFixed: true },
  'admin.newStandIn': { scope: 'admin.delegations', label: t`Name a stand-in`, keys: ['n'] },
  'admin.publish': { scope: 'admin.publishing', label: t`Publish`, keys: ['Ctrl+Enter'] },
  'community.addEvent': { scope: 'community', label: t`Add event`, keys: ['n'] },
  'community.townHall': { scope: 'community', label: t`Town-hall entry`, keys: ['t'] },
  'community.events': { scope: 'community', label: t`Show events`, keys: ['3'] },
  'community.contributors': { scope: 'community', label: t`Show contributors`, keys: ['2'] },
  'community.neighborhoods': { scope: 'community', label: t`Show neighborhoods`, keys: ['1'] },
  'community.search': { scope: 'community', label: t`Search contributors`, keys: ['/'] },
  'community.csv': { scope: 'community', label: t`Save as CSV`, keys: ['s'] },
  'community.leave': { scope: 'community', label: t`Close the list, go back`, keys: ['Escape'], isFixed: true },
  'community.figures': { scope: 'community', label: t`From figure to figure`, keys: ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'], isFixed: true },
  ...listKeys('community'),
} as const satisfies Record<string, DefaultKeys>;

const DIALOGS = {
  'contact.noAnswer': { scope: 'dialog.contact', label: t`Called, no answer`, keys: ['n'] },
  'contact.leftMessage': { scope: 'dialog.contact', label: t`Called, left a message`, keys: ['m'] },
  'contact.spoke': { scope: 'dialog.contact', label: t`Spoke with them`, keys: ['s'] },
  'contact.more': { scope: 'dialog.contact', label: t`Something else`, keys: ['o'] },
  'link.person': { scope: 'dialog.link', label: t`Add another person to this case`, keys: ['Alt+P'] },
  'printCase.receipt': { scope: 'dialog.print', label: t`Print receipt`, keys: ['r'] },
  'printCase.sheet': { scope: 'dialog.print', label: t`Print the whole case`, keys: ['c'] },
} as const satisfies Record<string, DefaultKeys>;

const TABLE = { ...WINDOW, ...NEW_CASE, ...QUEUE, ...CASE, ...OVERDUE, ...OTHER_SCREENS, ...DIALOGS };

/** Rows of a list, each with the modifier and its number: `newCase.resume.1` is Alt+1. They keep their keys. */
export const NUMBERED = {
  'newCase.resume': { scope: 'newCase', label: t`Resume a parked draft`, modifier: 'Alt' },
  'newCase.callerCase': { scope: 'newCase', label: t`Calling about a case of the caller`, modifier: 'Ctrl' },
  'refer.pick': { scope: 'dialog.refer', label: t`Take a suggested agency`, modifier: 'Alt' },
  'link.pick': { scope: 'dialog.link', label: t`Take a similar case`, modifier: 'Alt' },
  demo: { scope: 'dialog.signIn', label: t`Sign in as`, modifier: 'Alt' },
} as const satisfies Record<string, { readonly scope: ScopeId; readonly label: string; readonly modifier: 'Alt' | 'Ctrl' }>;

export type NamedActionId = keyof typeof TABLE;
export type NumberedActionId = `${keyof typeof NUMBERED}.${number}`;
/** Whatever a key can do. A new action begins with a line in the table above. */
export type ActionId = NamedActionId | NumberedActionId;

export const DEFAULT_KEYS: Readonly<Record<NamedActionId, DefaultKeys>> = TABLE;
export const NAMED_ACTION_IDS = Object.keys(TABLE) as readonly NamedActionId[]; // safe: the keys of the table

export function isNamedAction(id: string): id is NamedActionId {
  return Object.hasOwn(TABLE, id);
}

/** `newCase.resume.3` → Alt+3; empty for what is no row of a list, and beyond the ninth. */
export function numberedKeys(id: string): readonly string[] {
  const [, family = '', digit] = /^(.+)\.([1-9])$/.exec(id) ?? [];
  return digit !== undefined && Object.hasOwn(NUMBERED, family) ? [`${NUMBERED[family as keyof typeof NUMBERED].modifier}+${digit}`] : []; // safe: just looked
}
