import type { ReactElement } from 'react';
import type { Catalogue } from '../../../src-shared/catalogue/catalogue.ts';
import { departmentName, findService, serviceName } from '../../../src-shared/catalogue/lookup.ts';
import { Channel } from '../../../src-shared/domain/case.ts';
import { CHANNEL_LABELS } from '../../../src-shared/domain/labels.ts';
import { t } from '../../../src-shared/language/language.ts';
import type { Piece } from '../../../src-shared/said/pieces.ts';
import { formatTrackingNumber, parseTrackingNumber } from '../../../src-shared/tracking-number/tracking-number.ts';
import { chordLabel } from '../../app/keymap/chord.ts';
import { keyOf } from '../../app/keymap/own-keys.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { JUMP_FIELDS } from '../form/fields.ts';
import { useFormState, useIntakeForm } from '../form/form-context.tsx';
import './said.css';

/** Where Enter would put each piece; the marked one is moved by a key, any by a click. */
export function SaidPieces(): ReactElement {
  const { catalogue } = useIntakeForm();
  const said = useFormState((state) => state.said);
  const { pieces, marked } = said;
  const isMovable = marked >= 0;
  return (
    <div className="said-pieces" data-of-said aria-hidden={pieces.length === 0 || undefined}>
      {pieces.length === 0 ? (
        <span className="said-hint">{t`Facts in any order. Enter puts each where it belongs.`}</span>
      ) : (
        <>
          {said.mistyped !== null && <span className="said-wrong">{mistypedWords(said.mistyped)}</span>}
          <ul aria-label={t`Where it goes`}>
            {pieces.map((piece, index) => (
              <li key={`${piece.field} ${piece.said}`}>
                <PieceChip piece={piece} words={pieceWords(piece, catalogue)} isMarked={index === marked} onMove={() => said.move(piece)} />
              </li>
            ))}
          </ul>
          <span className="said-keys">
            <Kbd keys="Enter" /> {t`puts`}
            {isMovable && (
              <>
                {' '}
                <Kbd keys={chordLabel(keyOf('newCase.movePiece'))} /> {t`moves`}
              </>
            )}
          </span>
        </>
      )}
    </div>
  );
}

interface PieceChipProps {
  readonly piece: Piece;
  readonly words: readonly [string, string];
  readonly isMarked: boolean;
  readonly onMove: () => void;
}

function PieceChip({ piece, words: [field, value], isMarked, onMove }: PieceChipProps): ReactElement {
  return (
    <button
      type="button"
      className="said-piece"
      tabIndex={-1}
      data-guess={piece.isGuess || undefined}
      data-marked={isMarked || undefined}
      disabled={piece.instead.length === 0}
      onMouseDown={(event) => event.preventDefault() /* the line keeps the focus */}
      onClick={onMove}
    >
      <span className="said-piece-field">{piece.isGuess ? `${field}?` : field}</span>
      <span className="said-piece-value">{value}</span>
    </button>
  );
}

/** What to do about a tracking number with a wrong digit. */
export function mistypedWords(written: string): string {
  return t`${written} is no tracking number: a digit is wrong. Ask for it again.`;
}

/** The name of the field, and what goes there, in words. */
export function pieceWords({ field, value }: Piece, catalogue: Catalogue): readonly [string, string] {
  switch (field) {
    case 'channel':
      return [JUMP_FIELDS.channel.label, CHANNEL_LABELS[Channel.parse(value)]];
    case 'received':
      return [JUMP_FIELDS.receivedText.label, value];
    case 'phone':
      return [JUMP_FIELDS.phone.label, value];
    case 'name':
      return [JUMP_FIELDS.name.label, value];
    case 'onBehalfOf':
      return [JUMP_FIELDS.onBehalfOf.label, value];
    case 'anonymous':
      return [JUMP_FIELDS.isAnonymous.label, t`Yes`];
    case 'email':
      return [JUMP_FIELDS.email.label, value];
    case 'location':
      return [JUMP_FIELDS.locationText.label, value];
    case 'address':
      return [JUMP_FIELDS.address.label, value];
    case 'unit':
      return [JUMP_FIELDS.unit.label, value];
    case 'description':
      return [JUMP_FIELDS.description.label, value];
    case 'language':
      return [JUMP_FIELDS.language.label, t`Spanish`];
    case 'service': {
      const service = findService(catalogue, value);
      return [JUMP_FIELDS.serviceText.label, service === undefined ? t`none` : `${serviceName(catalogue, value)} · ${departmentName(catalogue, service.departmentCode)}`];
    }
    case 'number': {
      const parsed = parseTrackingNumber(value);
      return [t`Case`, parsed.ok ? formatTrackingNumber(parsed.number) : value];
    }
    default:
      return [questionLabel(field.slice('answer:'.length), catalogue), value];
  }
}

function questionLabel(code: string, { services }: Catalogue): string {
  for (const { questions } of services) for (const question of questions) if (question.code === code) return question.label;
  return code;
}
