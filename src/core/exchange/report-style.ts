/** The looks of the report: on screen, light or dark as the system is, and on paper. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fffefb; --ink: #21201c; --dim: #66645c; --line: #dddbd3; --tie: #5b3fb0;
  --claim: #0f6f83; --claim-wash: #dcebeb; --quote: #9a5205; --quote-wash: #fbead2;
  --other: #6b6a65; --other-wash: #ebeae6;
  --red: #b3261e; --pink: #b3327a; --plum: #8a2f96; --blue: #1f57b8;
  --green: #26752c; --olive: #5d6b1f; --brown: #6f4630; --slate: #44566c;
  --reading: 'Source Serif 4 Variable', Georgia, 'Times New Roman', serif;
  --tools: 'Inter Variable', system-ui, sans-serif;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #1e1f22; --ink: #e8e6e1; --dim: #a2a099; --line: #3a3b40; --tie: #a78bfa;
    --claim: #58bdd3; --claim-wash: #22383e; --quote: #e5a54e; --quote-wash: #40341f;
    --other: #b0aea8; --other-wash: #35363a;
    --red: #ff8a80; --pink: #f48fc4; --plum: #d493e0; --blue: #82b1ff;
    --green: #7fcf86; --olive: #b5c65c; --brown: #c9a18a; --slate: #9fb3c8;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--reading); }
main { max-width: 84rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; line-height: 1.3; margin: 0 0 0.8rem; }
h1, h2, p, td, dd, li { overflow-wrap: anywhere; }
section { margin-top: 2.2rem; }
a { color: var(--tie); }
:focus-visible { outline: 2px solid var(--tie); outline-offset: 2px; }
:target { outline: 2px solid var(--tie); outline-offset: 3px; }
.source, .balance, .legend, table { font: 0.85rem/1.5 var(--tools); }
.source { color: var(--dim); margin: 0 0 0.4rem; }
.balance { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 0.2rem 1rem; }
.balance dt { font-weight: 600; }
.balance dd { margin: 0; }
.legend { padding: 0; margin: 0.8rem 0 0; list-style: none; display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; }
.overview { display: flex; gap: 2rem; align-items: center; flex-wrap: wrap; }
.overview svg { width: 11rem; height: 14rem; flex: none; }
.overview dl { flex: 1 1 18rem; }
svg text { font: 9px var(--tools); fill: var(--dim); }
svg .text { fill: var(--line); }
svg .tie { stroke: var(--tie); stroke-width: 0.8; fill: none; opacity: 0.7; }
.texts { display: grid; grid-template-columns: 1fr 1fr; gap: 0 3rem; }
.texts section { min-width: 0; }
article p { margin: 0 0 0.7em; }
mark { background: var(--other-wash); color: inherit; text-decoration: underline dotted 2px var(--other); text-underline-offset: 0.2em; }
mark.claim { background: var(--claim-wash); text-decoration: underline 2px var(--claim); }
mark.quote { background: var(--quote-wash); text-decoration: underline dashed 2px var(--quote); }
mark.claim.quote { text-decoration: underline double 2px var(--claim); }
mark.red { text-decoration: underline wavy 1px var(--red); }
mark.pink { text-decoration: underline dotted 3px var(--pink); }
mark.plum { text-decoration: underline double 2px var(--plum); }
mark.blue { text-decoration: underline overline 1px var(--blue); }
mark.green { text-decoration: underline overline dashed 1px var(--green); }
mark.olive { text-decoration: underline overline dotted 2px var(--olive); }
mark.brown { text-decoration: underline dashed 4px var(--brown); }
mark.slate { text-decoration: underline 4px var(--slate); }
rect.claim { fill: var(--claim); } rect.quote { fill: var(--quote); } rect.other { fill: var(--other); }
rect.red { fill: var(--red); } rect.pink { fill: var(--pink); } rect.plum { fill: var(--plum); }
rect.blue { fill: var(--blue); } rect.green { fill: var(--green); } rect.olive { fill: var(--olive); }
rect.brown { fill: var(--brown); } rect.slate { fill: var(--slate); }
sup { font: 600 0.62rem/1 var(--tools); white-space: nowrap; }
sup a { text-decoration: none; padding: 0 0.1em; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font: 650 1.35rem/1.3 var(--reading); padding-bottom: 0.6rem; }
caption p { font: 0.85rem/1.5 var(--tools); color: var(--dim); margin: 0.2rem 0 0; }
th, td { text-align: start; vertical-align: top; padding: 0.4rem 0.7rem 0.4rem 0; border-top: 1px solid var(--line); }
th { font-weight: 600; }
td.text { min-width: 14rem; font-family: var(--reading); }
td.note { white-space: pre-line; }
footer { margin-top: 3rem; font: 0.8rem/1.5 var(--tools); color: var(--dim); }
@media screen and (width < 52rem) { .texts { grid-template-columns: 1fr; } .scroll { overflow-x: auto; } }
@media (forced-colors: active) { rect { forced-color-adjust: none; } }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; background: none; }
  main { max-width: none; padding: 0; }
  .texts { display: block; }
  .texts section { break-before: page; margin-top: 0; }
  h1 { font-size: 18pt; } h2, caption { font-size: 14pt; break-after: avoid; }
  p { orphans: 2; widows: 2; }
  tr { break-inside: avoid; }
  table, .source, .balance, .legend { font-size: 8.5pt; }
  .annotations { break-before: page; margin-top: 0; }
  mark { background: none; }
  a { color: inherit; }
}
`;
