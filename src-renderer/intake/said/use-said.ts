import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import type { CaseView } from '../../../src-shared/protocol/data-rpc/case-views.ts';
import type { Piece, SaidField } from '../../../src-shared/said/pieces.ts';
import { type Known, understand } from '../../../src-shared/said/understand.ts';
import { mistypedNumberIn, parseTrackingNumber, type TrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { foldText } from '../../../src-shared/util/fold-text.ts';
import { queries } from '../../data/queries.ts';
import { useHeard } from '../../data/use-heard.ts';
import type { IntakeDraft } from '../draft/draft.ts';
import { filledFields, leaveSaid, movedPieces, moveKey, type Moves, putSaid, type SaidPlace } from '../draft/put-said.ts';
import { serviceOf } from '../draft/service-of-draft.ts';
import { type CallerField, callerSearchText } from '../draft/take-caller.ts';
import { changeDraft } from '../intake-store.ts';
import { useMentions } from './use-mentions.ts';

/** The line "Anything the caller says", understood as it is typed. */
export interface Said {
  readonly pieces: readonly Piece[];
  /** The piece that a key moves: the least sure one, until another is marked. */
  readonly marked: number;
  readonly markNext: () => void;
  /** The marked piece goes to the next place it may belong to. */
  readonly moveMarked: () => void;
  readonly move: (piece: Piece) => void;
  /** Puts every piece in its place; `number`: but the number of a case, which stays in the line while it is asked what to do with it. */
  readonly put: (except?: 'number') => void;
  /** Leaves the line to the description. */
  readonly leave: () => void;
  /** By what callers are looked for: the piece, and its field. */
  readonly search: { readonly text: string; readonly field: CallerField } | null;
  /** A case whose tracking number was said; null: none was. */
  readonly numberCase: CaseView | null;
  /** Written like a tracking number, and none: a digit is wrong. Null: nothing is. */
  readonly mistyped: string | null;
}

const NO_MOVES: Moves = new Map();

/** `ahead`: the draft as it will be once the line is put. */
export function useSaid(draft: IntakeDraft, catalogue: Catalogue): { readonly said: Said; readonly ahead: IntakeDraft } {
  const [moves, setMoves] = useState<{ readonly draftId: string; readonly map: Moves }>({ draftId: draft.draftId, map: NO_MOVES });
  const [markedKey, setMarkedKey] = useState<string | null>(null);
  const { said, draftId } = draft;
  const map = said === '' || moves.draftId !== draft.draftId ? NO_MOVES : moves.map;
  const { pieces: understood, places, numberCase, search } = useUnderstood(draft, catalogue);
  const pieces = useMemo(() => movedPieces(understood, map), [understood, map]);
  const ahead = useMemo(() => (said.trim() === '' ? draft : putSaid(draft, pieces, catalogue, places)), [draft, said, pieces, catalogue, places]);
  const line = useMemo((): Said => {
    const movable = understood.filter(({ instead }) => instead.length > 0);
    const markedPiece = movable.find((piece) => moveKey(piece) === markedKey) ?? movable.find(({ isGuess }) => isGuess) ?? movable.at(-1);
    const move = (piece: Piece): void => {
      const ways = [piece.field === 'service' ? piece.value : piece.field, ...piece.instead];
      const at = ways.indexOf(map.get(moveKey(piece)) ?? ways[0] ?? '');
      setMoves({ draftId, map: new Map([...map, [moveKey(piece), ways[(at + 1) % ways.length] ?? '']]) });
      setMarkedKey(moveKey(piece));
    };
    return {
      pieces,
      marked: markedPiece === undefined ? -1 : pieces.findIndex(({ said: words }) => words === markedPiece.said),
      markNext: () => setMarkedKey(moveKeyAfter(movable, markedPiece)),
      moveMarked: () => markedPiece && move(markedPiece),
      move: (piece) => move(understood.find(({ said: words }) => words === piece.said) ?? piece),
      put: (except) =>
        changeDraft((now) => {
          if (now.said.trim() === '') return { ...now, said: '' };
          const kept = pieces.find(({ field }) => field === except);
          return { ...putSaid(now, pieces.filter((piece) => piece !== kept), catalogue, places), said: kept?.said ?? '' };
        }),
      leave: () => changeDraft(leaveSaid),
      search,
      numberCase,
      mistyped: mistypedNumberIn(said),
    };
  }, [understood, pieces, map, markedKey, draftId, catalogue, places, search, numberCase, said]);
  return { said: line, ahead };
}

function moveKeyAfter(movable: readonly Piece[], marked: Piece | undefined): string | null {
  const next = movable[(marked === undefined ? 0 : movable.indexOf(marked) + 1) % Math.max(1, movable.length)];
  return next === undefined ? null : moveKey(next);
}

interface Understood {
  readonly pieces: readonly Piece[];
  readonly places: readonly SaidPlace[];
  readonly numberCase: CaseView | null;
  readonly search: Said['search'];
}

/** Understands the line by itself at once, and again when callers, places and the case it names are found. */
function useUnderstood(draft: IntakeDraft, catalogue: Catalogue): Understood {
  const { said } = draft;
  const heard = useHeard();
  const number = useMemo(() => numberIn(said), [said]);
  const { data: numberView = null } = useQuery({ ...queries.caseByNumber(number ?? NO_NUMBER), enabled: number !== null });
  const numberCase = number === null ? null : numberView;
  const service = serviceOf(draft, catalogue);
  const filled = [...filledFields(draft)].join('\n');
  const known = useMemo(
    (): Omit<Known, 'callers' | 'mentions'> => ({ services: catalogue.services, heard, isCase: (one) => numberCase !== null && one === number, filled: new Set(filled.split('\n') as SaidField[]), service }), // safe: joined above
    [catalogue, heard, numberCase, number, filled, service],
  );
  const first = useMemo(() => (said.trim() === '' ? NOTHING : understand(said, { ...known, callers: NOBODY, mentions: [] })), [said, known]);
  const search = useMemo(() => searchOf(first), [first]);
  const { data: callers = [] } = useQuery({ ...queries.callers(search?.text ?? ''), enabled: search !== null });
  const { mentions, places } = useMentions(said, first);
  const names = search === null ? '' : callers.map(({ name }) => foldText(name)).join('\n');
  const pieces = useMemo(
    () => (said.trim() === '' || (names === '' && mentions.length === 0) ? first : understand(said, { ...known, callers: new Set(names.split('\n').filter(Boolean)), mentions })),
    [said, known, first, names, mentions],
  );
  return { pieces, places, numberCase, search };
}

const NOBODY: ReadonlySet<string> = new Set();
const NOTHING: readonly Piece[] = [];
/** Never asked for: a query wants one all the same. */
const NO_NUMBER = '' as TrackingNumber; // safe: only a key of a query that is off

/** A tracking number anywhere in the line, by its ten digits and their check. */
function numberIn(said: string): TrackingNumber | null {
  for (const [digits] of said.matchAll(/\d(?:[\s.-]?\d){9}/g)) {
    const parsed = parseTrackingNumber(digits);
    if (parsed.ok) return parsed.number;
  }
  return null;
}

function searchOf(pieces: readonly Piece[]): Said['search'] {
  for (const field of ['phone', 'email', 'name'] as const) {
    const text = callerSearchText(pieces.find((piece) => piece.field === field)?.value ?? '', field);
    if (text !== null) return { text, field };
  }
  return null;
}
