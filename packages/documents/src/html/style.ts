/** The style sheet inside each HTML document: logical sides, so that Arabic mirrors; a sheet of paper when printed. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --rule: #767676; --added: #0b5d1e; --taken: #8f1313; --quiet: #555; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #161616; --rule: #999; --added: #8fdca2; --taken: #ffb3ae; --quiet: #bbb; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1.05rem/1.55 "Noto Serif", "Times New Roman", "Noto Sans Arabic", "Noto Sans SC", serif; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 2rem 1.25rem 4rem; }
header .first { display: flex; justify-content: space-between; gap: 1rem; border-block-end: 1px solid var(--rule); padding-block-end: .35rem; }
header .organ { font-weight: 600; }
header .symbol { font-size: 1.25rem; white-space: nowrap; }
header .second { border-block-end: 3px solid var(--ink); padding-block: .6rem 1rem; text-align: end; }
header .second p { margin: 0; }
.agenda { margin-block: 1rem; }
.agenda p { margin: 0; font-weight: 600; }
.banner { border: 2px solid var(--rule); padding: .5rem .75rem; margin-block: 1rem; }
.banner strong { display: block; }
h1 { font-size: 1.4rem; line-height: 1.3; margin-block: 1.5rem .75rem; }
h2 { font-size: 1.2rem; } h3 { font-size: 1.1rem; } h4 { font-size: 1rem; }
.kind { font-weight: 600; margin: 1.5rem 0 0; }
p, li { overflow-wrap: anywhere; }
.organ-line { font-style: italic; margin-inline-start: 2rem; }
.preambular, .operative { margin-inline-start: 2rem; }
.number { display: inline-block; min-inline-size: 2rem; }
.sub { margin-inline-start: calc(2rem + var(--depth) * 2rem); }
ul, ol { margin-block: .5rem; }
ol.marked { list-style: none; padding-inline-start: 2rem; }
:lang(ar) em, :lang(zh) em { font-style: normal; font-weight: 600; }
ins { color: var(--added); text-decoration: underline; } del { color: var(--taken); text-decoration: line-through; }
.by { color: var(--quiet); font-size: .85em; text-decoration: none; }
.remark { border-inline-start: 3px solid var(--rule); padding-inline-start: .75rem; margin-inline-start: 2rem; font-size: .95em; }
.remark p { margin: 0; }
.signature { margin-block: 1rem; } .signature p { margin: 0; }
table { border-collapse: collapse; inline-size: 100%; margin-block: 1rem; font-size: .95em; }
caption { text-align: start; font-weight: 600; padding-block-end: .35rem; }
th, td { border: 1px solid var(--rule); padding: .3rem .5rem; text-align: start; vertical-align: top; }
.notes { border-block-start: 1px solid var(--rule); margin-block-start: 2rem; font-size: .9em; }
.notes li:target, sup a:target { outline: 2px solid currentColor; }
a { color: inherit; } a:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
footer { margin-block-start: 2.5rem; color: var(--quiet); font-size: .85em; }
.annex { break-before: page; border-block-start: 1px solid var(--rule); margin-block-start: 2.5rem; }
@page { size: A4; margin: 22mm 20mm; }
@media print { :root { --ink: #000; --paper: #fff; --added: #000; --taken: #000; } body { font-size: 10.5pt; } main { padding: 0; max-inline-size: none; } h1, h2, h3, h4 { break-after: avoid; } tr, .signature { break-inside: avoid; } }
`.trim();
