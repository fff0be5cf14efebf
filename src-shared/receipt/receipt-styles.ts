import { RECEIPT_FONT_FAMILY } from './receipt-fonts.ts';

/** Ink and greys are dark enough to survive a worn-out office printer and a photocopy. */
const COMMON = `
:root{--ink:#16181d;--soft:#454b57;--line:#c9ced6}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-family:'${RECEIPT_FONT_FAMILY}',system-ui,sans-serif;color:var(--ink);background:#fff;line-height:1.4;overflow-wrap:anywhere}
h1,h2{font-weight:700;text-wrap:balance}
h2,dl,figure,.number,.banner{break-inside:avoid}
h2{break-after:avoid}
.note,.number-label,.number-spoken,dt,figcaption{color:var(--soft)}
.number-shown{font-variant-numeric:tabular-nums lining-nums;white-space:nowrap;line-height:1.15}
.number-shown strong{font-weight:700}
.number-spoken span{display:inline-block}
.unbroken{white-space:nowrap}
.promise,.body,dd{text-wrap:pretty}
.note,figcaption{text-wrap:balance}
.headline,.strong{font-weight:700}
.qr svg{display:block;width:100%;height:auto}
.banner{font-weight:700;letter-spacing:.18em;background:var(--ink);color:#fff}
`;

const GRID_AREAS = ['copy', 'city', 'number', 'next', 'agency', 'details', 'status', 'contact', 'foot']
  .map((name) => `.section-${name}{grid-area:${name}}`)
  .join('');

/** Two columns: what to read on the left, the QR code and the PIN at the right of the number. */
const PAGE = `
body{font-size:11.5pt}
.receipt{display:grid;grid-template-columns:1fr 46mm;column-gap:12mm;max-width:176mm;margin:0 auto;
grid-template-areas:'copy copy' 'city city' 'number status' 'next status' 'agency agency' 'contact contact' 'details details' 'foot foot'}
${GRID_AREAS}
.section-copy{display:flex;align-items:center;gap:4mm;margin-bottom:7mm}
.banner{padding:.6mm 3mm .6mm 3.6mm;border-radius:1mm}
.section-city{border-bottom:.5mm solid var(--ink);padding-bottom:4mm;margin-bottom:6mm}
.city{font-size:21pt;line-height:1.15;margin-bottom:1.2mm}
.section-number{margin-bottom:5.5mm}
.headline{font-size:15pt;line-height:1.25;margin-bottom:5mm}
.number-shown{font-size:37pt;letter-spacing:.01em;margin:0 0 .5mm -.4mm}
.section-status{text-align:center;font-size:10pt;margin-bottom:6.5mm}
.section-next,.section-agency,.section-details{margin-bottom:5mm}
h2{font-size:11.5pt;margin-bottom:1.6mm}
.promise{font-size:14.5pt;line-height:1.35}
.section-next .body{margin-top:2.5mm}
.section-agency{border-left:1mm solid var(--ink);padding-left:5mm}
.section-agency .strong{font-size:13pt}
.section-details{border-top:.25mm solid var(--line);padding-top:4.5mm}
dl{display:grid;gap:1.6mm}
dl>div{display:grid;grid-template-columns:32mm 1fr;column-gap:5mm}
.section-status h2{margin-bottom:0}
.section-status figure{margin:0 auto 1mm;width:46mm}
.section-status .qr svg{margin:-1mm 0}
.section-status dl{margin-top:4mm}
.section-status dl>div{display:flex;justify-content:center;gap:2mm;font-size:15pt;font-weight:700;line-height:1.2}
.section-status dt{color:var(--ink)}
.section-status dd{letter-spacing:.08em;font-variant-numeric:tabular-nums}
.section-contact{border-top:.25mm solid var(--line);padding-top:4.5mm;margin-bottom:5mm;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 2.5mm}
.section-contact h2,.section-contact .strong{font-size:14.5pt;margin:0}
.section-foot{color:var(--soft);font-size:10pt}
`;

/** One column, as wide as a thermal printer prints. */
const ROLL = `
@page{margin:0}
html{width:80mm}
body{width:80mm;font-size:10pt;line-height:1.36}
.receipt{padding:3mm 4mm 6mm}
.receipt>section{padding:3.6mm 0}
.receipt>section+section{border-top:.3mm solid var(--ink)}
.receipt>.section-copy,.receipt>.section-copy+section{border-top:0}
.receipt>.section-copy{padding-bottom:0;text-align:center}
.banner{display:inline-block;padding:.4mm 4mm .4mm 4.8mm;font-size:13pt;border-radius:.8mm;margin-bottom:1mm}
.section-city,.section-number,.section-status,.section-contact,.section-foot{text-align:center}
.note,.number-label,.number-spoken,dt,figcaption{color:var(--ink)}
.city{font-size:16pt;line-height:1.15;margin-bottom:.8mm}
.headline{font-size:12pt;margin-bottom:3mm}
.number-shown{font-size:28.5pt;letter-spacing:-.005em;margin:.2mm -2mm}
.number-spoken{line-height:1.3}
h2{font-size:10pt;margin-bottom:.8mm}
.promise{font-size:12.5pt;line-height:1.3}
.section-next .body{margin-top:1.6mm}
.section-agency .strong{font-size:12pt}
dl{display:grid;gap:1.2mm}
dl>div{display:grid;grid-template-columns:19mm 1fr;column-gap:2mm}
.section-status figure{width:40mm;margin:0 auto .6mm}
.section-status .qr svg{margin:-1.6mm 0}
.section-status dl{margin-top:2.4mm}
.section-status dl>div{display:flex;justify-content:center;gap:1.6mm;font-size:14pt;font-weight:700;line-height:1.2}
.section-status dd{letter-spacing:.06em;font-variant-numeric:tabular-nums}
.section-contact h2{margin:0}
.section-contact .strong{font-size:14.5pt;line-height:1.2}
.section-foot{font-size:9pt}
`;

const PAGE_SIZE = { letter: 'letter', a4: 'a4' } as const;

/** Styles of one paper. Letter and A4 set their own page size and margins; 80 mm takes the height it needs. */
export function paperStyles(paper: '80mm' | 'letter' | 'a4'): string {
  if (paper === '80mm') return COMMON + ROLL;
  return `@page{size:${PAGE_SIZE[paper]};margin:12mm 20mm}${COMMON}${PAGE}`;
}
