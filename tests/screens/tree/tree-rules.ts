/**
 * What stands in the way of somebody who hears the window, and no rule of axe looks for: each rule reads the whole accessibility tree
 * (`read-tree.ts`) and names what it finds. A new rule begins with a bad tree in `tree-rules.test.ts`.
 */
import { SPANISH } from '../../../src-shared/language/spanish/spanish.ts';
import { type HeardNode, textIn, withAncestors, within } from './heard-node.ts';

export type InterfaceLanguage = 'en' | 'es';

/** What is found, in words; none is what is wanted. */
type Rule = (page: HeardNode, language: InterfaceLanguage) => readonly string[];

const WIDGETS = new Set('button link textbox searchbox combobox checkbox radio switch slider spinbutton tab menuitem menuitemcheckbox menuitemradio option treeitem listbox grid treegrid tree tablist'.split(' '));
const NAMED_PLACES = new Set('dialog alertdialog region form navigation complementary'.split(' '));
const IMAGES = new Set('image img graphics-document graphics-symbol'.split(' '));
const CELLS = new Set('cell gridcell columnheader rowheader'.split(' '));

/** Which role may stand only in which. */
const HOMES: Readonly<Record<string, readonly string[]>> = {
  listitem: ['list', 'group', 'directory'],
  option: ['listbox', 'group', 'MenuListPopup', 'combobox'],
  tab: ['tablist'],
  row: ['grid', 'table', 'treegrid', 'rowgroup'],
  menuitem: ['menu', 'menubar', 'group'],
  ...Object.fromEntries([...CELLS].map((cell) => [cell, ['row']])),
};

/** A state without which nobody hears which of them it is. */
const NEEDED_STATES: Readonly<Record<string, string>> = { tab: 'selected', checkbox: 'checked', radio: 'checked', switch: 'checked' };

const all = (page: HeardNode, roles: ReadonlySet<string>): readonly HeardNode[] => [...within(page)].filter(({ role }) => roles.has(role));
const said = ({ role, name }: HeardNode): string => `${role} "${name}"`;

const nameless: Rule = (page) =>
  [...withAncestors(page)]
    .filter(({ node }) => node.name === '' && (WIDGETS.has(node.role) || NAMED_PLACES.has(node.role)))
    .filter(({ node }) => !(node.role === 'tablist' || node.role === 'option') || textIn(node) === '')
    .map(({ node, ancestors }) => `${node.role} in ${said(ancestors.find(({ name }) => name !== '') ?? page)} has no name`);

const onlySymbols: Rule = (page) =>
  [...within(page)].filter(({ role, name }) => (WIDGETS.has(role) || role === 'heading') && name !== '' && !/[\p{L}\p{N}]/u.test(name)).map((node) => `${said(node)} is named by a sign alone`);

const TWICE = /^(?<words>.*\p{L}.*?)[\s,.:;·–-]+\k<words>$|(?:^|\s)(?<two>\p{L}{3,}\s\p{L}{3,})[\s,.:;·]+\k<two>(?:\s|$)/iu;

/** Texts as they stand there, and rows, whose names are those of their cells one after another. */
const JOINED = new Set(['StaticText', 'row']);

const saidTwice: Rule = (page) => [
  ...[...within(page)].filter(({ role, name }) => !JOINED.has(role) && TWICE.test(name)).map((node) => `${said(node)} says its words twice`),
  ...[...within(page)].filter(({ name, description }) => name !== '' && name === description).map((node) => `${said(node)} is described by its own name`),
  ...neighborsAlike(page).map((node) => `two of ${said(node)}, one after the other`),
];

const REPEATED = new Set(['button', 'link', 'checkbox']);

/** Buttons and links that cannot be told from the one before, in the same named group: only what lies between says which is which. */
function neighborsAlike(page: HeardNode): readonly HeardNode[] {
  const widgets = ourOwn(page).filter(({ node }) => REPEATED.has(node.role) && node.name !== '');
  const groupOf = (ancestors: readonly HeardNode[]) => ancestors.find(({ role, name }) => role === 'group' && name !== '');
  return widgets
    .filter(({ node, ancestors }, at) => {
      const before = widgets[at - 1];
      return before?.node.name === node.name && before.node.role === node.role && groupOf(before.ancestors) === groupOf(ancestors);
    })
    .map(({ node }) => node);
}

/** Chromium's own parts of a field for a date speak the system's language and are named by it. */
const CHROMIUMS_OWN = new Set(['Date', 'DateTime', 'InputTime']);
/** A receipt or a letter as the citizen will read it, in the citizen's language. */
const PAPER = 'article';

const ourOwn = (page: HeardNode) => [...withAncestors(page)].filter(({ ancestors }) => !ancestors.some(({ role }) => CHROMIUMS_OWN.has(role)));

const imageWithoutName: Rule = (page) => all(page, IMAGES).filter(({ name }) => name === '').map(({ role }) => `${role} has no name`);

const outOfPlace: Rule = (page) => [
  ...[...withAncestors(page)].flatMap(({ node, ancestors: [parent] }) => {
    const homes = HOMES[node.role];
    return homes && !homes.includes(parent?.role ?? '') ? [`${said(node)} stands in ${parent ? said(parent) : 'nothing'}`] : [];
  }),
  ...all(page, new Set(['row'])).filter(({ children }) => children.some(({ role }) => !CELLS.has(role))).map((node) => `${said(node)} holds more than cells`),
  ...all(page, new Set(['row'])).filter(({ children }) => children.length === 0).map((node) => `${said(node)} has no cells`),
  ...all(page, new Set(['list'])).filter(({ children }) => children.every(({ role }) => role !== 'listitem')).map((node) => `${said(node)} has no items`),
];

const headingJumps: Rule = (page) => {
  const levels = all(page, new Set(['heading'])).map((node) => ({ node, level: Number(node.states['level'] ?? 0) }));
  const jumps = levels.filter(({ level }, at) => level > (levels[at - 1]?.level ?? 1) + 1).map(({ node, level }) => `${said(node)} jumps to level ${level}`);
  return levels.filter(({ level }) => level === 1).length > 1 ? [...jumps, 'more than one heading of level 1'] : jumps;
};

/** What is said by itself: once, politely, and from one place. */
const liveRegions: Rule = (page) => {
  const live = [...withAncestors(page)].filter(({ node }) => isRegion(node));
  const nested = live.filter(({ ancestors }) => ancestors.some(isRegion));
  const loud = live.filter(({ node }) => node.states['live'] === 'assertive');
  const echoes = live.filter(({ node }, at) => textIn(node) !== '' && live.slice(0, at).some(({ node: before }) => textIn(before) === textIn(node)));
  return [
    ...nested.map(({ node }) => `${said(node)} is in another live region: said twice`),
    ...(loud.length > 1 ? [`${loud.length} regions interrupt: ${loud.map(({ node }) => said(node)).join(', ')}`] : []),
    ...echoes.map(({ node }) => `two live regions say "${textIn(node)}"`),
    ...(live.length === 0 ? ['nothing is read out: there is no live region'] : []),
  ];
};

const LIVE_ROLES = new Set(['status', 'alert', 'log', 'timer']);
/** Chromium gives the state to all that is within too: the region itself is known by its role. */
const isRegion = ({ role, states }: HeardNode): boolean => LIVE_ROLES.has(role) && ['polite', 'assertive'].includes(String(states['live']));

const missingStates: Rule = (page) => [
  ...[...within(page)].filter(({ role, states }) => role in NEEDED_STATES && !((NEEDED_STATES[role] ?? '') in states)).map((node) => `${said(node)} does not say whether it is ${NEEDED_STATES[node.role] ?? ''}`),
  ...[...within(page)].filter(({ states, description }) => states['invalid'] === 'true' && description === '').map((node) => `${said(node)} is wrong and does not say why`),
  ...all(page, new Set(['combobox'])).filter(({ states }) => !('expanded' in states)).map((node) => `${said(node)} does not say whether its list is open`),
  ...all(page, new Set(['tablist'])).filter(({ children }) => children.filter(({ states }) => states['selected'] === true).length !== 1).map((node) => `${said(node)} has not one tab chosen`),
];

/** Texts of the interface that are another one in the other language. Names with values in them are not looked up. */
const TRANSLATED = Object.entries(SPANISH).filter(([english, spanish]) => !english.includes('{') && english.replace(/^.*\|/, '') !== spanish);
/** The demo city's names that are also words of the window; and languages, which are each called as they call themselves. */
const CITYS_OWN = new Set(['Human Resources', 'Demo city', 'English', 'Español']);
const ENGLISH = new Set(TRANSLATED.map(([english]) => english.replace(/^[^ |]*\|/, '')));
const ALL_SPANISH = new Set(TRANSLATED.map(([, spanish]) => spanish));
const ONLY_ENGLISH = new Set([...ENGLISH].filter((text) => !Object.values(SPANISH).includes(text)));
const ONLY_SPANISH = new Set([...ALL_SPANISH].filter((text) => !(text in SPANISH) && !ENGLISH.has(text)));

const otherLanguage: Rule = (page, language) => {
  const foreign = language === 'es' ? ONLY_ENGLISH : ONLY_SPANISH;
  return ourOwn(page)
    .filter(({ node, ancestors }) => node.role !== 'option' && !CITYS_OWN.has(node.name) && !ancestors.some(({ role }) => role === PAPER))
    .filter(({ node }) => foreign.has(node.name) || foreign.has(node.description))
    .map(({ node }) => `${said(node)} is not in the language of the window`);
};

export const TREE_RULES = { nameless, onlySymbols, saidTwice, imageWithoutName, outOfPlace, headingJumps, liveRegions, missingStates, otherLanguage } satisfies Readonly<Record<string, Rule>>;

/** What all rules find, each once, with the rule's name before it. */
export function barriersToHearing(page: HeardNode, language: InterfaceLanguage): readonly string[] {
  return [...new Set(Object.entries(TREE_RULES).flatMap(([name, rule]) => rule(page, language).map((found) => `${name}: ${found}`)))];
}
