import { snapToGraphemes } from '../text/boundaries';
import type { Span } from '../text/quote-selector';
import type { Analysis } from './analysis';
import { chooseQuotes, type Chosen, type Extent } from './quotes/choose';
import { cueExtent, findSpeaker } from './quotes/find';
import { quoteModels } from './quotes/model';
import { SHAPE, unitsOf, type Units } from './quotes/units';
import type { QuoteKind, SuggestedQuote } from './suggestions';

/**
 * All that an article gives as somebody's words or thoughts, in the order of the text: in quote marks (direct), partly
 * so (mixed) or not (indirect), marks included, with who says it and the word that says so where they are named. Cues,
 * contents and speakers are found by learnt weights (bench/train/quotes.ts), quote marks by rules.
 */
export function suggestQuotes(article: Analysis): readonly SuggestedQuote[] {
  const units = unitsOf(article);
  const models = quoteModels();
  const found: SuggestedQuote[] = [];
  let previous: { speaker: Span | null; to: number } | undefined;
  const spanOf = ({ from, to }: Extent): Span =>
    wholeGraphemes(article.text, units.start[from] as number, units.end[to] as number);
  for (const chosen of chooseQuotes(units, models)) {
    const { content, attribution, score } = chosen;
    let speaker: Span | null = null;
    if (attribution) {
      const named = findSpeaker(units, models, attribution);
      speaker = named && spanOf(named);
    } else if (previous && goesOnFrom(units, previous.to, content.from)) speaker = previous.speaker;
    const cue = attribution && spanOf(cueExtent(units, attribution.cue));
    found.push({ ...spanOf(content), kind: kindOf(units, chosen), speaker, cue, score });
    previous = { speaker, to: attribution ? Math.max(content.to, attribution.cue) : content.to };
  }
  return found;
}

/** Whether a quote without a cue that opens at `from` goes on where words of somebody end at `to`: nothing said between. */
function goesOnFrom(units: Units, to: number, from: number): boolean {
  const sentence = units.sentence[to] as number;
  const paragraph = units.paragraph[to] as number;
  return (
    units.paragraph[from] === paragraph ||
    (units.sentence[from] === sentence + 1 &&
      units.sentenceFrom[sentence + 1] === from &&
      units.shape[from] === SHAPE.opener)
  );
}

/** Direct: quote marks around all of it, its own cue aside; mixed: around some of it. */
function kindOf(units: Units, { content, attribution }: Chosen): QuoteKind {
  const { from, to } = content;
  const first = units.quoted[from] as number;
  const last = units.quoted[to] as number;
  const broken = attribution !== null && attribution.cue > from && attribution.cue < to;
  if (first !== -1 && last !== -1) {
    if (first === last || (broken && last === first + 1)) return 'direct';
    if (units.quotes.slice(first + 1, last + 1).every(({ continues }) => continues))
      return 'direct';
  }
  for (let i = from; i <= to; i++) if (units.quoted[i] !== -1) return 'mixed';
  return 'indirect';
}

/** Signs below this, and quote marks and dashes, never join another into one grapheme cluster. */
const FIRST_COMBINING = 0x300;

function wholeGraphemes(text: string, start: number, end: number): Span {
  const joins = (at: number) => {
    const code = text.charCodeAt(at);
    return code >= FIRST_COMBINING && !(code >= 0x2010 && code <= 0x2027);
  };
  const span = { start, end };
  return joins(start - 1) || joins(start) || joins(end - 1) || joins(end)
    ? snapToGraphemes(text, span)
    : span;
}
