import type { Side } from '../../model/fields';
import type { Span } from '../../text/quote-selector';
import type { Sentence } from '../analysis';
import { gridOf, likenessOf, type Least, type SentenceMatch } from './candidates';
import type { Judge } from './forest';
import type { ReadyPair } from './pair';
import { picksOf, type Pick } from './picks';
import { scorePicks } from './score';
import { select, type Room } from './select';
import { LIGHT_WORD, type SideText } from './side';

/** So many sentences of the other article are compared with the span. */
const MOST_SENTENCES = 12;
/** Anything shared will do. */
const LEAST: Least = { matched: 0.5, dice: 0 };
const ROOM: Room = { union: 0.3, inside: 0.8, partners: Infinity };
/** A word that may mean the same counts half. */
const KIN_SHARE = 0.5;
/** What a shared function word weighs, so that a span of nothing else finds its partners too. */
const LIGHT_SHARE = 0.1;

/**
 * The best partners of one span in the other article, best first: the span stays whole, its partners are runs of clauses.
 * The judge has learnt what is worth a link; among weak partners, where it says little, how much of the span they hold decides too.
 */
export function partnersOf(
  pair: ReadyPair,
  side: Side,
  span: Span,
  judges: { readonly extent: Judge; readonly link: Judge },
  limit: number,
): readonly Pick[] {
  const mine = pair[side];
  const other = pair[side === 'left' ? 'right' : 'left'];
  const chosen = chosenWords(mine, span);
  if (!chosen) return [];
  const at = Math.max(
    0,
    mine.sentences.findLastIndex(({ start }) => start <= span.start),
  );
  const picks = likest(mine, chosen, other).flatMap((place, rank) => {
    const sentence = other.sentences[place] as Sentence;
    const cuts = other.cuts[place];
    const { alignment, grid } =
      side === 'left'
        ? gridOf(mine, chosen, undefined, other, sentence, cuts)
        : gridOf(other, sentence, cuts, mine, chosen, undefined);
    const match: SentenceMatch = {
      ...(side === 'left'
        ? { left: at, right: place, inLeft: chosen, inRight: sentence }
        : { left: place, right: at, inLeft: sentence, inRight: chosen }),
      alignment,
      grid,
      facts: {
        likeness: likenessOf(grid),
        rankLeft: side === 'left' ? rank : 0,
        rankRight: side === 'left' ? 0 : rank,
        before: 0,
        after: 0,
        apart: Math.abs(at / mine.sentences.length - place / other.sentences.length),
      },
    };
    return picksOf(pair.left, pair.right, match, judges.extent, LEAST);
  });
  const weight = mine.plain.subarray(chosen.from, chosen.to).reduce((sum, each) => sum + each, 1);
  const scored = scorePicks(picks, judges.link).map((pick) => ({
    ...pick,
    score: (pick.score + Math.min(1, pick.matched / weight)) / 2,
  }));
  return select(scored, ROOM, limit).slice(0, limit);
}

/** The words of a span as a sentence of their own. */
function chosenWords(
  { article: { tokens, sentences } }: SideText,
  { start, end }: Span,
): Sentence | undefined {
  let from = 0;
  while (from < tokens.count && (tokens.end[from] as number) <= start) from++;
  let to = from;
  while (to < tokens.count && to - from < MOST_WORDS && (tokens.start[to] as number) < end) to++;
  if (from === to) return undefined;
  const paragraph = sentences.find((sentence) => sentence.end > start)?.paragraph ?? 0;
  return { start, end, paragraph, from, to };
}

/** A longer span is compared by its first words. */
const MOST_WORDS = 120;

/** The places of the sentences that share the most weight of words with a span, the most first. */
function likest(mine: SideText, { from, to }: Sentence, other: SideText): readonly number[] {
  const weights = new Map<number, number>();
  for (let token = from; token < to; token++) {
    const root = mine.root[token] as number;
    const weight = 1 + (mine.plain[token] as number);
    const light = (mine.flags[token] as number) & LIGHT_WORD;
    weights.set(root, light ? LIGHT_SHARE : weight);
    for (const kin of mine.roots.kin[root] ?? [])
      if (!weights.has(kin)) weights.set(kin, KIN_SHARE * weight);
  }
  const shared = other.sentences.map((sentence, place) => {
    const met = new Set<number>();
    for (let token = sentence.from; token < sentence.to; token++) {
      const root = other.root[token] as number;
      if (weights.has(root)) met.add(root);
    }
    let weight = 0;
    for (const root of met) weight += weights.get(root) as number;
    return { place, weight };
  });
  return shared
    .filter(({ weight }) => weight > 0)
    .toSorted((x, y) => y.weight - x.weight || x.place - y.place)
    .slice(0, MOST_SENTENCES)
    .map(({ place }) => place);
}
