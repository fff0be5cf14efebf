import { describe, expect, it } from 'vitest';
import { asHeard, type HeardNode } from './heard-node.ts';
import { type ChromiumNode, treeOf } from './read-tree.ts';
import { barriersToHearing, type InterfaceLanguage } from './tree-rules.ts';

type Bit = HeardNode | string;

/** A node; strings in it are texts. */
function node(role: string, given: Partial<Omit<HeardNode, 'role' | 'children'>> = {}, ...children: readonly Bit[]): HeardNode {
  const kids = children.map((child) => (typeof child === 'string' ? node('StaticText', { name: child }) : child));
  return { role, name: '', description: '', value: '', states: {}, ...given, children: kids };
}

const announcements = { en: node('status', { name: 'Announcements', states: { live: 'polite' } }), es: node('status', { name: 'Anuncios', states: { live: 'polite' } }) };

function found(language: InterfaceLanguage, ...children: readonly Bit[]): readonly string[] {
  return barriersToHearing(node('RootWebArea', { name: 'Portreeve' }, announcements[language], ...children), language);
}

const tab = (name: string, selected: boolean) => node('tab', { name, states: { selected } });

describe('a page that is heard well', () => {
  it('has nothing in its way', () => {
    const page = [
      node('heading', { name: 'Queue', states: { level: 1 } }, 'Queue'),
      node('tablist', { name: 'History' }, tab('Everything', true), tab('Told', false)),
      node('grid', { name: 'Cases' }, node('rowgroup', {}, node('row', { name: '48-1' }, node('gridcell', { name: '48-1' }, '48-1')))),
      node('list', { name: 'Files' }, node('listitem', {}, node('image', { name: 'hole.png' }), node('button', { name: 'Remove: hole.png' }))),
      node('textbox', { name: 'Phone', description: 'Ten digits.', states: { invalid: 'true' } }),
      node('group', { name: 'Citizen' }, node('checkbox', { name: 'Contributor', states: { checked: 'false' } })),
      node('group', { name: 'On behalf of' }, node('checkbox', { name: 'Contributor', states: { checked: 'false' } })),
      node('Date', { name: 'Until' }, node('button', { name: 'Mostrar' }), node('button', { name: 'Mostrar' })),
      node('article', { name: 'Receipt' }, 'Número de seguimiento'),
      node('combobox', { name: 'View', states: { expanded: false } }, node('MenuListPopup', {}, node('option', { name: 'Open' }))),
    ];
    expect(found('en', ...page)).toEqual([]);
  });
});

describe('each rule finds its barrier', () => {
  const bad: readonly [string, string, readonly Bit[], string, InterfaceLanguage?][] = [
    ['nameless', 'a button without a name', [node('form', { name: 'New case' }, node('button'))], 'nameless: button in form "New case" has no name'],
    ['nameless', 'a dialog without a name', [node('dialog')], 'nameless: dialog in RootWebArea "Portreeve" has no name'],
    ['onlySymbols', 'a button named by its cross', [node('button', { name: '×' })], 'onlySymbols: button "×" is named by a sign alone'],
    ['saidTwice', 'a name said twice', [node('button', { name: 'Close Close' })], 'saidTwice: button "Close Close" says its words twice'],
    ['saidTwice', 'a name said twice within a longer one', [node('button', { name: 'Open Harbor Street, harbor street now' })], 'saidTwice: button "Open Harbor Street, harbor street now" says its words twice'],
    ['saidTwice', 'a description that is the name', [node('textbox', { name: 'Phone', description: 'Phone' })], 'saidTwice: textbox "Phone" is described by its own name'],
    ['saidTwice', 'two buttons of one name', [node('button', { name: 'Remove' }), 'hole.png', node('button', { name: 'Remove' })], 'saidTwice: two of button "Remove", one after the other'],
    ['imageWithoutName', 'an image without a name', [node('image')], 'imageWithoutName: image has no name'],
    ['outOfPlace', 'an item outside a list', [node('listitem', {}, 'hole.png')], 'outOfPlace: listitem "" stands in RootWebArea "Portreeve"'],
    ['outOfPlace', 'a row without cells', [node('grid', { name: 'Cases' }, node('row', { name: '48-1' }, '48-1'))], 'outOfPlace: row "48-1" holds more than cells'],
    ['outOfPlace', 'an empty row', [node('grid', { name: 'Cases' }, node('row', { name: '48-1' }))], 'outOfPlace: row "48-1" has no cells'],
    ['outOfPlace', 'a cell outside a row', [node('grid', { name: 'Cases' }, node('gridcell', { name: '48-1' }))], 'outOfPlace: gridcell "48-1" stands in grid "Cases"'],
    ['outOfPlace', 'a list of other things', [node('list', { name: 'Files' }, node('button', { name: 'Add' }))], 'outOfPlace: list "Files" has no items'],
    ['outOfPlace', 'a list of nothing', [node('list', { name: 'Files' })], 'outOfPlace: list "Files" has no items'],
    ['headingJumps', 'a level left out', [node('heading', { name: 'Queue', states: { level: 1 } }), node('heading', { name: 'Files', states: { level: 3 } })], 'headingJumps: heading "Files" jumps to level 3'],
    ['headingJumps', 'two titles', [node('heading', { name: 'Queue', states: { level: 1 } }), node('heading', { name: 'Case', states: { level: 1 } })], 'headingJumps: more than one heading of level 1'],
    ['liveRegions', 'one in another', [node('status', { name: 'Outer', states: { live: 'polite' } }, 'Sync:', node('status', { name: 'Inner', states: { live: 'polite' } }, 'Sent'))], 'liveRegions: status "Inner" is in another live region: said twice'],
    ['liveRegions', 'two that interrupt', [node('alert', { name: 'A', states: { live: 'assertive' } }, 'x'), node('alert', { name: 'B', states: { live: 'assertive' } }, 'y')], 'liveRegions: 2 regions interrupt: alert "A", alert "B"'],
    ['liveRegions', 'two that say the same', [node('status', { name: 'A', states: { live: 'polite' } }, 'Sent'), node('status', { name: 'B', states: { live: 'polite' } }, 'Sent')], 'liveRegions: two live regions say "Sent"'],
    ['missingStates', 'a tab that may be chosen', [node('tablist', { name: 'History' }, tab('All', true), node('tab', { name: 'Told' }))], 'missingStates: tab "Told" does not say whether it is selected'],
    ['missingStates', 'no tab chosen', [node('tablist', { name: 'History' }, tab('Told', false))], 'missingStates: tablist "History" has not one tab chosen'],
    ['missingStates', 'an error without its sentence', [node('textbox', { name: 'Phone', states: { invalid: 'true' } })], 'missingStates: textbox "Phone" is wrong and does not say why'],
    ['missingStates', 'a list that may be open', [node('combobox', { name: 'View' })], 'missingStates: combobox "View" does not say whether its list is open'],
    ['otherLanguage', 'English left in Spanish', [node('button', { name: 'Print receipt' })], 'otherLanguage: button "Print receipt" is not in the language of the window', 'es'],
    ['otherLanguage', 'Spanish left in English', [node('button', { name: 'Imprimir recibo' })], 'otherLanguage: button "Imprimir recibo" is not in the language of the window'],
  ];
  it.each(bad)('%s: %s', (...[, , children, expected, language = 'en']) => {
    expect(found(language, ...children)).toEqual([expected]);
  });

  it('a page that reads nothing out', () => {
    expect(barriersToHearing(node('RootWebArea', { name: 'Portreeve' }), 'en')).toEqual(['liveRegions: nothing is read out: there is no live region']);
  });
});

describe('the tree that Chromium gives', () => {
  const box = (nodeId: string, role: string, name: string, rest: Partial<ChromiumNode> = {}): ChromiumNode => ({ nodeId, ignored: false, role: { value: role }, name: { value: name }, ...rest });

  it('is read without what is ignored and what says nothing', () => {
    const nodes = [
      box('1', 'RootWebArea', 'Portreeve', { childIds: ['2'] }),
      box('2', 'generic', '', { parentId: '1', childIds: ['3', '6'] }),
      box('3', 'button', 'Close', { parentId: '2', childIds: ['4'], properties: [{ name: 'expanded', value: { value: false } }, { name: 'focused', value: { value: true } }] }),
      box('4', 'StaticText', 'Close', { parentId: '3', childIds: ['5'] }),
      box('5', 'InlineTextBox', 'Close', { parentId: '4' }),
      box('6', 'none', '', { parentId: '2', ignored: true, childIds: ['7'] }),
      box('7', 'textbox', 'Phone', { parentId: '6', value: { value: '561' }, description: { value: 'Ten digits.' } }),
    ];
    expect(asHeard(treeOf(nodes))).toBe(['RootWebArea "Portreeve"', '  button "Close" [expanded=false focused]', '  textbox "Phone" = 561 (Ten digits.)'].join('\n'));
  });

  it('is not empty', () => {
    expect(() => treeOf([])).toThrow('the accessibility tree is empty');
  });
});
