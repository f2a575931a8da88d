import { LEAST, reachOf, standsAlone, unclaimed } from '../../src/core/suggest/quotes/choose';
import { wholeContent } from '../../src/core/suggest/quotes/extend';
import {
  cueScores,
  findAttributions,
  findSpeaker,
  type Attribution,
} from '../../src/core/suggest/quotes/find';
import { Features, sigmoid } from '../../src/core/suggest/quotes/linear';
import {
  readLinear,
  type Linear,
  type QuoteModels,
  type StoredLinear,
} from '../../src/core/suggest/quotes/model';
import { bestApart } from '../../src/core/suggest/quotes/select';
import type { Units } from '../../src/core/suggest/quotes/units';
import { aloneFeatures, wholeFeatures } from '../../src/core/suggest/quotes/whole';
import { Learner, shuffled } from './quotes-fit';
import { randomFrom } from './random';
import { covered, type Span } from './quotes-score';
import type { Ready } from './quotes-stages';

interface Candidate {
  readonly attribution: Attribution | null;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
  readonly speaker: Span | null;
  readonly right: boolean;
  readonly features: Int32Array;
}
export interface Gathered {
  readonly ready: Ready;
  readonly candidates: Candidate[];
}

const spanOf = (units: Units, from: number, to: number): Span => ({
  start: units.start[from] as number,
  end: units.end[to] as number,
});

const WHOLE_BITS = 13;
const RATE = 0.05;
const EPOCHS = 4;
const SEED = 11;
/** A gold attribution is found when more than this share of its content is covered. */
const FOUND = 0.3;
const ALONE_BITS = 12;
const wholeBuffer = new Features(WHOLE_BITS);
const aloneBuffer = new Features(ALONE_BITS);

export function gather(ready: Ready, models: Partial<QuoteModels>): Gathered {
  const { units, gold } = ready.article;
  const candidates: Candidate[] = [];
  const isRight = (span: Span) => gold.some((g) => covered(g.content, span) > FOUND);
  const scores = cueScores(units, models as QuoteModels);
  for (const attribution of findAttributions(units, models as QuoteModels, scores)) {
    const { from, to } = wholeContent(units, attribution, scores);
    const span = spanOf(units, from, to);
    const speaker = findSpeaker(units, models as QuoteModels, attribution);
    wholeFeatures(units, attribution, wholeBuffer);
    candidates.push({
      attribution,
      ...reachOf({ from, to }, attribution),
      span,
      speaker: speaker && spanOf(units, speaker.from, speaker.to),
      right: isRight(span),
      features: wholeBuffer.at.slice(0, wholeBuffer.count),
    });
  }
  for (const { from, to } of unclaimed(units, [])) {
    const span = spanOf(units, from, to);
    aloneFeatures(units, from, to, aloneBuffer);
    const features = aloneBuffer.at.slice(0, aloneBuffer.count);
    candidates.push({ attribution: null, from, to, span, speaker: null, right: false, features });
  }
  return { ready, candidates };
}

export type Second = { readonly whole: Linear; readonly alone: Linear };

function learn(bits: number, cases: readonly Candidate[]): StoredLinear {
  const learner = new Learner(bits, RATE, 1);
  const random = randomFrom(SEED);
  for (const { features } of cases) {
    learner.features.at.set(features);
    learner.features.count = features.length;
    learner.see(0);
  }
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { features, right } of shuffled(cases, random))
      learner.step(features, features.length, sigmoid(learner.score(features)) - (right ? 1 : 0));
    learner.snapshot();
  }
  return learner.settled();
}

function chance({ weights, scale }: Linear, { features }: Candidate): number {
  let sum = 0;
  for (const f of features) sum += weights[f] as number;
  return sigmoid(sum / scale);
}

function pickCued({ candidates }: Gathered, whole: Linear) {
  return bestApart(
    candidates
      .filter(({ attribution }) => attribution)
      .map((candidate) => ({ ...candidate, gain: chance(whole, candidate) - LEAST })),
  );
}

const left = ({ candidates }: Gathered, cued: readonly Candidate[]) =>
  candidates.filter(
    ({ attribution, from, to }) =>
      !attribution && !cued.some((one) => one.from <= to && one.to >= from),
  );

/** The models of the second stage: whether a cue's content is an attribution, and whether lone quote marks are. */
export function trainSecond(gathered: readonly Gathered[]) {
  const cued = gathered.flatMap(({ candidates }) =>
    candidates.filter(({ attribution }) => attribution),
  );
  const whole = learn(WHOLE_BITS, cued);
  const lone = gathered.flatMap((each) => {
    const picked = pickCued(each, readLinear(whole));
    const open = each.ready.article.gold.filter(
      ({ content }) => !picked.some(({ span }) => covered(content, span) > FOUND),
    );
    return left(each, picked).map((one) => ({
      ...one,
      right: open.some(({ content }) => covered(content, one.span) > FOUND),
    }));
  });
  return { whole, alone: learn(ALONE_BITS, lone) };
}

/** What is proposed for an article by the models of the second stage. */
export function pick(
  each: Gathered,
  { whole, alone }: Second,
): (Span & { speaker: Span | null })[] {
  const cued = pickCued(each, whole);
  const lone = left(each, cued).filter((one) =>
    standsAlone(each.ready.article.units, one, chance(alone, one), true),
  );
  return [...cued, ...lone].map(({ span, speaker }) => ({ ...span, speaker }));
}
