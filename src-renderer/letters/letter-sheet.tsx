import { t } from '../../src-shared/language/language.ts';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import type { Letter } from '../../src-shared/correspondence/letter.ts';
import { alwaysVisible, LETTER_GEOMETRY, type LetterGeometry, type Rectangle } from '../../src-shared/correspondence/letter-geometry.ts';
import { letterWords } from '../../src-shared/correspondence/letter-words.ts';
import './letter-sheet.css';

/** The sheet as it will be printed, as wide as the room it has: every measure is the paper's own. The dashes are the envelope's window. */
export function LetterSheet({ letter }: { readonly letter: Letter }): ReactElement {
  const geometry = LETTER_GEOMETRY[letter.paper];
  const { sheet, margin, bodyTop, headBottom, infoBox, senderLine } = geometry;
  const body: CSSProperties = { padding: `${mm(bodyTop)} ${mm(margin.right)} ${mm(margin.bottom)} ${mm(margin.left)}`, minHeight: mm(sheet.height) };
  const head = { left: margin.left, top: margin.top, width: sheet.width - margin.left - margin.right, height: headBottom - margin.top };
  return (
    <div className="letter-sheet">
      <article className="letter-page" lang={letter.language} aria-label={t`Letter as it will be printed`} style={{ '--mm': `calc(100cqw / ${sheet.width})` } as CSSProperties /* safe: a length of our own */}>
        <Place at={head} className="letter-head">
          <p className="letter-city">{letter.city.name}</p>
          {letter.city.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Place>
        {senderLine && (
          <Place at={senderLine} className="letter-sender">
            {letter.sender}
          </Place>
        )}
        <AddressPlace letter={letter} geometry={geometry} />
        <Place at={infoBox} className="letter-info">
          <Info letter={letter} />
        </Place>
        <div className="letter-body" style={body}>
          <LetterText letter={letter} />
        </div>
      </article>
    </div>
  );
}

function AddressPlace({ letter, geometry }: { readonly letter: Letter; readonly geometry: LetterGeometry }): ReactElement {
  const { address } = letter;
  return (
    <>
      <Place at={alwaysVisible(geometry)} className="letter-window" isHidden />
      <Place at={geometry.addressBox} className="letter-address">
        <address style={{ fontSize: pt(address.fontPt), lineHeight: pt(address.linePt) }}>
          {address.lines.map((line, index) => (
            <span key={index}>{line}</span>
          ))}
        </address>
      </Place>
      {geometry.folds.map((fold) => (
        <Place key={fold} at={{ left: 5, top: fold, width: 4, height: 0 }} className="letter-fold" isHidden />
      ))}
    </>
  );
}

function Info({ letter }: { readonly letter: Letter }): ReactElement {
  return (
    <>
      <p>{letter.date}</p>
      {letter.trackingNumber !== '' && (
        <>
          <p className="letter-label">{letterWords(letter.language).ourNumber}</p>
          <p className="letter-number">{letter.trackingNumber}</p>
        </>
      )}
      {letter.copyNote !== '' && <p className="letter-copy">{letter.copyNote}</p>}
    </>
  );
}

function LetterText({ letter }: { readonly letter: Letter }): ReactElement {
  const { subject, paragraphs, signature, agency } = letter;
  const words = letterWords(letter.language);
  return (
    <>
      <p className="letter-subject">{subject}</p>
      {paragraphs.map((paragraph, index) => (
        <p key={index} className="letter-paragraph" dir="auto">
          {paragraph}
        </p>
      ))}
      <div className="letter-signature">
        <p>{words.closing}</p>
        {signature.name !== '' && <p className="letter-name">{signature.name}</p>}
        {signature.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      {agency && (
        <div className="letter-agency">
          <p className="letter-label">{words.agencyHeading}</p>
          <p className="letter-agency-name">{agency.name}</p>
          <p>{agency.address}</p>
          <p>{`${words.phone}: ${agency.phone}`}</p>
          {agency.hours !== '' && <p>{`${words.hours}: ${agency.hours}`}</p>}
        </div>
      )}
    </>
  );
}

interface PlaceProps {
  readonly at: Rectangle;
  readonly className: string;
  /** Drawn only: says nothing. */
  readonly isHidden?: boolean;
  readonly children?: ReactNode;
}

/** Something at its place on the sheet, in millimeters. */
function Place({ at, className, isHidden, children }: PlaceProps): ReactElement {
  return (
    <div className={`letter-place ${className}`} aria-hidden={isHidden} style={{ left: mm(at.left), top: mm(at.top), width: mm(at.width), height: mm(at.height) }}>
      {children}
    </div>
  );
}

const mm = (value: number): string => `calc(var(--mm) * ${value.toFixed(2)})`;
const MM_PER_POINT = 25.4 / 72;
const pt = (points: number): string => mm(points * MM_PER_POINT);
