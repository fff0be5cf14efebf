import type { Page } from '@playwright/test';
import type { HeardNode } from './heard-node.ts';

interface Value {
  readonly value?: unknown;
}

/** The part of Chromium's `Accessibility.AXNode` that is read. */
export interface ChromiumNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: Value;
  readonly name?: Value;
  readonly description?: Value;
  readonly value?: Value;
  readonly properties?: readonly { readonly name: string; readonly value: Value }[];
  readonly childIds?: readonly string[];
}

/** Boxes that say nothing of their own: what is in them stands where they stand. */
const TRANSPARENT = new Set(['generic', 'none', 'presentation']);
const BELOW_TEXT = new Set(['InlineTextBox', 'LineBreak']);

/** The page's accessibility tree as it is now, as Chromium gives it to the system. */
export async function readTree(page: Page): Promise<HeardNode> {
  const client = await page.context().newCDPSession(page);
  try {
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    return treeOf(nodes);
  } finally {
    await client.detach();
  }
}

/** Without what is ignored and what says nothing; the first node is the page. Throws when there is none. */
export function treeOf(nodes: readonly ChromiumNode[]): HeardNode {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const root = nodes.find(({ parentId }) => parentId === undefined);
  const [page] = root ? heard(root, byId) : [];
  if (!page) throw new Error('the accessibility tree is empty');
  return page;
}

function heard(node: ChromiumNode, byId: ReadonlyMap<string, ChromiumNode>): readonly HeardNode[] {
  const role = text(node.role);
  if (BELOW_TEXT.has(role)) return [];
  const children = (node.childIds ?? []).flatMap((id) => {
    const child = byId.get(id);
    return child ? heard(child, byId) : [];
  });
  const states = Object.fromEntries((node.properties ?? []).flatMap(({ name, value: { value } }) => (isState(value) ? [[name, value]] : [])));
  const saysNothing = TRANSPARENT.has(role) && text(node.name) === '' && states['focusable'] !== true && states['live'] === undefined;
  if (node.ignored || saysNothing) return children;
  return [{ role, name: text(node.name).trim(), description: text(node.description).trim(), value: text(node.value), states, children }];
}

const isState = (value: unknown): value is string | number | boolean => ['string', 'number', 'boolean'].includes(typeof value);

function text(value: Value | undefined): string {
  return isState(value?.value) ? String(value.value) : '';
}
