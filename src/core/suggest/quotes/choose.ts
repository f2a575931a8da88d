import { wholeContent } from './extend';
import { cueScores, featuresFor, findAttributions, type Attribution } from './find';
import { dot, sigmoid } from './linear';
import type { QuoteModels } from './model';
import { bestApart } from './select';
import { isForeign, mayBeEnglish, wordsIn } from './language';
import { SHAPE, type Units } from './units';
import { aloneFeatures, wholeFeatures } from './whole';

/** Units, both ends included. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Words of somebody: their extent, the attribution that was found for them or null, and how sure that is, 0..1. */
export interface Chosen {
  readonly content: Extent;
  readonly attribution: Attribution | null;
  readonly score: number;
}

/** What is less likely than this is not proposed: a cue with its content, and a stretch in quote marks without a cue. */
export const LEAST = 0.45;
const LEAST_ALONE = 0.25;

/** The attributions of an article that overlap nowhere, cue included, and what else stands in quote marks; in order. */
export function chooseQuotes(units: Units, models: QuoteModels): Chosen[] {
  const english = mayBeEnglish(units);
  if (!english)
    return unclaimed(units, [])
      .filter((each) => standsAlone(units, each, 0, english))
      .map((content) => ({ content, attribution: null, score: BY_MARKS }));
  const buffer = featuresFor(models.whole);
  const scores = cueScores(units, models);
  const cued = bestApart(
    findAttributions(units, models, scores).map((attribution) => {
      const content = wholeContent(units, attribution, scores);
      wholeFeatures(units, attribution, buffer);
      const score = sigmoid(dot(models.whole, buffer));
      return { ...reachOf(content, attribution), content, attribution, score, gain: score - LEAST };
    }),
  );
  const all: Chosen[] = cued.map(({ content, attribution, score }) => ({
    content,
    attribution,
    score,
  }));
  const aloneBuffer = featuresFor(models.alone);
  for (const content of unclaimed(units, cued)) {
    aloneFeatures(units, content.from, content.to, aloneBuffer);
    const score = sigmoid(dot(models.alone, aloneBuffer));
    if (standsAlone(units, content, score, english))
      all.push({ content, attribution: null, score });
  }
  return all.toSorted((a, b) => a.content.from - b.content.from);
}

/** How sure a quote is that nothing but its marks tells. */
const BY_MARKS = 0.5;

/** So many words in quote marks are somebody's; fewer do where the marks are not English ones, or the article is not. */
const WORDS = 8;
const WORDS_FOREIGN = 3;

/** Whether quote marks without a cue are somebody's words: by the learnt chance `score`, or because they hold many words. */
export function standsAlone(
  units: Units,
  content: Extent,
  score: number,
  english: boolean,
): boolean {
  if (score > LEAST_ALONE) return true;
  const foreign = !english || isForeign(units, content);
  return wordsIn(units, content) >= (foreign ? WORDS_FOREIGN : WORDS);
}

/** An attribution's units: its content's and its cue's and all between. */
export function reachOf({ from, to }: Extent, { cue }: Attribution): Extent {
  return { from: Math.min(from, cue), to: Math.max(to, cue) };
}

/** The stretches in quote marks, each whole over its paragraphs, that none of the extents, which are in order, touches. */
export function unclaimed(units: Units, claimed: readonly Extent[]): Extent[] {
  const found: Extent[] = [];
  let next = 0;
  for (let quote = 0; quote < units.quotes.length; quote++) {
    const from = units.quoteFrom[quote] as number;
    while (units.quotes[quote + 1]?.continues) quote++;
    const to = units.quoteTo[quote] as number;
    if (from === -1 || to <= from + 1 || units.shape[from] !== SHAPE.opener) continue;
    while (next < claimed.length && (claimed[next] as Extent).to < from) next++;
    if (next === claimed.length || (claimed[next] as Extent).from > to) found.push({ from, to });
  }
  return found;
}
