import { summarise } from '../measure/summary';
import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import { allTags, paintOf } from '../model/tags';
import type { WriteContext } from './format';
import { escapeMarkup as escape } from './markup';
import {
  printoutOf,
  type Numbered,
  type Piece,
  type PrintedArticle,
  type Printout,
} from './printout';
import { overviewOf } from './report-overview';
import { REPORT_STYLE } from './report-style';
import { annotationTable, nameOf, numberLinks, SIDE_WORDS, waitingTable } from './report-tables';

type Settings = Pick<WriteContext, 'settings'>;

/** What the report may load and run: nothing; its own styles are inside it. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A comparison as one page of HTML that needs nothing else, not even scripts, to be read, followed and printed. */
export function writeReport(comparison: Comparison, { settings }: Settings): string {
  const printout = printoutOf(comparison);
  const title = escape(comparison.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Diptych">
<title>${title}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
<h1 dir="auto">${title}</h1>
<section aria-label="Overview">
<div class="overview">
${overviewOf(comparison, { settings })}
${balance(comparison, printout)}
</div>
${legend(comparison, { settings })}
</section>
<div class="texts">
${SIDES.map((side) => articleSection(comparison, side, printout[side], { settings })).join('\n')}
</div>
${annotationTable(printout)}
${waitingTable(comparison, printout)}
<footer>Made with Diptych. Numbers lead from the texts to the table and along links; L is the left article, R the right one.</footer>
</main>
</body>
</html>
`;
}

function balance(comparison: Comparison, { onlyLeft, onlyRight, both }: Printout): string {
  const { claims, quotes, annotations, links } = summarise(comparison);
  const groups = both.map((group) =>
    SIDES.map((side) => numberLinks(side, group[side])).join(' with '),
  );
  return `<dl class="balance">
<dt>Annotations</dt><dd>${annotations} (claims: ${claims}, quotes: ${quotes})</dd>
<dt>Links</dt><dd>${links}</dd>
<dt>Only left</dt><dd>${counted(onlyLeft.length, numberLinks('left', onlyLeft))}</dd>
<dt>Only right</dt><dd>${counted(onlyRight.length, numberLinks('right', onlyRight))}</dd>
<dt>Both</dt><dd>${counted(both.length, groups.join('; '))}</dd>
</dl>`;
}

function counted(count: number, items: string): string {
  return count === 0 ? 'none' : `${count}: ${items}`;
}

/** The tags that are used, each as its spans are marked. */
function legend(comparison: Comparison, { settings }: Settings): string {
  const used = new Set(comparison.annotations.map(({ tag }) => tag));
  const items = allTags(settings, comparison)
    .filter(({ name }) => used.has(name))
    .map(({ name, paint }) => `<li><mark class="${paint}" dir="auto">${escape(name)}</mark></li>`);
  return items.length === 0 ? '' : `<ul class="legend" aria-label="Tags">${items.join('')}</ul>`;
}

function articleSection(
  comparison: Comparison,
  side: Side,
  { paragraphs, heading, notes }: PrintedArticle,
  context: Settings,
): string {
  const { title, outlet, author, date, url, language } = comparison[side];
  const said = [outlet, author, date, url].filter(Boolean);
  // What one of them says of its direction must not turn the next one around.
  const source = [SIDE_WORDS[side], ...said.map((each) => `<bdi>${escape(each)}</bdi>`)];
  const byNumber = new Map(notes.map((note) => [note.number, note]));
  const inner = (pieces: readonly Piece[]) =>
    pieces.map((piece) => pieceHtml(piece, byNumber, context)).join('');
  const lines = paragraphs.map((pieces, index) =>
    index === heading
      ? `<h2 dir="auto">${inner(pieces)}</h2>`
      : `<p dir="auto">${inner(pieces)}</p>`,
  );
  return `<section aria-label="${SIDE_WORDS[side]}">
<p class="source">${source.join(' · ')}</p>
<article${language ? ` lang="${escape(language)}"` : ''}>
${heading === -1 && title ? `<h2 dir="auto">${escape(title)}</h2>\n` : ''}${lines.join('\n')}
</article>
</section>`;
}

function pieceHtml(
  { text, tags, ends }: Piece,
  notes: ReadonlyMap<number, Numbered>,
  { settings }: Settings,
): string {
  const paints = new Set(tags.map((tag) => paintOf(tag, settings)));
  const marked =
    tags.length === 0
      ? escape(text)
      : `<mark class="${[...paints].join(' ')}" title="${escape(tags.join(', '))}">${escape(text)}</mark>`;
  const numbers = ends.flatMap((number) => {
    const note = notes.get(number);
    return note ? [endMark(note)] : [];
  });
  return numbers.length === 0 ? marked : `${marked}<sup dir="ltr">${numbers.join(' ')}</sup>`;
}

/** What stands where an annotation ends: its number, which leads to the table, and its links. */
function endMark({ side, number, tag, ties }: Numbered): string {
  const name = nameOf(side, number);
  const links = ties.map(
    (tie) =>
      `<a href="#${nameOf(tie.side, tie.number)}" aria-label="${escape(tie.words)} ${nameOf(tie.side, tie.number)}">↔${nameOf(tie.side, tie.number)}</a>`,
  );
  const own = `<a id="${name}" href="#note-${name}" aria-label="${escape(tag)} ${name}">${name}</a>`;
  return [own, ...links].join('');
}
