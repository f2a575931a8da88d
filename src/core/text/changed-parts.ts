import { paragraphsOf } from './paragraphs';
import type { Unchanged } from './unchanged';

/** A stretch of what changed between two versions of a text, as it is shown; `folded` stands for paragraphs that stay. */
export type ChangedPart =
  | { readonly kind: 'same' | 'deleted' | 'inserted'; readonly text: string }
  | { readonly kind: 'folded'; readonly paragraphs: number };

/** Two versions of a text in one, word by word, with the paragraphs between changes that stay whole folded away. */
export function changedParts(
  before: string,
  after: string,
  runs: readonly Unchanged[],
): readonly ChangedPart[] {
  const parts: ChangedPart[] = [];
  const add = (kind: 'same' | 'deleted' | 'inserted', text: string) => {
    if (text !== '') parts.push({ kind, text });
  };
  let at = { before: 0, after: 0 };
  for (const run of [...runs, { before: before.length, after: after.length, length: 0 }]) {
    add('deleted', before.slice(at.before, run.before));
    add('inserted', after.slice(at.after, run.after));
    const end = { before: run.before + run.length, after: run.after + run.length };
    const isFirst = run.before === 0 && run.after === 0;
    const isLast = end.before === before.length && end.after === after.length;
    parts.push(...folded(before.slice(run.before, end.before), isFirst, isLast));
    at = end;
  }
  return parts;
}

/** What stays between two changes: the lines the changes are on, and how many paragraphs lie between. */
function folded(text: string, isFirst: boolean, isLast: boolean): readonly ChangedPart[] {
  const head = isFirst ? 0 : lineEnd(text);
  const tail = isLast ? text.length : text.lastIndexOf('\n') + 1;
  const paragraphs = head < tail ? paragraphsOf(text.slice(head, tail)).length : 0;
  if (paragraphs === 0) return same(text);
  return [...same(text.slice(0, head)), { kind: 'folded', paragraphs }, ...same(text.slice(tail))];
}

function same(text: string): readonly ChangedPart[] {
  return text === '' ? [] : [{ kind: 'same', text }];
}

function lineEnd(text: string): number {
  const newline = text.indexOf('\n');
  return newline === -1 ? text.length : newline;
}
