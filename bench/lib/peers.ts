import nlp from 'compromise';
import { diffWords } from 'diff';
import diffMatchPatch from 'diff-match-patch';
import { suggest } from '../../src/core/suggest/suggest';
import type { Suggestions } from '../../src/core/suggest/suggestions';
import type { Span } from '../../src/core/text/quote-selector';

// What others would propose, in our form, so that one scorer measures all.

/** A stretch that both texts have, in UTF-16 code units. */
interface Match {
  left: Span;
  right: Span;
}

type Matcher = (left: string, right: string) => readonly Match[];

const NGRAM = 50;
/** Equal words of a diff count as a link from this length on; shorter ones are chance. */
const MIN_LINK = 20;
/** Matches no further apart than this on both sides are one passage. */
const PASSAGE_GAP = 200;
const MIN_PASSAGE = 150;

/** jsdiff's word diff: its unchanged stretches. */
const jsdiff: Matcher = (left, right) => {
  let [at, to] = [0, 0];
  return diffWords(left, right).flatMap(({ added, removed, value }) => {
    const { length } = value;
    const match = { left: { start: at, end: at + length }, right: { start: to, end: to + length } };
    if (!added) at += length;
    if (!removed) to += length;
    return added || removed ? [] : [match];
  });
};

/** diff-match-patch's diff with its own defaults (a second's time limit, line mode): its unchanged stretches. */
const dmp: Matcher = (left, right) => {
  const differ = new diffMatchPatch.diff_match_patch();
  let [at, to] = [0, 0];
  return differ.diff_main(left, right).flatMap(([kind, { length }]) => {
    const match = { left: { start: at, end: at + length }, right: { start: to, end: to + length } };
    if (kind <= 0) at += length;
    if (kind >= 0) to += length;
    return kind === 0 ? [match] : [];
  });
};

/** The baseline of PAN: stretches of 50 characters and more that both texts have, each where the left has it first. */
const ngrams: Matcher = (left, right) => {
  const places = new Map<string, number>();
  for (let at = left.length - NGRAM; at >= 0; at--) places.set(left.slice(at, at + NGRAM), at);
  const matches: Match[] = [];
  for (let to = 0; to + NGRAM <= right.length; to++) {
    const at = places.get(right.slice(to, to + NGRAM));
    if (at === undefined) continue;
    let length = NGRAM;
    while (
      at + length < left.length &&
      to + length < right.length &&
      left[at + length] === right[to + length]
    )
      length++;
    matches.push({ left: { start: at, end: at + length }, right: { start: to, end: to + length } });
    to += length;
  }
  return matches;
};

/** The peers that compare two texts, by name. */
export const MATCHERS = { jsdiff, 'diff-match-patch': dmp, 'n-grams': ngrams } as const;
export type MatcherName = keyof typeof MATCHERS;

const NOTHING = suggest('', '', []);

/** A peer's matches as links and, joined over small gaps, as passages. */
export function peerSuggestions(name: MatcherName, left: string, right: string): Suggestions {
  const matches = MATCHERS[name](left, right);
  const passages: Match[] = [];
  for (const match of matches) {
    const last = passages.at(-1);
    if (last && isNear(last.left, match.left) && isNear(last.right, match.right)) {
      last.left = { start: last.left.start, end: match.left.end };
      last.right = { start: last.right.start, end: match.right.end };
    } else if (match.left.end - match.left.start >= MIN_LINK) passages.push({ ...match });
  }
  return {
    ...NOTHING,
    links: matches
      .filter(({ left: { start, end } }) => end - start >= MIN_LINK)
      .map((match) => ({ ...match, kind: 'verbatim', tag: 'claim', score: 1, words: [] })),
    passages: passages
      .filter(({ left: { start, end } }) => end - start >= MIN_PASSAGE)
      .map((match) => ({ ...match, score: 1 })),
  };
}

function isNear(before: Span, after: Span): boolean {
  return after.start >= before.end && after.start - before.end <= PASSAGE_GAP;
}

/** compromise's quotations() as direct quotes; it knows no speakers. */
export function compromiseQuotes(text: string): Suggestions {
  const found = nlp(text).quotations().json({ offset: true }) as {
    offset: { start: number; length: number };
  }[];
  const left = found.map(({ offset: { start, length } }) => ({
    start,
    end: start + length,
    kind: 'direct' as const,
    speaker: null,
    cue: null,
    score: 1,
  }));
  return { ...NOTHING, quotes: { left, right: [] } };
}
