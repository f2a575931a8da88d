import { analysePair } from '../../core/suggest/analysis';
import { findPartners } from '../../core/suggest/links';
import { PARTS, suggestFor, type Pair } from '../../core/suggest/suggest';
import type { Answer, Request, Texts } from './messages';

// The suggestion engine, off the thread of the page. It keeps the last pair, so that partners are found at once.

let kept: { readonly texts: Texts; readonly pair: Pair } | null = null;

function pairOf(texts: Texts): Pair {
  if (kept?.texts.left !== texts.left || kept.texts.right !== texts.right)
    kept = { texts, pair: analysePair(texts.left, texts.right) };
  return kept.pair;
}

function answer(message: Answer): void {
  self.postMessage(message);
}

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { type, job, texts } = data;
  try {
    const pair = pairOf(texts);
    if (type === 'suggest') {
      const onStep = (done: number, of: number) => answer({ type: 'step', job, done, of });
      answer({ type: 'found', job, suggestions: suggestFor(pair, PARTS, onStep) });
    } else {
      answer({ type: 'partners', job, links: findPartners(pair, data.side, data.span) });
    }
  } catch (error) {
    answer({ type: 'failed', job, problem: String(error) });
  }
});
