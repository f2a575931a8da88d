import type { LinkKind } from '../model/fields';

const NEAR = 0.7;

/** The words of a text in lower case, without marks of punctuation and with one form of apostrophe. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []
  );
}

/**
 * How two spans say the same: `verbatim` when their words are equal in order, `near` when their words' Dice coefficient
 * is at least .7, else `reworded`. Case, punctuation and quote marks do not count.
 */
export function linkKind(left: string, right: string): LinkKind {
  const a = wordsOf(left);
  const b = wordsOf(right);
  if (a.length === 0 && b.length === 0)
    return left.trim() === right.trim() ? 'verbatim' : 'reworded';
  if (a.join(' ') === b.join(' ')) return 'verbatim';
  return dice(a, b) >= NEAR ? 'near' : 'reworded';
}

/** How alike a text's words are to those of each text asked about, 0..1 (Dice's coefficient of the bags of words). */
export function likenessTo(text: string): (other: string) => number {
  const words = wordsOf(text);
  return (other) => dice(words, wordsOf(other));
}

function dice(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared++;
    counts.set(word, left - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (a.length + b.length);
}
