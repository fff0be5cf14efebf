import { RECEIPT_FONT_FAMILY } from '../receipt/receipt-fonts.ts';

/** Height of a printed sheet inside its margins, so that the slip always ends the page. */
const SHEET_HEIGHT = { letter: '257mm', a4: '275mm' } as const;

/** Lines to write on are as far apart as handwriting needs. */
export function formStyles(paper: 'letter' | 'a4'): string {
  return `
@page{size:${paper};margin:11mm 15mm}
:root{--ink:#16181d;--soft:#454b57;--line:#7b8290}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-family:'${RECEIPT_FONT_FAMILY}',system-ui,sans-serif;font-size:9.5pt;line-height:1.3;color:var(--ink);background:#fff;overflow-wrap:anywhere}
.sheet{display:flex;flex-direction:column;height:${SHEET_HEIGHT[paper]};break-after:page}
.sheet:last-child{break-after:auto}
.again{background:var(--ink);color:#fff;font-weight:700;letter-spacing:.06em;padding:1mm 3mm;margin-bottom:3mm}
.head{display:grid;grid-template-columns:1fr auto 22mm;gap:5mm;align-items:start;border-bottom:.5mm solid var(--ink);padding-bottom:3mm}
h1{font-size:14pt;line-height:1.15}
.soft{color:var(--soft)}
.label{font-size:8.5pt;color:var(--soft)}
.number{font-weight:700;font-variant-numeric:tabular-nums lining-nums;white-space:nowrap;line-height:1.1}
.head .number{font-size:22pt}
.head .pin{font-size:10pt}
.qr svg{display:block;width:100%;height:auto}
.fields{display:grid;grid-template-columns:repeat(6,1fr);gap:0 5mm;flex:1;grid-auto-rows:minmax(0,auto);align-content:space-between;padding:1.5mm 0 2mm}
.field{display:flex;flex-direction:column;justify-content:space-between;min-height:10.5mm;padding-top:1mm;border-bottom:.25mm solid var(--line)}
.two{grid-column:span 2}.three{grid-column:span 3}.four{grid-column:span 4}.six{grid-column:span 6}
.boxes{border-bottom:0}
.boxes p:last-child{display:flex;flex-wrap:wrap;gap:0 4mm}
.box::before{content:'';display:inline-block;width:3mm;height:3mm;border:.3mm solid var(--ink);margin-right:1.5mm;vertical-align:-.4mm}
.lines{border-bottom:0;padding:0}
.lines i{display:block;height:7.6mm;border-bottom:.25mm solid var(--line)}
.cut{border-top:.3mm dashed var(--ink);text-align:center;font-size:8pt;color:var(--soft);padding-top:1mm;margin-top:1mm}
.slip{display:grid;grid-template-columns:1fr 30mm;gap:1mm 6mm;padding-top:2mm;break-inside:avoid}
.slip-head{grid-column:1/-1;display:flex;justify-content:space-between;gap:6mm;align-items:baseline}
.slip-head strong{font-size:12pt}
.slip .number{font-size:28pt}
.spoken{font-size:8.5pt;color:var(--soft)}
.pin strong{letter-spacing:.1em}
.languages{grid-column:1/-1;display:grid;grid-template-columns:1fr 1fr;gap:6mm;border-top:.25mm solid var(--line);padding-top:2mm}
.languages p+p{margin-top:.8mm}
.call{font-weight:700;font-size:10.5pt}
.by-hand{display:inline-block;min-width:42mm;border-bottom:.25mm solid var(--line)}
`;
}
