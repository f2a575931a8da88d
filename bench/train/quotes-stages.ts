import {
  endCandidates,
  isWord,
  reachCandidates,
  speakerCandidates,
  startCandidates,
} from '../../src/core/suggest/quotes/candidates';
import { cueFeatures } from '../../src/core/suggest/quotes/cue-features';
import { endFeatures, startFeatures } from '../../src/core/suggest/quotes/content-features';
import {
  noSpeakerFeatures,
  reachFeatures,
  speakerFeatures,
} from '../../src/core/suggest/quotes/speaker-features';
import { mayBeCue } from '../../src/core/suggest/quotes/find';
import { sigmoid, type Features } from '../../src/core/suggest/quotes/linear';
import type { StoredLinear } from '../../src/core/suggest/quotes/model';
import type { Units } from '../../src/core/suggest/quotes/units';
import { unitsIn, type Article, type Gold } from './quotes-data';
import { Learner, shuffled } from './quotes-fit';
import { randomFrom } from './random';

/** What the learners shall find for one gold attribution: units, both ends included. */
export interface Target {
  readonly cueUnits: readonly number[];
  cue: number;
  readonly from: number;
  readonly to: number;
  readonly speaker: readonly [number, number] | null;
}

export interface Ready {
  readonly article: Article;
  readonly targets: Target[];
  /** Units that lie in some content: whether they are cues is not known. */
  readonly inside: Uint8Array;
}

/** The piece of a gold content that is learnt: the first one with what follows it without a gap, or else the longest. */
function mainPiece(gold: Gold, text: string): [number, number] {
  const pieces: [number, number][] = [];
  for (const [start, end] of gold.content) {
    const last = pieces.at(-1);
    if (last && /^[^\S\n]*$/.test(text.slice(last[1], start))) last[1] = end;
    else pieces.push([start, end]);
  }
  const total = pieces.reduce((sum, [start, end]) => sum + end - start, 0);
  const first = pieces[0] as [number, number];
  if (first[1] - first[0] > 0.3 * total) return first;
  return pieces.reduce((a, b) => (b[1] - b[0] > a[1] - a[0] ? b : a));
}

export function prepare(article: Article): Ready {
  const { units, text } = article;
  const inside = new Uint8Array(units.count);
  const targets: Target[] = [];
  for (const gold of article.gold) {
    for (const [start, end] of gold.content) {
      const span = unitsIn(units, start, end);
      if (span) inside.fill(1, span[0], span[1] + 1);
    }
    const content = unitsIn(units, ...mainPiece(gold, text));
    const cueUnits = gold.cue.flatMap(([start, end]) => {
      const span = unitsIn(units, start, end);
      if (!span) return [];
      return Array.from({ length: span[1] - span[0] + 1 }, (_, i) => span[0] + i);
    });
    if (!content || cueUnits.length === 0) continue;
    const source = gold.source[0];
    const speaker = source ? trimmed(units, unitsIn(units, ...source)) : null;
    targets.push({
      cueUnits,
      cue: cueUnits[0] as number,
      from: content[0],
      to: content[1],
      speaker,
    });
  }
  return { article, targets, inside };
}

/** A span of units without the signs at its ends; null where nothing is left. */
function trimmed(units: Units, span: [number, number] | null): [number, number] | null {
  if (!span) return null;
  let [first, last] = span;
  while (first < last && !isWord(units.shape[first] as number)) first++;
  while (last > first && !isWord(units.shape[last] as number)) last--;
  return [first, last];
}

const add = (map: Map<number, number>, key: number, n: number) =>
  map.set(key, (map.get(key) ?? 0) + n);

/** Sets the head of each target's cue: the unit whose stem is most of a cue's in the articles. */
function chooseHeads(ready: readonly Ready[]): void {
  const seen = new Map<number, number>();
  const cued = new Map<number, number>();
  for (const { article, targets, inside } of ready) {
    const { units } = article;
    for (let i = 0; i < units.count; i++) if (!inside[i]) add(seen, units.stem[i] as number, 1);
    for (const { cueUnits } of targets)
      for (const i of cueUnits) add(cued, units.stem[i] as number, 1 / cueUnits.length);
  }
  for (const { article, targets } of ready) {
    const { units } = article;
    for (const target of targets) {
      const score = (i: number) => {
        const stem = units.stem[i] as number;
        return ((cued.get(stem) ?? 0) + 0.1) / ((seen.get(stem) ?? 0) + 5);
      };
      const may = target.cueUnits.filter((i) => mayBeCue(units, i));
      target.cue = (may.length > 0 ? may : target.cueUnits).reduce((a, b) =>
        score(b) > score(a) ? b : a,
      );
    }
  }
}

const SEED = 7;
/** After how many articles the weights are taken for the average. */
const SNAPSHOT = 100;
/** The weight of what is no cue in somebody's words, where cues are not marked. */
const INSIDE = 0.5;
/** Smaller slopes change nothing worth the time. */
const NEGLIGIBLE = 0.002;
const EPOCHS = 4;

/** Size and rate of each learner, how many articles a feature must be in, and how many weights are kept. */
const SIZES = {
  cue: { bits: 19, keep: 58_000 },
  start: { bits: 18, keep: 28_000 },
  end: { bits: 18, keep: 28_000 },
  speaker: { bits: 18, keep: 40_000 },
  speakerEnd: { bits: 17, keep: 16_000 },
} as const;
const RATE = 0.1;
const LEAST_ARTICLES = 2;
const learnerOf = (part: keyof typeof SIZES) => new Learner(SIZES[part].bits, RATE, LEAST_ARTICLES);

/** Whether an epoch's weights count for the average: not the first one's, neither at first nor with fewer features. */
const isSettling = (epoch: number) => epoch > 0 && epoch !== EPOCHS;

function trainCue(ready: readonly Ready[], insideWeight: number): StoredLinear {
  const learner = learnerOf('cue');
  const random = randomFrom(SEED);
  const buffer = learner.features;
  for (let epoch = -1; epoch < EPOCHS * 2; epoch++) {
    if (epoch === EPOCHS) learner.narrow(SIZES.cue.keep);
    shuffled(ready, random).forEach(({ article, targets, inside }, done) => {
      if (done % SNAPSHOT === 0 && isSettling(epoch)) learner.snapshot();
      const { units } = article;
      const cues = new Set(targets.map(({ cue }) => cue));
      const near = new Set(targets.flatMap(({ cueUnits }) => cueUnits));
      for (let i = 0; i < units.count; i++) {
        if (!mayBeCue(units, i)) continue;
        const yes = cues.has(i);
        // The other words of a cue are not told to be none.
        if (!yes && near.has(i)) continue;
        cueFeatures(units, i, buffer);
        if (epoch === -1) {
          learner.see(done);
          continue;
        }
        const chance = sigmoid(learner.score(buffer.at, buffer.count));
        const slope = (chance - (yes ? 1 : 0)) * (!yes && inside[i] ? insideWeight : 1);
        if (Math.abs(slope) > NEGLIGIBLE) learner.step(buffer.at, buffer.count, slope);
      }
    });
  }
  return learner.settled();
}

/** A choice among places, each with features; `right` is the index of the right one. */
function stepChoice(
  learner: Learner,
  seenIn: number | null,
  places: readonly number[],
  right: number,
  fill: (place: number, out: Features) => void,
): void {
  const filled: Int32Array[] = [];
  const scores = places.map((place) => {
    fill(place, learner.features);
    const at = learner.features.at.slice(0, learner.features.count);
    filled.push(at);
    if (seenIn !== null) learner.see(seenIn);
    return learner.score(at);
  });
  if (seenIn !== null) return;
  const most = Math.max(...scores);
  const odds = scores.map((score) => Math.exp(score - most));
  const sum = odds.reduce((a, b) => a + b, 0);
  odds.forEach((odd, i) => {
    const slope = odd / sum - (i === right ? 1 : 0);
    if (Math.abs(slope) > NEGLIGIBLE)
      learner.step(filled[i] as Int32Array, (filled[i] as Int32Array).length, slope);
  });
}

/** The index of the last candidate at or before `place`, or of the first at or after it. */
function snapped(candidates: readonly number[], place: number, back: boolean): number {
  let best = -1;
  candidates.forEach((candidate, i) => {
    if (
      back
        ? candidate <= place && (best === -1 || candidate > (candidates[best] as number))
        : candidate >= place && (best === -1 || candidate < (candidates[best] as number))
    )
      best = i;
  });
  return best;
}

const NONE = -1;

function trainSpans(ready: readonly Ready[]) {
  const start = learnerOf('start');
  const end = learnerOf('end');
  const speaker = learnerOf('speaker');
  const speakerEnd = learnerOf('speakerEnd');
  const random = randomFrom(SEED);
  const all = [start, end, speaker, speakerEnd];
  for (let epoch = -1; epoch < EPOCHS * 2; epoch++) {
    if (epoch === EPOCHS) {
      start.narrow(SIZES.start.keep);
      end.narrow(SIZES.end.keep);
      speaker.narrow(SIZES.speaker.keep);
      speakerEnd.narrow(SIZES.speakerEnd.keep);
    }
    shuffled(ready, random).forEach(({ article, targets }, done) => {
      if (done % SNAPSHOT === 0 && isSettling(epoch)) for (const each of all) each.snapshot();
      const seenIn = epoch === -1 ? done : null;
      const { units } = article;
      for (const target of targets) {
        const { cue, from, to } = target;
        const starts = startCandidates(units, cue);
        const s = snapped(starts, from, false);
        const began = starts[s];
        if (s === -1 || began === undefined || began > to || began > cue !== from > cue) continue;
        stepChoice(start, seenIn, starts, s, (at, out) => startFeatures(units, cue, at, out));
        const ends = endCandidates(units, cue, began);
        const e = snapped(ends, to, true);
        if (e === -1) continue;
        stepChoice(end, seenIn, ends, e, (at, out) => endFeatures(units, cue, began, at, out));
        const content = [began, ends[e] as number] as const;
        const people = [NONE, ...speakerCandidates(units, cue, ...content)];
        const named = target.speaker;
        const near = named && (named[1] < cue ? named[1] : named[0]);
        const p = near === null ? 0 : people.indexOf(near);
        if (p === -1) continue;
        stepChoice(speaker, seenIn, people, p, (at, out) =>
          at === NONE
            ? noSpeakerFeatures(units, cue, content[0], out)
            : speakerFeatures(units, cue, ...content, at, out),
        );
        if (named === null || near === null) continue;
        const reach = reachCandidates(units, cue, ...content, near);
        const l = reach.indexOf(near === named[1] ? named[0] : named[1]);
        if (l !== -1)
          stepChoice(speakerEnd, seenIn, reach, l, (at, out) =>
            reachFeatures(units, cue, near, at, out),
          );
      }
    });
  }
  return {
    start: start.settled(),
    end: end.settled(),
    speaker: speaker.settled(),
    speakerEnd: speakerEnd.settled(),
  };
}

/** The models of the single decisions. */
export function trainFirst(ready: readonly Ready[]) {
  chooseHeads(ready);
  return { cue: trainCue(ready, INSIDE), ...trainSpans(ready) };
}
