/**
 * Where things stand on a letter that is folded into a window envelope. All in millimeters from the top left of the sheet.
 *
 * A folded sheet slides in its envelope. What must be read stands where the window shows it wherever the sheet has slid to
 * (`alwaysVisible`); nothing else stands where any position could show it (`everVisible`): a neighbor must not read that
 * somebody complained.
 *
 * US Letter: #10 envelope, 9 1/2 x 4 1/8 in, window 4 1/2 x 1 1/8 in, 7/8 in from the left and 1/2 in from the bottom, the trade's
 * standard window (https://www.businessenvelopes.com/window-envelopes-the-complete-guide). The Postal Service wants 1/8 in clear
 * around the address wherever the sheet slides (Domestic Mail Manual 601.6.3; https://des.wa.gov/services/printing-mailing/mail-services/mailing-tips-and-guidelines/postal-regulation-regarding-window-envelopes).
 * Folded in equal thirds a sheet has 0.46 in of play, and that leaves room for two lines. So the fold marks are at 4 in and
 * 7 1/2 in: the sheet then fills the envelope but for 1/8 in, and six lines stay. An address of three lines is seen whole also in a
 * letter folded in thirds that rests on its lower edge.
 *
 * A4: DIN 5008, form B: address field 85 x 45 mm at 20 mm from the left and 45 mm from the top, its upper 17.7 mm for the sender's
 * line, its lower 27.3 mm for six lines of address (https://www.din-5008-richtlinien.de/startseite/anschriftenfeld/); folded at
 * 105 and 210 mm; text begins at 98.46 mm. Envelope DIN lang, 220 x 110 mm, window 90 x 45 mm, 20 mm from the left and 15 mm
 * from the bottom (DIN 680).
 */
export type LetterPaper = 'letter' | 'a4';

export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface LetterGeometry {
  readonly sheet: { readonly width: number; readonly height: number };
  readonly envelope: { readonly width: number; readonly height: number };
  /** On the front of the envelope; `bottom` is the distance of its lower edge from that of the envelope. */
  readonly window: { readonly left: number; readonly bottom: number; readonly width: number; readonly height: number };
  /** Free space the post wants between address and window edge, wherever the sheet slides. */
  readonly clearance: number;
  /** Distances of the folds from the top. The first third, with the address, faces the window. */
  readonly folds: readonly [number, number];
  readonly addressBox: Rectangle;
  /** The sender in small letters above the address, up to three lines; null where the envelope has it printed on. */
  readonly senderLine: Rectangle | null;
  /** Date and tracking number, at the right of the address. */
  readonly infoBox: Rectangle;
  /** The letterhead ends above this. */
  readonly headBottom: number;
  readonly bodyTop: number;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
}

const MM_PER_INCH = 25.4;
const inches = (value: number): number => value * MM_PER_INCH;

export const LETTER_GEOMETRY: Record<LetterPaper, LetterGeometry> = {
  letter: {
    sheet: { width: inches(8.5), height: inches(11) },
    envelope: { width: inches(9.5), height: inches(4.125) },
    window: { left: inches(0.875), bottom: inches(0.5), width: inches(4.5), height: inches(1.125) },
    clearance: inches(0.125),
    folds: [inches(4), inches(7.5)],
    addressBox: { left: inches(1), top: inches(2.625), width: inches(3.25), height: inches(0.75) },
    senderLine: null,
    infoBox: { left: inches(5.45), top: inches(2.3), width: inches(2.55), height: inches(1.2) },
    headBottom: inches(1.95),
    bodyTop: inches(3.75),
    margin: { top: inches(0.6), right: inches(0.9), bottom: inches(0.75), left: inches(1) },
  },
  a4: {
    sheet: { width: 210, height: 297 },
    envelope: { width: 220, height: 110 },
    window: { left: 20, bottom: 15, width: 90, height: 45 },
    clearance: 0,
    folds: [105, 210],
    addressBox: { left: 25, top: 62.7, width: 75, height: 27.3 },
    senderLine: { left: 25, top: 53.7, width: 75, height: 9 },
    infoBox: { left: 125, top: 50, width: 65, height: 40 },
    headBottom: 44,
    bodyTop: 98.46,
    margin: { top: 13, right: 20, bottom: 18, left: 25 },
  },
};

/** What the window shows of the sheet in every position it can slide to. */
export function alwaysVisible(geometry: LetterGeometry): Rectangle {
  const { first, last } = windowRange(geometry);
  return rectangle(Math.max(first.left, last.left), Math.max(first.top, last.top), Math.min(right(first), right(last)), Math.min(bottom(first), bottom(last)));
}

/** What the window shows of the sheet in at least one position it can slide to. */
export function everVisible(geometry: LetterGeometry): Rectangle {
  const { first, last } = windowRange(geometry);
  return rectangle(Math.min(first.left, last.left), Math.min(first.top, last.top), Math.max(right(first), right(last)), Math.max(bottom(first), bottom(last)));
}

export const right = ({ left, width }: Rectangle): number => left + width;
export const bottom = ({ top, height }: Rectangle): number => top + height;

/** True when `inner` lies in `outer` with at least `clearance` all around; a hundredth of a millimeter is not counted. */
export function isInside(inner: Rectangle, outer: Rectangle, clearance = 0): boolean {
  const space = clearance - 0.01;
  return (
    inner.left >= outer.left + space && inner.top >= outer.top + space && right(inner) <= right(outer) - space && bottom(inner) <= bottom(outer) - space
  );
}

/** True when the two have any area in common. */
export function touches(a: Rectangle, b: Rectangle): boolean {
  return a.left < right(b) && b.left < right(a) && a.top < bottom(b) && b.top < bottom(a);
}

/**
 * The window in the sheet's own measures, with the sheet in two opposite corners of the envelope: lying bottom left, and pushed up
 * to the right. The lower edge of the folded sheet is its first fold.
 */
function windowRange({ sheet, envelope, window, folds }: LetterGeometry): { readonly first: Rectangle; readonly last: Rectangle } {
  const [fold] = folds;
  const play = { across: envelope.width - sheet.width, up: envelope.height - fold };
  const top = fold - window.bottom - window.height;
  const first = { left: window.left, top, width: window.width, height: window.height };
  return { first, last: { ...first, left: window.left - play.across, top: top + play.up } };
}

function rectangle(left: number, top: number, rightEdge: number, bottomEdge: number): Rectangle {
  return { left, top, width: rightEdge - left, height: bottomEdge - top };
}
