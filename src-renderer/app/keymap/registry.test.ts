import { describe, expect, it } from 'vitest';
import { type Action, DIALOG_SCOPE, GLOBAL_SCOPE, type Scope } from './action.ts';
import { createActionRegistry, findConflict, inReadingOrder, type Keystroke } from './registry.ts';

const SCREEN: Scope = { id: 'queue', title: 'Queue' };
const OTHER: Scope = { id: 'case', title: 'Case' };

/** The keys of the actions of a test, which are in no table. */
const keysById = new Map<string, readonly string[]>();
const keysOf = (id: string): readonly string[] => keysById.get(id) ?? [];
const KEYS = { now: keysOf, delivered: keysOf };

function action(id: string, keys: readonly string[], more: Partial<Action> = {}): Action {
  keysById.set(id, keys);
  return { id: id as Action['id'], label: id, run: () => undefined, ...more };
}

type KeyPress = Pick<KeyboardEvent, 'key'> & Partial<Pick<KeyboardEvent, 'code' | 'repeat' | 'ctrlKey' | 'shiftKey' | 'altKey'>>;

/** The part of a keyboard event that matching reads; Node has no KeyboardEvent. */
function press(event: KeyPress, where: Partial<Omit<Keystroke, 'event'>> = {}): Keystroke {
  const held: Record<string, boolean | undefined> = { Control: event.ctrlKey, Shift: event.shiftKey, Alt: event.altKey };
  const full = { code: '', repeat: false, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, ...event, getModifierState: (name: string) => held[name] === true };
  return { event: full as unknown as KeyboardEvent, isInText: false, isInDialog: false, ...where };
}

function registryWith(...groups: readonly (readonly [Scope, readonly Action[]])[]) {
  const registry = createActionRegistry(KEYS);
  for (const [scope, actions] of groups) registry.register({ scope, actions });
  return registry;
}

describe('finding the action of a key', () => {
  const registry = registryWith([GLOBAL_SCOPE, [action('newCase', ['F2']), action('palette', ['Ctrl+K'])]], [SCREEN, [action('search', ['/']), action('next', ['j'], { doesRepeat: true }), action('name', ['Alt+N'])]]);
  const found = (keystroke: Keystroke): string | undefined => registry.find(keystroke)?.id;

  it('finds global and screen keys', () => {
    expect(found(press({ key: 'F2' }))).toBe('newCase');
    expect(found(press({ key: 'k', ctrlKey: true }))).toBe('palette');
    expect(found(press({ key: 'n', altKey: true }))).toBe('name');
    expect(found(press({ key: 'q' }))).toBeUndefined();
  });

  it('finds a sign whether or not the layout needs Shift for it', () => {
    expect(found(press({ key: '/' }))).toBe('search');
    expect(found(press({ key: '/', shiftKey: true }))).toBe('search');
  });

  it('leaves letters and signs to the text while one is being typed, and takes everything else', () => {
    expect(found(press({ key: 'j' }, { isInText: true }))).toBeUndefined();
    expect(found(press({ key: '/' }, { isInText: true }))).toBeUndefined();
    expect(found(press({ key: 'F2' }, { isInText: true }))).toBe('newCase');
    expect(found(press({ key: 'n', altKey: true }, { isInText: true }))).toBe('name');
  });

  it('does not take a letter for a chord with a modifier, nor a chord for a letter', () => {
    expect(found(press({ key: 'j', ctrlKey: true }))).toBeUndefined();
    expect(found(press({ key: 'k' }))).toBeUndefined();
  });

  it('repeats only what is meant to repeat', () => {
    expect(found(press({ key: 'j', repeat: true }))).toBe('next');
    expect(found(press({ key: 'F2', repeat: true }))).toBeUndefined();
  });
});

describe('an open dialog', () => {
  it('keeps every key to itself but those that must work at any moment', () => {
    const registry = registryWith(
      [GLOBAL_SCOPE, [action('newCase', ['F2']), action('lock', ['Ctrl+L'], { worksInDialogs: true })]],
      [DIALOG_SCOPE, [action('first', ['Alt+1'])]],
      [DIALOG_SCOPE, [action('second', ['Alt+2'])]],
    );
    const found = (key: KeyPress): string | undefined => registry.find(press(key, { isInDialog: true }))?.id;
    expect(found({ key: 'F2' })).toBeUndefined();
    expect(found({ key: 'l', ctrlKey: true })).toBe('lock');
    expect(found({ key: '2', altKey: true })).toBe('second');
    expect(found({ key: '1', altKey: true })).toBeUndefined(); // an older dialog, under this one
    expect(registry.find(press({ key: '2', altKey: true }))).toBeNull(); // none is open
  });
});

describe('an action', () => {
  it('does nothing while it makes no sense, or when the focused list handles its key', () => {
    const registry = registryWith([SCREEN, [action('take', ['y'], { isEnabled: false }), action('open', ['Enter'], { run: null })]]);
    expect(registry.find(press({ key: 'y' }))).toBeNull();
    expect(registry.find(press({ key: 'Enter' }))).toBeNull();
  });

  it('goes with its group', () => {
    const registry = createActionRegistry(KEYS);
    const leave = registry.register({ scope: SCREEN, actions: [action('take', ['y'])] });
    leave();
    expect(registry.find(press({ key: 'y' }))).toBeNull();
    expect(registry.groups()).toEqual([]);
  });
});

describe('conflicts', () => {
  it('are refused with a sentence naming both', () => {
    const registry = registryWith([GLOBAL_SCOPE, [action('Queue', ['F3'])]]);
    expect(() => registry.register({ scope: SCREEN, actions: [action('Find', ['F3'])] })).toThrow('The key F3 cannot be “Find”: it is “Queue” (Everywhere).');
    expect(registry.groups()).toHaveLength(1);
  });

  it('are none between a dialog and what lies under it, or with keys that are only described', () => {
    expect(findConflict([{ scope: OTHER, actions: [action('close', ['c'])] }, { scope: DIALOG_SCOPE, actions: [action('copy', ['c'])] }], keysOf)).toBeNull();
    expect(findConflict([{ scope: OTHER, actions: [action('next', ['j'])] }, { scope: SCREEN, actions: [action('down', ['j'], { run: null })] }], keysOf)).toBeNull();
  });
});

it('takes the keys a person has given', () => {
  const own = createActionRegistry({ now: (id) => (id === 'take' ? ['Shift+y'] : []), delivered: keysOf });
  own.register({ scope: SCREEN, actions: [action('take', ['y'])] });
  expect(own.find(press({ key: 'y' }))).toBeNull();
  expect(own.find(press({ key: 'Y', shiftKey: true }))?.id).toBe('take');
});

it('gives the menu what may be done now', () => {
  const registry = registryWith([GLOBAL_SCOPE, [action('newCase', ['F2']), action('lock', ['Ctrl+L'], { worksInDialogs: true })]], [SCREEN, [action('take', ['y'], { isEnabled: false })]]);
  const offered = (id: string, isInDialog: boolean): string | undefined => registry.offered(id, isInDialog)?.id;
  expect([offered('newCase', false), offered('newCase', true), offered('lock', true), offered('take', false), offered('gone', false)]).toEqual(['newCase', undefined, 'lock', undefined, undefined]);
});

it('lists the screen before what is everywhere', () => {
  const registry = registryWith([GLOBAL_SCOPE, [action('newCase', ['F2'])]], [SCREEN, [action('search', ['/'])]]);
  expect(inReadingOrder(registry.groups()).map(({ scope }) => scope.id)).toEqual(['queue', 'global']);
});
