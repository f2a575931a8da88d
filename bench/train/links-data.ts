import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analysePair, type Analysis } from '../../src/core/suggest/analysis';
import type { LinkKind } from '../../src/core/model/fields';
import type { Span } from '../../src/core/text/quote-selector';

export interface GoldLink {
  readonly left: Span;
  readonly right: Span;
  readonly kind: LinkKind;
  readonly tag: 'claim' | 'quote';
}

/** A pair of articles with its gold links, offsets in UTF-16 code units. */
export interface GoldPair {
  readonly name: string;
  readonly adjudicated: boolean;
  readonly left: Analysis;
  readonly right: Analysis;
  readonly links: readonly GoldLink[];
}

type RawLink = { a: [number, number]; b: [number, number]; kind: LinkKind; tag: 'claim' | 'quote' };

/** All pairs of the evaluation folder's news-pairs, the adjudicated ones first. */
export function goldPairs(folder: string): GoldPair[] {
  const news = join(folder, 'data', 'news-pairs');
  return ['gold.jsonl', 'gold-train.jsonl'].flatMap((file) =>
    readFileSync(join(news, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const entry = JSON.parse(line) as { a: string; b: string; links: RawLink[] };
        const left = readFileSync(join(news, entry.a), 'utf8');
        const right = readFileSync(join(news, entry.b), 'utf8');
        const pair = analysePair(left, right);
        const inLeft = toUtf16(left);
        const inRight = toUtf16(right);
        return {
          ...pair,
          name: entry.a.split('/')[0] as string,
          adjudicated: file === 'gold.jsonl',
          links: entry.links.map(({ a, b, kind, tag }) => ({
            left: { start: inLeft(a[0]), end: inLeft(a[1]) },
            right: { start: inRight(b[0]), end: inRight(b[1]) },
            kind,
            tag,
          })),
        };
      }),
  );
}

function toUtf16(text: string): (codePoint: number) => number {
  const at: number[] = [];
  for (let i = 0; i < text.length; i += (text.codePointAt(i) as number) > 0xffff ? 2 : 1)
    at.push(i);
  at.push(text.length);
  return (codePoint) => at[codePoint] as number;
}

/** Intersection over union of two spans. */
export function overlap(x: Span, y: Span): number {
  const shared = Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start));
  return shared / (x.end - x.start + y.end - y.start - shared);
}
