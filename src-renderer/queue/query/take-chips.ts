import { formatPiece, parseQuery, placedPieces, type QueryPiece } from '../../../src-shared/queue-query/parse-query.ts';

export interface ChipsAndText {
  readonly filters: string;
  readonly text: string;
}

/**
 * Takes the finished filters out of what is typed: those the caret has left. `atEnd`: the last one too, as by Enter. Words stay where
 * they are.
 */
export function takeChips({ filters, text }: ChipsAndText, caret: number, atEnd = false): ChipsAndText {
  let rest = '';
  let from = 0;
  const chips: QueryPiece[] = [];
  for (const placed of placedPieces(text)) {
    const isLeft = atEnd || caret > placed.to || caret < placed.from;
    if (placed.piece.kind !== 'token' || placed.piece.values.length === 0 || !isLeft) continue;
    rest += text.slice(from, placed.from);
    from = placed.to + (text[placed.to] === undefined ? 0 : 1);
    chips.push(placed.piece);
  }
  if (chips.length === 0) return { filters, text };
  return { filters: [filters, ...chips.map(formatPiece).filter((chip) => !chipsOf(filters).map(formatPiece).includes(chip))].filter((part) => part !== '').join(' '), text: rest + text.slice(from) };
}

export function chipsOf(filters: string): readonly QueryPiece[] {
  return parseQuery(filters);
}

export function withoutChip(filters: string, index: number): string {
  return chipsOf(filters)
    .filter((_chip, at) => at !== index)
    .map(formatPiece)
    .join(' ');
}
