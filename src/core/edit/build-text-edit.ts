import type { Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import type { Side } from '../model/fields';
import { compareProposed, proposedKey, type ProposedLink } from '../model/proposed';
import { compareRejections, rejectionKey, type Rejection } from '../model/rejection';
import type { Guess, UnplacedAnnotation } from '../model/unplaced';
import type { Anchored } from '../text/anchor';
import { spanMover, type SpanMover } from '../text/move-spans';
import { describeQuote, type Span } from '../text/quote-selector';
import { unchangedRuns, type Unchanged } from '../text/unchanged';
import type { Change, Edit } from './edit';

/** What becomes of one annotation when its article's text is corrected. */
export interface Outcome {
  readonly annotation: Annotation | UnplacedAnnotation;
  readonly anchored: Anchored;
}

/** Another text for an article, and what it does to what stands in the present one. */
export interface Correction {
  readonly comparison: Comparison;
  readonly side: Side;
  readonly text: string;
  /** What both texts share. */
  readonly unchanged: readonly Unchanged[];
  /** What becomes of the article's annotations, those without a place too. */
  readonly outcomes: readonly Outcome[];
  readonly rejections: readonly Rejection[];
  readonly proposed: readonly ProposedLink[];
}

/** Works out where everything stands in another text of the article on `side`. */
export function planCorrection(comparison: Comparison, side: Side, text: string): Correction {
  const before = comparison[side].text;
  const unchanged = unchangedRuns(before, text);
  const mover = spanMover({ before, after: text, runs: unchanged });
  const onSide = (each: { readonly side: Side }) => each.side === side;
  const { annotations, unplaced } = comparison;
  const outcomes = [
    ...annotations
      .filter(onSide)
      .map((annotation): Outcome => ({ annotation, anchored: mover.move(annotation) })),
    ...unplaced.annotations
      .filter(onSide)
      .map((annotation): Outcome => ({ annotation, anchored: moveGuess(annotation, mover) })),
  ];
  return {
    comparison,
    side,
    text,
    unchanged,
    outcomes,
    rejections: once(
      comparison.rejections.flatMap((each) => movedEnd(each, side, text, mover) ?? []),
      rejectionKey,
    ).toSorted(compareRejections),
    proposed: once(
      comparison.proposed.flatMap((each) => movedEnd(each, side, text, mover) ?? []),
      proposedKey,
    ).toSorted(compareProposed),
  };
}

/** The edit that puts the corrected text in place; `sha256` is of the text's UTF-8 form, in lower-case hex. */
export function correctText(correction: Correction, sha256: string): Edit {
  const { comparison, side, text, outcomes, rejections, proposed } = correction;
  const before = comparison[side].text;
  const change: Change = {
    type: 'change-text',
    side,
    text,
    sha256,
    placed: outcomes.flatMap(({ annotation: { id }, anchored }) =>
      anchored.kind === 'placed' ? { id, ...pickSpan(anchored.span) } : [],
    ),
    unplaced: outcomes.flatMap(({ annotation, anchored }) =>
      anchored.kind === 'placed'
        ? []
        : {
            id: annotation.id,
            exact: annotation.exact,
            ...contextOf(annotation, before),
            guess: guessOf(anchored),
          },
    ),
    rejections,
    proposed,
  };
  return { name: `Correct ${side} article’s text`, changes: [change] };
}

/** A place that is not sure enough to be taken unasked, as it waits with its annotation. */
export function guessOf(anchored: Anchored): Guess | null {
  return anchored.kind === 'uncertain'
    ? { ...pickSpan(anchored.span), score: anchored.score }
    : null;
}

function contextOf(annotation: Annotation | UnplacedAnnotation, before: string) {
  const { prefix, suffix } =
    'prefix' in annotation ? annotation : describeQuote(before, annotation);
  return { prefix, suffix };
}

/** An annotation without a place gets one if its words come back; else its best guess goes with the text. */
function moveGuess(annotation: UnplacedAnnotation, mover: SpanMover): Anchored {
  const { exact, prefix, suffix, guess } = annotation;
  const found = mover.find({ exact, prefix, suffix });
  if (found.kind === 'placed' || !guess) return found;
  const moved = mover.move(guess);
  if (moved.kind === 'lost') return found;
  const isBetter = found.kind === 'uncertain' && found.score > guess.score;
  return isBetter ? found : { kind: 'uncertain', span: moved.span, score: guess.score };
}

/** What is known of two spans, with the one on `side` moved; null when it has no sure place. */
function movedEnd<T extends Partial<Readonly<Record<Side, (Span & { exact: string }) | null>>>>(
  record: T,
  side: Side,
  text: string,
  mover: SpanMover,
): T | null {
  const span = record[side];
  if (!span) return record;
  const anchored = mover.move(span);
  if (anchored.kind !== 'placed') return null;
  const { start, end } = anchored.span;
  return { ...record, [side]: { start, end, exact: text.slice(start, end) } };
}

function once<T>(records: readonly T[], keyOf: (record: T) => string): readonly T[] {
  return [...new Map(records.map((each) => [keyOf(each), each])).values()];
}

function pickSpan({ start, end }: Span): Span {
  return { start, end };
}
