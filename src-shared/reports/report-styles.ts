/** How a report looks on a sheet laid across, in ink that survives a photocopy. */
const SIZES = { letter: 'letter', a4: 'A4' } as const;

export function reportStyles(paper: keyof typeof SIZES): string {
  return `
@page{size:${SIZES[paper]} landscape;margin:12mm 13mm 16mm}
*{box-sizing:border-box;margin:0;padding:0}
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font:9pt/1.38 system-ui,'Segoe UI','Noto Sans',sans-serif;color:#16181d;background:#fff;overflow-wrap:anywhere;max-width:262mm;margin:0 auto}
header{border-bottom:.5mm solid #16181d;padding-bottom:2.5mm;margin-bottom:4mm}
h1{font-size:19pt;line-height:1.2}
h2{font-size:12.5pt;margin:6mm 0 2mm;break-after:avoid}
p{max-width:190mm}
.meta,.how dd,small{color:#454b57}
.headlines{display:grid;grid-template-columns:repeat(5,1fr);gap:2.5mm;list-style:none}
.headlines li{border:.25mm solid #c9ced6;border-radius:1.2mm;padding:2.2mm 2.6mm;break-inside:avoid}
.headlines strong{display:block;font-size:16pt;line-height:1.25;font-variant-numeric:tabular-nums}
.headlines small{display:block;font-size:8pt}
.charts{display:grid;grid-template-columns:1fr 1fr;gap:5mm;margin-top:5mm}
figure{break-inside:avoid}
figcaption{font-weight:600;margin-bottom:1mm;display:flex;flex-wrap:wrap;gap:0 4mm}
.legend{font-weight:400;color:#454b57;display:inline-flex;gap:3mm}
.legend i{display:inline-block;width:2.6mm;height:2.6mm;border:.2mm solid #1d3f73;margin-right:1.2mm}
svg{display:block;width:100%;height:auto;font:8px system-ui,sans-serif;fill:#16181d}
svg .tick{stroke:#dfe2e7;stroke-width:.7}
svg .end{text-anchor:end;fill:#454b57}
svg .middle{text-anchor:middle;fill:#454b57}
svg .value{text-anchor:middle;font-size:7px}
svg .beside{font-size:7px}
table{width:100%;border-collapse:collapse;margin-bottom:4mm}
caption{text-align:left;font-weight:600;padding-bottom:1mm;break-after:avoid}
th,td{padding:.9mm 2mm .9mm 0;text-align:right;vertical-align:top;font-variant-numeric:tabular-nums}
th:first-child,td:first-child{text-align:left}
thead th,td{overflow-wrap:break-word}
tbody th{min-width:44mm}
thead th{font-size:8pt;font-weight:600;color:#454b57;border-bottom:.4mm solid #16181d;vertical-align:bottom}
tbody th{font-weight:400;text-align:left}
tbody tr{border-bottom:.2mm solid #dfe2e7;break-inside:avoid}
tbody tr.chapter th,tr.whole th,tr.whole td{font-weight:600}
td small{display:block;font-size:7.5pt;font-weight:400}
.how{columns:2;column-gap:9mm}
.how div{break-inside:avoid;margin-bottom:2mm}
.how dt{font-weight:600}
footer{margin-top:5mm;color:#454b57;font-size:8pt}
@media screen{body{padding:5mm}}
`;
}
