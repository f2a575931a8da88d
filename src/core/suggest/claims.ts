import type { Analysis } from './analysis';
import { claimModel, share } from './claims/model';
import data from './models/claims.json';
import type { ScoredSentence } from './suggestions';

const marginOf = claimModel(data);

/**
 * The sentences outside of the page's furniture, each with how much it is worth checking: 0 is talk, 1 a figure or a
 * fact that matters; .5 is the border that is right most often.
 */
export function scoreSentences(
  article: Analysis,
  furniture: readonly boolean[],
): readonly ScoredSentence[] {
  return article.sentences
    .filter(({ paragraph }) => furniture[paragraph] !== true)
    .map((sentence) => ({
      start: sentence.start,
      end: sentence.end,
      checkworthiness: share(marginOf(article, sentence)),
    }));
}
