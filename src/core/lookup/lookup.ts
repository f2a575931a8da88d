import { summarise, type Summary } from '../measure/summary';
import { compareIds, type Annotation } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { SIDES, type Side } from '../model/fields';
import type { Link } from '../model/link';
import { byId, firstNot, placeIn } from '../model/sorted';
import type { Span } from '../text/quote-selector';
import { keyed, valueOf, withValue, type Keyed } from './keyed';
import { overlapping, spanIndexOf, withoutSpan, withSpan, type SpanIndex } from './span-index';
import { summaryAfter } from './summary-after';
import type { Swap } from './swap';

/** What a lookup is made of; each part is made when it is first asked for. */
interface Parts {
  readonly annotations: Keyed<Annotation>;
  /** The links of each linked annotation, in their order. */
  readonly links: Keyed<readonly Link[]>;
  readonly spans: Readonly<Record<Side, SpanIndex>>;
  readonly summary: Summary;
}

/** What a comparison holds, by id and by place, answered without going through all of it. */
export class Lookup {
  readonly #comparison: Comparison;
  readonly #parts: { -readonly [K in keyof Parts]?: Parts[K] };

  constructor(comparison: Comparison, parts: Partial<Parts> = {}) {
    this.#comparison = comparison;
    this.#parts = { ...parts };
  }

  /** The annotation with that id. */
  annotation(id: string): Annotation | undefined {
    return valueOf(this.#part('annotations'), id);
  }

  /** The link with that id. */
  link(id: string): Link | undefined {
    return byId(this.#comparison.links, id);
  }

  /** The links of an annotation, in their order. */
  linksOf(id: string): readonly Link[] {
    return valueOf(this.#part('links'), id) ?? NO_LINKS;
  }

  /** The annotations that links tie to `id`, each once, in the links' order. */
  partnersOf(id: string): readonly Annotation[] {
    const ids = this.linksOf(id).map(({ left, right }) => (left === id ? right : left));
    return [...new Set(ids)].flatMap((each) => this.annotation(each) ?? []);
  }

  /** The annotations of one article that share a character with a span, in their order. */
  overlapping(side: Side, { start, end }: Span): readonly Annotation[] {
    return overlapping(this.#part('spans')[side], start, end);
  }

  /** The annotations of one article that cover the character at `offset`, the shortest first. */
  at(side: Side, offset: number): readonly Annotation[] {
    return overlapping(this.#part('spans')[side], offset, offset + 1).toSorted(
      (a, b) => a.end - a.start - (b.end - b.start),
    );
  }

  /** What `summarise` counts. */
  get summary(): Summary {
    return this.#part('summary');
  }

  /** The lookup of the comparison that a change made of this one's; without a swap both lists are as they were. */
  after(next: Comparison, swap?: Swap): Lookup {
    if (!swap) return new Lookup(next, this.#parts);
    const { annotations, links, spans, summary } = this.#parts;
    const carried: { -readonly [K in keyof Parts]?: Parts[K] } = {};
    if (annotations) carried.annotations = annotationsAfter(annotations, swap);
    if (links) carried.links = linksAfter(links, swap);
    if (spans) carried.spans = spansAfter(spans, swap);
    const lookup = new Lookup(next, carried);
    if (summary)
      lookup.#parts.summary = summaryAfter(
        summary,
        swap,
        (id) => this.linksOf(id),
        (id) => lookup.linksOf(id),
      );
    return lookup;
  }

  #part<K extends keyof Parts>(name: K): Parts[K] {
    return (this.#parts[name] ??= BUILDERS[name](this.#comparison));
  }
}

const NO_LINKS: readonly Link[] = [];

const BUILDERS: { readonly [K in keyof Parts]: (comparison: Comparison) => Parts[K] } = {
  annotations: ({ annotations }) => keyed(annotations.map((each) => [each.id, each])),
  links: ({ links }) => {
    const ofEach = new Map<string, Link[]>();
    for (const link of links)
      for (const id of [link.left, link.right]) {
        const list = ofEach.get(id);
        if (list) list.push(link);
        else ofEach.set(id, [link]);
      }
    return keyed(ofEach);
  },
  spans: ({ annotations }) => {
    const rights = firstNot(annotations, ({ side }) => side === 'left');
    return {
      left: spanIndexOf(annotations.slice(0, rights)),
      right: spanIndexOf(annotations.slice(rights)),
    };
  },
  summary: summarise,
};

function annotationsAfter(map: Keyed<Annotation>, swap: Swap): Keyed<Annotation> {
  if (swap.type === 'link') return map;
  const { gone, came } = swap;
  const left = gone ? withValue(map, gone.id, undefined) : map;
  return came ? withValue(left, came.id, came) : left;
}

function linksAfter(map: Keyed<readonly Link[]>, swap: Swap): Keyed<readonly Link[]> {
  if (swap.type === 'annotation') return map;
  const { gone, came } = swap;
  let links = map;
  for (const side of SIDES) {
    if (gone) links = withLinks(links, gone[side], (list) => list.filter((each) => each !== gone));
    if (came)
      links = withLinks(links, came[side], (list) =>
        list.toSpliced(placeIn(list, came, compareIds), 0, came),
      );
  }
  return links;
}

function withLinks(
  map: Keyed<readonly Link[]>,
  id: string,
  change: (list: readonly Link[]) => readonly Link[],
): Keyed<readonly Link[]> {
  const list = change(valueOf(map, id) ?? NO_LINKS);
  return withValue(map, id, list.length > 0 ? list : undefined);
}

function spansAfter(spans: Parts['spans'], swap: Swap): Parts['spans'] {
  if (swap.type === 'link') return spans;
  const { gone, came } = swap;
  const next = { ...spans };
  if (gone) next[gone.side] = withoutSpan(next[gone.side], gone);
  if (came) next[came.side] = withSpan(next[came.side], came);
  return next;
}

const lookups = new WeakMap<Comparison, Lookup>();

/** What a comparison holds, by id and by place; made once for each comparison, or carried to it by an edit. */
export function lookupOf(comparison: Comparison): Lookup {
  let lookup = lookups.get(comparison);
  if (!lookup) lookups.set(comparison, (lookup = new Lookup(comparison)));
  return lookup;
}

/** Carries what is known of a comparison over to the one that a change made of it. */
export function carryLookup(from: Comparison, to: Comparison, swap?: Swap): void {
  lookups.set(to, lookupOf(from).after(to, swap));
}
