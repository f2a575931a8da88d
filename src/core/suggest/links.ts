import type { Side } from '../model/fields';
import type { Span } from '../text/quote-selector';
import { compareSpans } from '../text/spans';
import type { Analysis } from './analysis';
import { isQuote, kindOf, withMarks, wordsOf, type Words } from './links/describe';
import { judgeOf } from './links/forest';
import { readyPair, type ReadyPair } from './links/pair';
import { partnersOf } from './links/partners';
import { picksOf, type Pick } from './links/picks';
import { LEAST_SCORE, LINK_ROOM, scorePicks } from './links/score';
import { select } from './links/select';
import model from './models/links.json';
import type { SuggestedLink } from './suggestions';

const judges = { extent: judgeOf(model.extent), link: judgeOf(model.link) };

/**
 * Pairs of spans, at clause or sentence grain, that say the same. Sentences that share rare words are aligned word by
 * word; one forest of boosted trees picks how far the spans reach, another how likely a careful reader would link
 * them (`bench/train/links.ts`). Swapping the articles swaps the sides of the result.
 */
export function suggestLinks(left: Analysis, right: Analysis): readonly SuggestedLink[] {
  const pair = readyPair(left, right);
  const picks = pair.matches.flatMap((match) =>
    picksOf(pair.left, pair.right, match, judges.extent),
  );
  const likely = scorePicks(picks, judges.link).filter(({ score }) => score >= LEAST_SCORE);
  return select(likely, LINK_ROOM)
    .map((pick) => described(pair, pick))
    .toSorted((x, y) => compareSpans(x.left, y.left) || compareSpans(x.right, y.right));
}

const readied = new WeakMap<Analysis, { readonly right: Analysis; readonly pair: ReadyPair }>();
const MOST_PARTNERS = 5;

/**
 * The best partners in the other article of a span of one side, best first; however weak, as long as they share words.
 * The span stays as it is.
 */
export function findPartners(
  { left, right }: { readonly left: Analysis; readonly right: Analysis },
  side: Side,
  span: Span,
  limit = MOST_PARTNERS,
): readonly SuggestedLink[] {
  const known = readied.get(left);
  const pair = known?.right === right ? known.pair : readyPair(left, right);
  if (known?.pair !== pair) readied.set(left, { right, pair });
  return partnersOf(pair, side, span, judges, limit).map((pick) => ({
    ...described(pair, pick),
    [side]: span,
  }));
}

function described({ left, right }: ReadyPair, pick: Pick): SuggestedLink {
  const { grid, inLeft, inRight } = pick.match;
  const wordsLeft = wordsIn(grid.left.cuts, pick.a, pick.b);
  const wordsRight = wordsIn(grid.right.cuts, pick.c, pick.d);
  const quote = isQuote(left, wordsLeft, inLeft) || isQuote(right, wordsRight, inRight);
  return {
    left: withMarks(left, pick.left, inLeft),
    right: withMarks(right, pick.right, inRight),
    kind: kindOf(left, wordsLeft, right, wordsRight),
    tag: quote ? 'quote' : 'claim',
    score: Math.round(pick.score * PRECISION) / PRECISION,
    words: wordsOf(left, pick),
  };
}

const PRECISION = 1000;

function wordsIn(cuts: readonly number[], from: number, to: number): Words {
  return { from: cuts[from] as number, to: cuts[to] as number };
}
