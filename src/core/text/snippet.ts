import { SIDES, type Side } from '../model/fields';
import type { Span } from './quote-selector';
import { findIn, foldedWords, searchable } from './search';

/** Where a text says what was looked for: a short piece of it, on one line. */
export interface Snippet {
  readonly side: Side;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

/** How much of the text stands before and after the match, in code points. */
const BEFORE = 40;
const AFTER = 100;

/**
 * The first place where one of two texts says `query`, compared as `findIn` does; where neither says it as a whole, the
 * first of its words that one says. Null when there is none.
 */
export function snippetOf(texts: Readonly<Record<Side, string>>, query: string): Snippet | null {
  const ready = SIDES.map((side) => ({ side, text: searchable(texts[side], false) }));
  for (const wanted of [query, ...foldedWords(query)])
    for (const { side, text } of ready) {
      const [span] = findIn(text, wanted, false);
      if (span) return { side, ...around(texts[side], span) };
    }
  return null;
}

function around(text: string, { start, end }: Span): Omit<Snippet, 'side'> {
  // A few more code units than needed, so that cutting by code points comes out right.
  const before = Array.from(oneLine(text.slice(Math.max(0, start - 3 * BEFORE), start)));
  const after = Array.from(oneLine(text.slice(end, end + 3 * AFTER)));
  return {
    before:
      before.length > BEFORE ? `…${fromWord(before.slice(-BEFORE).join(''))}` : before.join(''),
    match: oneLine(text.slice(start, end)),
    after: after.length > AFTER ? `${toWord(after.slice(0, AFTER).join(''))}…` : after.join(''),
  };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

/** Without the word that was cut at the beginning, unless there is no other. */
function fromWord(text: string): string {
  return text.replace(/^\S*\s(?=.)/u, '');
}

function toWord(text: string): string {
  return text.replace(/(?<=.)\s\S*$/u, '');
}
