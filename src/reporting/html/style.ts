/** The stylesheet of every page. The content security policy allows exactly this text, by its hash. */
export const STYLE = `
:root{color-scheme:light dark;--bg:#f6f8fa;--card:#fff;--text:#1f2328;--soft:#59636e;--line:#d1d9e0;--red:#cf222e;--red-bg:#ffebe9;--green:#1a7f37;--green-bg:#dafbe1;--amber:#9a6700;--amber-bg:#fff8c5;--blue:#0969da;--blue-bg:#ddf4ff;--grey-bg:#eff2f5}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--card:#151b23;--text:#f0f6fc;--soft:#9198a1;--line:#3d444d;--red:#ff7b72;--red-bg:#3c1618;--green:#3fb950;--green-bg:#12301b;--amber:#d29922;--amber-bg:#2e2511;--blue:#58a6ff;--blue-bg:#12253d;--grey-bg:#212830}}
*{box-sizing:border-box}
[hidden]{display:none!important}
html{-webkit-text-size-adjust:100%;scroll-behavior:smooth}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main,header,footer{max-width:1080px;margin:0 auto;padding:0 20px}
header{padding-top:28px}
h1{font-size:24px;line-height:1.25;margin:0 0 4px;text-wrap:balance}
h2{font-size:17px;margin:36px 0 12px}
p{margin:0 0 12px}
a{color:var(--blue)}
code,.code{font:13px/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
code{overflow-wrap:anywhere}
.soft{color:var(--soft)}
.verdict{border-left:4px solid;padding-left:14px}
.verdict.drifted{border-color:var(--red)}.verdict.unknown{border-color:var(--amber)}.verdict.in-sync{border-color:var(--green)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:12px;margin:20px 0 12px;padding:0;list-style:none}
.tiles li{background:var(--card);border:1px solid var(--line);border-radius:8px;padding:12px 14px}
.tiles b{display:block;font-size:24px;line-height:1.2;font-weight:600;font-variant-numeric:tabular-nums}
.tiles span{color:var(--soft);font-size:13px}
.bar{display:block;width:100%;height:10px;border-radius:5px}
.fill-in-sync{fill:var(--green)}.fill-drifted{fill:var(--red)}.fill-unknown{fill:var(--amber)}.fill-none{fill:var(--grey-bg)}
.card{background:var(--card);border:1px solid var(--line);border-radius:8px;overflow:hidden}
.scroll{overflow-x:auto;scroll-margin-top:64px}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:10px 14px;color:var(--soft);font-size:13px}
th,td{text-align:left;padding:8px 14px;border-top:1px solid var(--line);vertical-align:top}
table>thead:first-child th{border-top:0}
thead th{font-size:12px;font-weight:600;color:var(--soft);white-space:nowrap}
tbody th{font-weight:600;white-space:nowrap}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.tag{display:inline-block;border-radius:10px;padding:0 8px;font-size:12px;line-height:20px;font-weight:600;white-space:nowrap;background:var(--grey-bg);color:var(--soft)}
.tag.conflict,.tag.drifted,.tag.drift,.tag.critical{background:var(--red-bg);color:var(--red)}.tag.unknown,.tag.high{background:var(--amber-bg);color:var(--amber)}
.tag.planned,.tag.applied,.tag.moved{background:var(--blue-bg);color:var(--blue)}.tag.in-sync{background:var(--green-bg);color:var(--green)}
.filter{display:flex;flex-wrap:wrap;gap:8px;margin:0 0 12px;padding:0;border:0}
.filter legend{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.filter label{cursor:pointer;border:1px solid var(--line);background:var(--card);border-radius:16px;padding:3px 12px;font-size:13px}
.filter input{position:absolute;opacity:0}
.filter label:has(:checked){background:var(--blue-bg);border-color:var(--blue);color:var(--blue)}
.filter label:has(:focus-visible){outline:2px solid var(--blue);outline-offset:2px}
.fleet:has([value=attention]:checked) tr[data-state=in-sync],
.fleet:has([value=drifted]:checked) tr[data-state]:not([data-state=drifted],[data-state=conflict]),
.fleet:has([value=unknown]:checked) tr[data-state]:not([data-state=unknown]),
.fleet:has([value=planned]:checked) tr[data-state]:not([data-state=planned]),
.fleet:has([value=applied]:checked) tr[data-state]:not([data-state=applied]),
.fleet:has([value=in-sync]:checked) tr[data-state]:not([data-state=in-sync]){display:none}
details{background:var(--card);border:1px solid var(--line);border-radius:8px;margin:0 0 10px}
summary{cursor:pointer;padding:10px 14px;display:flex;flex-wrap:wrap;gap:4px 10px;align-items:baseline}
summary::before{content:"▸";color:var(--soft);width:10px}
details[open]>summary::before{content:"▾"}
summary::-webkit-details-marker{display:none}
summary:focus-visible{outline:2px solid var(--blue);border-radius:8px}
summary h3{display:inline;font-size:15px;margin:0;overflow-wrap:anywhere}
.facts{padding:0 14px 10px;margin:0;font-size:13px;color:var(--soft);overflow-wrap:anywhere}
.diff td{border:0;padding:0 10px;white-space:pre}
.diff thead :is(th,td){padding:4px 10px;border-top:1px solid var(--line)}
.diff td.number{color:var(--soft);width:1%;user-select:none}
.diff td.sign{width:1%;padding:0 0 0 6px;user-select:none}
.diff tr.missing td{background:var(--red-bg)}.diff tr.extra td{background:var(--green-bg)}.diff tr.moved td{background:var(--blue-bg)}
.diff tr.missing .sign{color:var(--red)}.diff tr.extra .sign{color:var(--green)}.diff tr.moved .sign{color:var(--blue)}
.diff tr.section td{color:var(--soft)}
.diff{margin-bottom:8px}.diff .tag{background:var(--card)}
.diff caption{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;padding:0}
.commands{margin:8px 14px 12px}.commands pre{margin:0;padding:0 14px 10px}
.in1{padding-left:2ch}.in2{padding-left:4ch}.in3{padding-left:6ch}.in4{padding-left:8ch}.in5{padding-left:10ch}.in6{padding-left:12ch}
ul.plain{list-style:none;margin:0;padding:0}
ul.plain li{padding:9px 14px;border-top:1px solid var(--line);overflow-wrap:anywhere}
ul.plain li:first-child{border-top:0}
.chart{display:grid;grid-template-columns:auto 1fr;gap:6px 10px;padding:14px}
.chart svg{display:block;width:100%;height:180px;overflow:visible}
.chart path,.legend path:not([class^=fill]){vector-effect:non-scaling-stroke;fill:none;stroke-linejoin:round;stroke-linecap:round}
.grid{stroke:var(--line);stroke-width:1}
.health{stroke:var(--green);stroke-width:2.5}
.coverage{stroke:var(--blue);stroke-width:1.5;stroke-dasharray:4 5}
.ticks,.dates{display:flex;justify-content:space-between;font-size:12px;color:var(--soft);font-variant-numeric:tabular-nums}
.ticks{flex-direction:column;text-align:right;margin:-8px 0}
.dates{grid-column:2}
.when{white-space:nowrap}
.news{min-width:240px}
.legend{padding:12px 14px 0;margin:0;font-size:13px;color:var(--soft);display:flex;flex-wrap:wrap;gap:4px 18px}
.key{vertical-align:middle}
.strip{vertical-align:middle}
.filters{display:flex;flex-wrap:wrap;gap:8px 14px;margin:0 0 10px}
.filters label{font-size:13px;color:var(--soft);display:flex;align-items:center;gap:6px}
.filters input,.filters select{font:inherit;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:5px 8px;max-width:200px}
.choices{display:flex;flex-wrap:wrap;gap:6px;margin:0 0 10px}
button{font:inherit;font-size:13px;color:var(--text);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:4px 12px;cursor:pointer}
button[aria-pressed=true]{background:var(--blue-bg);border-color:var(--blue);color:var(--blue)}
button.sort{border:0;background:none;padding:2px 0;font-size:12px;font-weight:600;color:var(--soft)}
th[aria-sort] button.sort{color:var(--text)}
th[aria-sort=ascending] button.sort::after{content:" ▴" / ""}th[aria-sort=descending] button.sort::after{content:" ▾" / ""}
.no-since :is(th,td):nth-child(3){display:none}
button.more{margin:10px 14px}
a:focus-visible,button:focus-visible,.filters :focus-visible,[tabindex]:focus-visible{outline:2px solid var(--blue);outline-offset:2px}
#heat-card,#heat-card .note{min-height:48px}
.note{padding:12px 14px;margin:0}
.heat th,.heat td{padding:3px 14px}.heat td:nth-child(2),.heat th:nth-child(2){width:100%}
.heat thead .dates{font-weight:400}
svg.days{display:block;width:100%;height:16px;min-width:120px}
#heat .legend{padding:0 0 10px}#heat{margin:0 0 20px}
dialog{width:min(860px,calc(100vw - 24px));max-height:calc(100vh - 48px);padding:0;border:1px solid var(--line);border-radius:10px;background:var(--bg);color:var(--text)}
dialog::backdrop{background:rgb(0 0 0/.5)}
.dialog{padding:16px 20px 20px}
.dialog-head{display:flex;justify-content:space-between;align-items:flex-start;gap:12px}
.dialog h2{margin:0 0 10px;overflow-wrap:anywhere}
.dialog h3{font-size:15px;margin:14px 0 8px}
.dialog .dates{margin:4px 0 16px}
svg.spark{display:block;width:120px;height:20px}.spark path{fill:none;stroke:var(--blue);stroke-width:1.5;vector-effect:non-scaling-stroke}
.told{margin:0 0 16px}.told .facts{padding-top:10px}
.step{margin:0 0 10px;padding:0 14px}
footer{padding-top:28px;padding-bottom:40px;font-size:13px;color:var(--soft)}
@media (max-width:560px){main,header,footer{padding-left:12px;padding-right:12px}h1{font-size:20px}th,td{padding:8px 8px}.wide{display:none}.tiles{gap:8px;grid-template-columns:repeat(6,1fr)}.tiles li{grid-column:span 2}.tiles li:nth-child(-n+2){grid-column:span 3}.tiles li{padding:8px 10px}.tiles b{font-size:19px}.heat tbody th{white-space:normal;overflow-wrap:anywhere;min-width:104px}td .tag{white-space:normal}.diff td{padding:0 6px}.diff td:last-child{white-space:pre-wrap;overflow-wrap:anywhere}.diff thead{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}.diff tbody tr:first-child td{padding-top:6px}}
@media print{details{break-inside:avoid}.filter{display:none}body{background:#fff}}
`;

/** `openssl dgst -sha256 -binary | base64` of STYLE; a test keeps the two together. */
export const STYLE_HASH = 'sha256-cKGLUJQwzdJKIIbHL/L/YJx1/hmSV2t/Ya74ZdgkmOc=';
