import { createHash } from 'node:crypto';
import type { Annotation } from '../../src/core/model/annotation';
import { NO_DETAILS, type Article } from '../../src/core/model/article';
import { inOrder, newComparison, type Comparison } from '../../src/core/model/comparison';
import { SIDES, type Side } from '../../src/core/model/fields';
import type { Link } from '../../src/core/model/link';
import { NOW } from '../../src/core/testing/arbitraries';
import { annotationRecord, linkRecord } from '../../src/core/testing/records';
import { randomFrom } from '../train/random';

/** How large a made-up comparison is: characters of each article, and annotations and links of both together. */
export interface Size {
  readonly length: number;
  readonly annotations: number;
  readonly links: number;
}

const WORDS =
  'the of and a to in city bridge harbour council minister said on Friday repairs traffic was closed after inspectors found cracks in two cables engineers expect weeks before it opens again shops hotels ferries boats residents asked why warnings from spring had been ignored an hour report storms budget vote mayor evening'.split(
    ' ',
  );
/** The shortest and longest span, in characters. */
const [SHORTEST, LONGEST] = [20, 260];

/** A comparison of made-up news, the same for the same size: paragraphs of plain words, spans that overlap and nest. */
export function makeComparison({ length, annotations, links }: Size): Comparison {
  const random = randomFrom(annotations + length);
  const below = (limit: number) => Math.floor(random() * limit);
  const left = makeArticle('The left account', length, below);
  const right = makeArticle('The right account', length, below);
  const texts = { left: left.text, right: right.text };
  const spans = SIDES.flatMap((side) =>
    Array.from({ length: annotations / 2 }, (_, at) => makeSpan(side, at, texts[side], below)),
  );
  const of = (side: Side) =>
    spans.filter((span) => span.side === side).toSorted((a, b) => a.start - b.start);
  const [lefts, rights] = [of('left'), of('right')];
  const ties = Array.from({ length: links }, (_, at): Link => {
    const one = Math.floor((at * lefts.length) / links);
    return linkRecord({
      id: idOf('k', at),
      left: lefts[one]?.id ?? '',
      // Mostly across from it, as duplicates are.
      right: rights[Math.min(Math.max(one + below(9) - 4, 0), rights.length - 1)]?.id ?? '',
    });
  });
  const title = `${annotations.toLocaleString('en')} spans`;
  const empty = newComparison({ id: `bench-${annotations}`, title, created: NOW, left, right });
  return inOrder({ ...empty, annotations: spans, links: ties });
}

function makeArticle(title: string, length: number, below: (limit: number) => number): Article {
  const lines = [title];
  for (let made = title.length; made < length;) {
    const sentences = Array.from({ length: 3 + below(4) }, () => makeSentence(below));
    const line = sentences.join(' ').slice(0, length - made - 1);
    if (line === '') break;
    lines.push(line);
    made += line.length + 1;
  }
  const text = lines.join('\n');
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  return { ...NO_DETAILS, title, outlet: 'The Bench', text, sha256 };
}

function makeSentence(below: (limit: number) => number): string {
  const words = Array.from({ length: 9 + below(16) }, () => WORDS[below(WORDS.length)]).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function makeSpan(
  side: Side,
  at: number,
  text: string,
  below: (limit: number) => number,
): Annotation {
  const start = below(text.length - LONGEST);
  const end = start + SHORTEST + below(LONGEST - SHORTEST);
  return annotationRecord({
    id: idOf(side.charAt(0), at),
    side,
    tag: below(3) === 0 ? 'quote' : 'claim',
    start,
    end,
    exact: text.slice(start, end),
  });
}

function idOf(kind: string, at: number): string {
  return `${kind}-${String(at).padStart(8, '0')}`;
}
