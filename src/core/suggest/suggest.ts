import type { Side } from '../model/fields';
import type { Span } from '../text/quote-selector';
import { analysePair, type Analysis } from './analysis';
import { scoreSentences } from './claims';
import { findFurniture } from './furniture';
import { suggestLinks } from './links';
import { suggestPassages } from './passages';
import { suggestQuotes } from './quotes';
import type { Suggestions } from './suggestions';

/** The parts of the engine; each can be asked for alone. */
export const PARTS = ['links', 'passages', 'quotes', 'sentences'] as const;
export type Part = (typeof PARTS)[number];

/** Both articles of a pair, read with one vocabulary. */
export type Pair = Readonly<Record<Side, Analysis>>;

/**
 * Everything the machine proposes for two texts, with offsets in UTF-16 code units. The same texts give the same
 * proposals, on any machine; `parts` limits the work to what is asked for, the others come back empty.
 */
export function suggest(left: string, right: string, parts: readonly Part[] = PARTS): Suggestions {
  return suggestFor(analysePair(left, right), parts);
}

/** The same for a pair that is read already; `onStep` is told how many of the steps are done. */
export function suggestFor(
  pair: Pair,
  parts: readonly Part[] = PARTS,
  onStep: (done: number, of: number) => void = () => {},
): Suggestions {
  let done = 0;
  const step = <T>(part: Part, find: () => T, nothing: T): T => {
    if (!parts.includes(part)) return nothing;
    const found = find();
    onStep(++done, parts.length);
    return found;
  };
  const { left, right } = pair;
  const both = <T>(find: (article: Analysis) => T) => ({ left: find(left), right: find(right) });
  const none = { left: [], right: [] };
  return {
    links: step('links', () => suggestLinks(left, right), []),
    passages: step('passages', () => suggestPassages(left, right), []),
    quotes: step('quotes', () => both(suggestQuotes), none),
    ...step('sentences', () => readSentences(pair), { sentences: none, furniture: none }),
  };
}

function readSentences({ left, right }: Pair): Pick<Suggestions, 'sentences' | 'furniture'> {
  const furniture = { left: findFurniture(left), right: findFurniture(right) };
  return {
    sentences: {
      left: scoreSentences(left, furniture.left),
      right: scoreSentences(right, furniture.right),
    },
    furniture: {
      left: furnitureOf(left, furniture.left),
      right: furnitureOf(right, furniture.right),
    },
  };
}

function furnitureOf({ paragraphs }: Analysis, marked: readonly boolean[]): readonly Span[] {
  return paragraphs.filter((_, index) => marked[index]);
}
