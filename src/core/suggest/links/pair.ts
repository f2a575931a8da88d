import type { Analysis } from '../analysis';
import { matchSentences, type SentenceMatch } from './candidates';
import { sentencePairs } from './sentence-pairs';
import { prepare, type SideText } from './side';
import { weighRoots } from './word-weights';

/** Two articles made ready for linking, with the pairs of sentences that may say the same. */
export interface ReadyPair {
  readonly left: SideText;
  readonly right: SideText;
  readonly matches: readonly SentenceMatch[];
}

/** Sentences that share less of their weight are not compared clause by clause: it costs time and finds nothing. */
const LEAST_LIKENESS = 0.09;

/** Makes two articles ready for linking. */
export function readyPair(leftArticle: Analysis, rightArticle: Analysis): ReadyPair {
  const roots = weighRoots(leftArticle, rightArticle);
  const left = prepare(leftArticle, roots);
  const right = prepare(rightArticle, roots);
  const matches = matchSentences(left, right, sentencePairs(left, right));
  return { left, right, matches: matches.filter(({ facts }) => facts.likeness >= LEAST_LIKENESS) };
}
