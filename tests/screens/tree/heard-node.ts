/** A thing in the window as assistive technology is given it. */
export interface HeardNode {
  /** As Chromium says it: `button`, `row`, `StaticText`; `RootWebArea` is the page. */
  readonly role: string;
  /** Empty when it has none. */
  readonly name: string;
  /** What is said after the name: hints, errors. Empty when there is none. */
  readonly description: string;
  /** What a field holds. */
  readonly value: string;
  /** `focusable`, `expanded`, `selected`, `invalid`, `level`, `live` and others; one that is left out does not apply. */
  readonly states: Readonly<Record<string, string | number | boolean>>;
  readonly children: readonly HeardNode[];
}

/** A node and all within it, in reading order. */
export function* within(node: HeardNode): Generator<HeardNode> {
  yield node;
  for (const child of node.children) yield* within(child);
}

/** Every node with what it stands in, the nearest first. */
export function* withAncestors(node: HeardNode, ancestors: readonly HeardNode[] = []): Generator<{ node: HeardNode; ancestors: readonly HeardNode[] }> {
  yield { node, ancestors };
  for (const child of node.children) yield* withAncestors(child, [node, ...ancestors]);
}

/** The words in it, one after another. */
export function textIn(node: HeardNode): string {
  return [...within(node)]
    .filter(({ role }) => role === 'StaticText')
    .map(({ name }) => name)
    .join(' ')
    .trim();
}

const SHOWN_STATES = ['level', 'expanded', 'selected', 'checked', 'pressed', 'invalid', 'required', 'disabled', 'readonly', 'hasPopup', 'live', 'focused'];

/** The tree in lines, as somebody hears it from top to bottom: role, name, what it holds, states, description. */
export function asHeard(node: HeardNode, depth = 0): string {
  const states = SHOWN_STATES.flatMap((state) => (state in node.states && (state !== 'invalid' || node.states[state] !== 'false') ? [node.states[state] === true ? state : `${state}=${String(node.states[state])}`] : []));
  const line = [node.role, node.name && `"${node.name}"`, node.value && `= ${node.value}`, states.length > 0 && `[${states.join(' ')}]`, node.description && `(${node.description})`].filter(Boolean).join(' ');
  const isOnlyItsName = node.children.length === 1 && node.children[0]?.role === 'StaticText' && node.children[0].name.trim() === node.name;
  return [`${'  '.repeat(depth)}${line}`, ...(isOnlyItsName ? [] : node.children.map((child) => asHeard(child, depth + 1)))].join('\n');
}
