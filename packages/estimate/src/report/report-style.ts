/** The report's style sheet: readable on paper and on screen, light and dark. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:#1c2733;--soft:#5a6875;--paper:#fff;--line:#d9e0e6;--mark:#0b5d8a;--band:#dcecf5;--heavy:#a3341b;--light:#8a6100;--good:#23693d}
@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9fb0bf;--paper:#11181f;--line:#2c3945;--mark:#6cb8e6;--band:#1d3443;--heavy:#f0967f;--light:#e3bb62;--good:#7ecb9a}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;line-height:1.25}
h2{font-size:1.2rem;margin-top:2.2rem}
.verdict{font-size:1.2rem;border-inline-start:.35rem solid var(--light);padding-inline-start:1rem}
.verdict.robust{border-color:var(--good)}
.verdict.unreliable{border-color:var(--heavy)}
.reasons li.heavy{color:var(--heavy);font-weight:600}
svg{width:100%;height:auto;display:block;margin:.5rem 0}
svg text{font:13px system-ui,sans-serif;fill:var(--ink)}
svg .tick,svg .none{fill:var(--soft)}
svg .grid{stroke:var(--line)}
svg .reference{stroke:var(--heavy);stroke-dasharray:5 4;stroke-width:1.5}
svg .interval{stroke:var(--mark);stroke-width:3;stroke-linecap:round}
svg .dot{fill:var(--mark)}
svg .bar{fill:var(--mark)}
svg .band{fill:var(--band)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;margin:.8rem 0;font-size:.92rem}
caption{text-align:start;color:var(--soft);padding:.3rem 0}
th,td{text-align:start;padding:.25rem .8rem .25rem 0;border-bottom:1px solid var(--line);vertical-align:top}
tbody th{font-weight:400}
td{font-variant-numeric:tabular-nums}
summary{cursor:pointer;color:var(--mark)}
footer{margin-top:2.5rem;color:var(--soft);font-size:.85rem}
@media print{details{display:block}main{max-width:none;padding:0}}
`;
