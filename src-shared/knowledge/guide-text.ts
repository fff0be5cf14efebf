/** One part of a guide's text, as `catalogue/guide.ts` describes how it is written. */
export type GuideBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Words to say aloud. */
  | { readonly kind: 'saying'; readonly text: string };

/** A guide's text in its parts, in their order. Total: any text gives parts, and no word of it is lost. */
export function blocksOf(body: string): readonly GuideBlock[] {
  const blocks: GuideBlock[] = [];
  let isNewBlock = true;
  for (const line of body.split(/\r?\n/u)) {
    const text = line.trim();
    if (text !== '') add(blocks, blockOf(text), isNewBlock);
    isNewBlock = text === '';
  }
  return blocks;
}

/** The text of a part without its signs, for searching and comparing. */
export function plainBlock(block: GuideBlock): string {
  return block.kind === 'list' ? block.items.join('\n') : block.text;
}

function blockOf(line: string): GuideBlock {
  const [sign = '', rest = ''] = [line.slice(0, 2), line.slice(2).trim()];
  if (sign === '# ') return { kind: 'heading', text: rest };
  if (sign === '- ') return { kind: 'list', items: [rest] };
  if (sign === '> ') return { kind: 'saying', text: rest };
  return { kind: 'paragraph', text: line };
}

/** Lines of one list make one list; lines of one paragraph, or of one thing to say, go on in it. An empty line ends what was before. */
function add(blocks: GuideBlock[], block: GuideBlock, isNewBlock: boolean): void {
  const last = blocks.at(-1);
  if (last?.kind === 'list' && block.kind === 'list' && !isNewBlock) {
    blocks[blocks.length - 1] = { kind: 'list', items: [...last.items, ...block.items] };
  } else if (!isNewBlock && last !== undefined && isRunning(last) && last.kind === block.kind) {
    blocks[blocks.length - 1] = { kind: last.kind, text: `${last.text} ${block.text}` };
  } else {
    blocks.push(block);
  }
}

type Running = Extract<GuideBlock, { kind: 'paragraph' | 'saying' }>;

function isRunning(block: GuideBlock): block is Running {
  return block.kind === 'paragraph' || block.kind === 'saying';
}
