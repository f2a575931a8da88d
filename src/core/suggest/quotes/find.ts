import {
  endCandidates,
  isWord,
  reachCandidates,
  speakerCandidates,
  startCandidates,
} from './candidates';
import { cueFeatures } from './cue-features';
import { endFeatures, startFeatures } from './content-features';
import { noSpeakerFeatures, reachFeatures, speakerFeatures } from './speaker-features';
import { dot, Features } from './linear';
import type { Linear, QuoteModels } from './model';
import { hashOf, SHAPE, type Units } from './units';

/** What a cue introduces, as units, both ends included, with the log odds and log probabilities of each decision. */
export interface Attribution {
  readonly cue: number;
  readonly from: number;
  readonly to: number;
  readonly cueScore: number;
  readonly startScore: number;
  readonly endScore: number;
}

/** Cues with lower log odds than this are not looked at any further. */
const WEAKEST_CUE = -2;
/** No more cues than one in so many units are looked at, but always some. */
const UNITS_A_CUE = 10;
const FEWEST = 30;
/** How many places of the start are followed up to their ends. */
const BEAM = 2;

/** Whether unit `i` may be a cue: a word or colon that does not stand in quote marks. */
export function mayBeCue(units: Units, i: number): boolean {
  if (units.quoted[i] !== -1) return false;
  const shape = units.shape[i] as number;
  return isWord(shape) || shape === SHAPE.colon;
}

const features = new Map<number, Features>();

/** A buffer for the features of a table. */
export function featuresFor(linear: Linear): Features {
  const known = features.get(linear.bits);
  if (known) return known;
  const made = new Features(linear.bits);
  features.set(linear.bits, made);
  return made;
}

/** Log probabilities of `count` choices by their scores. */
export function logSoftmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  let sum = 0;
  for (const score of scores) sum += Math.exp(score - most);
  const total = most + Math.log(sum);
  return scores.map((score) => score - total);
}

/** The log odds of each unit being a cue; far below 0 where it cannot be one. */
export function cueScores(units: Units, models: QuoteModels): Float32Array {
  const scores = new Float32Array(units.count).fill(-Infinity);
  const buffer = featuresFor(models.cue);
  for (let i = 0; i < units.count; i++) {
    if (!mayBeCue(units, i)) continue;
    cueFeatures(units, i, buffer);
    scores[i] = dot(models.cue, buffer);
  }
  return scores;
}

/** The units that are likely enough to be cues; where there are too many of them, the likeliest, in order. */
function likelyCues(scores: Float32Array): number[] {
  const found: number[] = [];
  scores.forEach((score, i) => {
    if (score >= WEAKEST_CUE) found.push(i);
  });
  const most = FEWEST + scores.length / UNITS_A_CUE;
  if (found.length <= most) return found;
  return found
    .toSorted((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)
    .slice(0, most)
    .toSorted((a, b) => a - b);
}

/** All attributions that may be in an article, the best content for each likely cue. */
export function findAttributions(
  units: Units,
  models: QuoteModels,
  scores: Float32Array,
): Attribution[] {
  return likelyCues(scores).flatMap((cue) => {
    const best = bestContent(units, models, cue, scores[cue] as number);
    return best ? [best] : [];
  });
}

function bestContent(
  units: Units,
  models: QuoteModels,
  cue: number,
  cueScore: number,
): Attribution | undefined {
  const starts = startCandidates(units, cue);
  if (starts.length === 0) return undefined;
  const startBuffer = featuresFor(models.start);
  const startScores = logSoftmax(
    starts.map((at) => {
      startFeatures(units, cue, at, startBuffer);
      return dot(models.start, startBuffer);
    }),
  );
  const order = starts
    .map((_, i) => i)
    .toSorted((a, b) => (startScores[b] as number) - (startScores[a] as number));
  let best: Attribution | undefined;
  const endBuffer = featuresFor(models.end);
  for (const choice of order.slice(0, BEAM)) {
    const from = starts[choice] as number;
    const startScore = startScores[choice] as number;
    if (best && startScore < best.startScore + best.endScore) break;
    const ends = endCandidates(units, cue, from);
    const endScores = logSoftmax(
      ends.map((at) => {
        endFeatures(units, cue, from, at, endBuffer);
        return dot(models.end, endBuffer);
      }),
    );
    endScores.forEach((endScore, i) => {
      if (!best || startScore + endScore > best.startScore + best.endScore)
        best = { cue, from, to: ends[i] as number, cueScore, startScore, endScore };
    });
  }
  return best;
}

/** Nobody is named when that has more than this share of the probability. */
const NOBODY = Math.log(0.5);

/** The speaker of an attribution, as units with both ends included, or null where none is named. */
export function findSpeaker(
  units: Units,
  models: QuoteModels,
  { cue, from, to }: Attribution,
): { from: number; to: number } | null {
  const places = speakerCandidates(units, cue, from, to);
  const buffer = featuresFor(models.speaker);
  noSpeakerFeatures(units, cue, from, buffer);
  const scores = [dot(models.speaker, buffer)];
  for (const at of places) {
    speakerFeatures(units, cue, from, to, at, buffer);
    scores.push(dot(models.speaker, buffer));
  }
  const [nobody = 0, ...odds] = logSoftmax(scores);
  if (places.length === 0 || nobody > NOBODY) return null;
  const near = places[indexOfMost(odds)] as number;
  const reach = reachCandidates(units, cue, from, to, near);
  const reachBuffer = featuresFor(models.speakerEnd);
  const far = reach.map((at) => {
    reachFeatures(units, cue, near, at, reachBuffer);
    return dot(models.speakerEnd, reachBuffer);
  });
  const end = reach[indexOfMost(far)] ?? near;
  return { from: Math.min(near, end), to: Math.max(near, end) };
}

function indexOfMost(scores: readonly number[]): number {
  let best = 0;
  scores.forEach((score, i) => {
    if (score > (scores[best] as number)) best = i;
  });
  return best;
}

const ACCORDING = hashOf('according');
const TO = hashOf('to');

/** The units of a cue: the word itself, and the "to" of "according to". */
export function cueExtent(units: Units, cue: number): { from: number; to: number } {
  const pair = units.word[cue] === ACCORDING && units.word[cue + 1] === TO;
  return { from: cue, to: pair ? cue + 1 : cue };
}
