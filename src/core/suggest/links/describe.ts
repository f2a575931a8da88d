import type { LinkKind } from '../../model/fields';
import { linkKind } from '../../text/compare-words';
import type { Span } from '../../text/quote-selector';
import type { Candidate } from './candidates';
import { LIGHT_WORD, QUOTED, type SideText } from './side';
import { WORD } from './word-class';

/** How two spans say the same, judged by their words in the one spelling in which they are compared. */
export function kindOf(left: SideText, inLeft: Words, right: SideText, inRight: Words): LinkKind {
  return linkKind(folded(left, inLeft), folded(right, inRight));
}

/** The words `[from, to)` of an article. */
export interface Words {
  readonly from: number;
  readonly to: number;
}

function folded({ article: { tokens, vocabulary } }: SideText, { from, to }: Words): string {
  return Array.from(tokens.word.subarray(from, to), (word) => vocabulary.word(word)).join(' ');
}

const MAINLY = 0.5;

/** Whether a span is mainly somebody's words: within quote marks, or beside a verb of speech in its sentence. */
export function isQuote(side: SideText, { from, to }: Words, sentence: Words): boolean {
  let quoted = 0;
  for (let token = from; token < to; token++) if ((side.flags[token] as number) & QUOTED) quoted++;
  if (quoted > MAINLY * (to - from)) return true;
  return side.classes.subarray(sentence.from, sentence.to).includes(WORD.speech);
}

/** The words a link rests on, as they stand in the left text, each once, in order. */
export function wordsOf(left: SideText, { match, a, b, c, d }: Candidate): readonly string[] {
  const { grid, alignment, inLeft, inRight } = match;
  const { text, tokens } = left.article;
  const words = new Set<string>();
  for (let token = grid.left.cuts[a] as number; token < (grid.left.cuts[b] as number); token++) {
    const partner = inRight.from + (alignment.left[token - inLeft.from] as number);
    if (alignment.left[token - inLeft.from] === -1 || (left.flags[token] as number) & LIGHT_WORD)
      continue;
    if (partner < (grid.right.cuts[c] as number) || partner >= (grid.right.cuts[d] as number))
      continue;
    words.add(text.slice(tokens.start[token], tokens.end[token]));
  }
  return [...words];
}

const OPENING = '"“„«‘\'(';
const CLOSING = '"”“»’\')';

/** A span with the quote marks or brackets that hold all of it, and with the mark that ends its sentence. */
export function withMarks({ article: { text } }: SideText, span: Span, sentence: Span): Span {
  let { start, end } = span;
  if (start > sentence.start && OPENING.includes(text.charAt(start - 1))) {
    let close = end;
    if (close < sentence.end && '.,!?'.includes(text.charAt(close))) close++;
    if (close < sentence.end && CLOSING.includes(text.charAt(close))) {
      start--;
      end = close + 1;
    }
  }
  if (start <= sentence.start + 1 && isTail(text, end, sentence.end)) {
    start = sentence.start;
    end = sentence.end;
  }
  return { start, end };
}

const LONGEST_TAIL = 4;

/** Whether `[from, to)` is a sentence's closing marks and no more. */
function isTail(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_TAIL && !/[\p{L}\p{N}]/u.test(text.slice(from, to));
}
