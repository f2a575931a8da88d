import type { Comparison } from '../model/comparison';
import { otherSide, SIDES, type Side } from '../model/fields';
import type { UnplacedAnnotation } from '../model/unplaced';
import { escapeMarkup as escape } from './markup';
import { tieWords, type Numbered, type Printout } from './printout';

export const SIDE_WORDS: Readonly<Record<Side, string>> = {
  left: 'Left article',
  right: 'Right article',
};

const FIELDS = ['Speaker', 'Stance', 'Certainty', 'Note', 'Links'];

/** The table of the annotations that are marked in the texts. */
export function annotationTable({ left, right }: Printout): string {
  const rows = [...left.notes, ...right.notes].map(markedRow);
  if (rows.length === 0) return '<section><p>Nothing is annotated yet.</p></section>';
  return table('Annotations', ['Tag', 'Text', ...FIELDS], rows);
}

function markedRow(each: Numbered): string {
  const name = nameOf(each.side, each.number);
  const links = each.ties.map((tie) => linkWords(tie, nameOf(tie.side, tie.number)));
  const head = `<tr id="note-${name}"><th scope="row">${nameLink(name)}</th>`;
  return `${head}${cell(each.tag)}${cell(each.exact, 'text')}${fieldCells(each, links)}</tr>`;
}

/** The table of the annotations that have no sure place in the texts; '' where none waits for one. */
export function waitingTable(comparison: Comparison, { left, right }: Printout): string {
  const { annotations, links } = comparison.unplaced;
  if (annotations.length === 0) return '';
  const waiting = SIDES.flatMap((side) => annotations.filter((each) => each.side === side));
  const names = new Map([
    ...[...left.notes, ...right.notes].map(
      ({ id, side, number }) => [id, nameOf(side, number)] as const,
    ),
    ...waiting.map(({ id }, index) => [id, `W${index + 1}`] as const),
  ]);
  const ties = new Map(waiting.map(({ id }): [string, string[]] => [id, []]));
  for (const link of links)
    for (const side of SIDES) {
      const words = tieWords(link.relation);
      const other = names.get(link[otherSide(side)]) ?? '';
      ties.get(link[side])?.push(linkWords({ words, note: link.note }, other));
    }
  const rows = waiting.map((each) => {
    const guess = each.guess && comparison[each.side].text.slice(each.guess.start, each.guess.end);
    return waitingRow(each, guess ?? 'none', names.get(each.id) ?? '', ties.get(each.id) ?? []);
  });
  return table(
    'Waiting for a place',
    ['Article', 'Tag', 'Text', 'Best guess', ...FIELDS],
    rows,
    'These have no sure place in the texts as they are now: they are neither marked nor counted above.',
  );
}

function waitingRow(
  each: UnplacedAnnotation,
  guess: string,
  name: string,
  ties: readonly string[],
): string {
  const head = `<tr id="${name}"><th scope="row">${name}</th><td>${SIDE_WORDS[each.side]}</td>`;
  return `${head}${cell(each.tag)}${cell(each.exact, 'text')}${cell(guess, 'text')}${fieldCells(each, ties)}</tr>`;
}

function table(
  title: string,
  columns: readonly string[],
  rows: readonly string[],
  help = '',
): string {
  return `<section class="annotations" aria-label="${title}">
<div class="scroll">
<table>
<caption>${title}${help && `<p>${help}</p>`}</caption>
<thead><tr><td></td>${columns.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
</section>`;
}

type Fields = Pick<UnplacedAnnotation, 'speaker' | 'stance' | 'certainty' | 'note'>;

function fieldCells(each: Fields, links: readonly string[]): string {
  const { speaker, stance, certainty, note } = each;
  return `${cell(speaker)}${cell(stance)}${cell(certainty)}${cell(note, 'note')}<td>${links.join('; ')}</td>`;
}

function linkWords({ words, note }: { words: string; note: string }, name: string): string {
  return `<bdi>${escape(words)}</bdi> ${nameLink(name)}${note ? ` (<bdi>${escape(note)}</bdi>)` : ''}`;
}

function cell(text: string, kind = ''): string {
  return `<td${kind && ` class="${kind}"`} dir="auto">${escape(text)}</td>`;
}

/** The name of an annotation: "L3" is the third of the left article. */
export function nameOf(side: Side, number: number): string {
  return `${side === 'left' ? 'L' : 'R'}${number}`;
}

/** Ways to where annotations stand in their text. */
export function numberLinks(side: Side, numbers: readonly number[]): string {
  return numbers.map((number) => nameLink(nameOf(side, number))).join(', ');
}

function nameLink(name: string): string {
  return `<a href="#${name}">${name}</a>`;
}
