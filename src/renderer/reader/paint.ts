import { lookupOf } from '../../core/lookup/lookup';
import { SIDES, type Side } from '../../core/model/fields';
import { firstNot } from '../../core/model/sorted';
import type { Span } from '../../core/text/quote-selector';
import { sharedLength } from '../../core/text/spans';
import { currentFound, foundNow, type Found } from '../client/find';
import {
  currentAnnotation,
  onChange,
  pickedAnnotation,
  session,
  type Session,
} from '../client/session';
import { currentProposal, shownProposals } from '../client/suggestions';
import { currentUnplaced } from '../client/unplaced';
import type { ArticleDom } from './article-dom';
import { cursorMark } from './cursor-mark';
import { depthsIn } from './depths';
import { layer, layerAt } from './layers';
import { layerOf } from './tag-layers';
import { useViews } from './views';

/** A span and the layer it is painted on. */
type Mark = readonly [layer: string, span: Span];

/** Something that is painted: it is looked at again only when what it reads has changed. */
interface Source {
  readonly reads: (state: Session, side: Side, view: Span) => readonly unknown[];
  /** What it paints in one article; `view` is the stretch that is to be painted. */
  readonly marks: (state: Session, side: Side, view: Span) => readonly Mark[];
}

const SOURCES: readonly Source[] = [
  {
    reads: ({ suggest }, _side, view) => [suggest.found, view],
    marks: ({ suggest }, side, view) =>
      (suggest.found?.furniture[side] ?? []).flatMap((span) => markIn(view, 'furniture', span)),
  },
  {
    reads: (state, _side, view) => [state.preferences.marks && shownProposals(state), view],
    marks: (state, side, view) =>
      (state.preferences.marks ? shownProposals(state) : []).flatMap(({ kind, [side]: span }) =>
        markIn(view, `suggested-${kind}`, span),
      ),
  },
  {
    reads: ({ comparison, settings }, _side, view) => [comparison?.annotations, settings, view],
    marks: ({ comparison, settings }, side, view) =>
      comparison
        ? depthsIn(lookupOf(comparison), side, view).map(({ annotation, depth }) => [
            layerAt(layerOf(annotation.tag, settings), depth),
            annotation,
          ])
        : [],
  },
  {
    reads: (state) => [currentProposal(state)],
    marks: (state, side) => mark('suggestion', currentProposal(state)?.[side]),
  },
  {
    reads: (state) => [currentUnplaced(state)],
    marks: (state, side) => {
      const waiting = currentUnplaced(state);
      return waiting?.side === side ? mark('suggestion', waiting.guess) : [];
    },
  },
  {
    reads: ({ comparison, hovered }) => [comparison?.annotations, hovered],
    marks: ({ comparison, hovered }, side) => {
      const annotation = comparison && hovered && lookupOf(comparison).annotation(hovered);
      return annotation && annotation.side === side ? mark('hovered', annotation) : [];
    },
  },
  {
    reads: (state) => [state.comparison, currentAnnotation(state)],
    marks: (state, side) => {
      const current = currentAnnotation(state);
      if (!state.comparison || !current) return [];
      const partners = lookupOf(state.comparison).partnersOf(current.id);
      return partners.flatMap((each) => (each.side === side ? mark('partner', each) : []));
    },
  },
  {
    reads: (state, side) => [pickedAnnotation(state, side)],
    marks: (state, side) => mark('picked', pickedAnnotation(state, side)),
  },
  {
    reads: ({ picks }, side) => [picks[side]],
    marks: ({ picks }, side) => {
      const pick = picks[side];
      return pick?.kind === 'span' ? mark('span', pick.span) : [];
    },
  },
  {
    reads: ({ comparison, cursors, preferences }, side) => [
      comparison?.id,
      cursors[side],
      preferences.exact,
    ],
    marks: ({ comparison, cursors, preferences }, side) => {
      if (!comparison) return [];
      const at = cursorMark(comparison[side].text, cursors[side], preferences.exact);
      return mark(at.layer, at.span);
    },
  },
  {
    reads: (state, _side, view) => [found(state), view],
    marks: (state, side, view) =>
      spansIn(found(state)?.[side] ?? [], view).flatMap((span) => mark('found', span)),
  },
  {
    reads: (state) => [currentMatch(state)],
    marks: (state, side) => {
      const match = currentMatch(state);
      return match?.side === side ? mark('found-current', match) : [];
    },
  },
];

/** What is found, while the bar is shown. */
function found(state: Session): Found | null {
  return state.find.open && state.comparison ? foundNow(state) : null;
}

function currentMatch(state: Session): Found['all'][number] | null {
  return found(state)?.all[currentFound(state)] ?? null;
}

/** Those of the spans, which stand in order and apart, that reach into a stretch of the text. */
function spansIn(spans: readonly Span[], { start, end }: Span): readonly Span[] {
  const first = firstNot(spans, (span) => span.end <= start);
  return spans.slice(
    first,
    firstNot(spans, (span) => span.start < end),
  );
}

function mark(name: string, span: Span | null | undefined): readonly Mark[] {
  return span ? [[name, span]] : [];
}

function markIn(view: Span, name: string, span: Span | null): readonly Mark[] {
  return span && sharedLength(view, span) > 0 ? mark(name, span) : [];
}

/**
 * Paints what is marked in the articles (CSS Custom Highlight API) and keeps it up to date until the answer is called.
 * The paragraphs themselves stay as they are, and only what changed is touched.
 */
export function startPainting(doms: Readonly<Record<Side, ArticleDom | null>>): () => void {
  const painted = SIDES.flatMap((side) => {
    const dom = doms[side];
    return dom ? SOURCES.map((source) => new Painted(source, side, dom)) : [];
  });
  const paint = () => {
    for (const each of painted) each.update(session(), useViews.getState());
  };
  paint();
  const offs = [onChange(paint), useViews.subscribe(paint)];
  return () => {
    for (const off of offs) off();
    for (const each of painted) each.clear();
  };
}

/** One source's share of one article, as it is on the page. */
class Painted {
  #read: readonly unknown[] | null = null;
  #ranges: ReadonlyMap<Span, { readonly name: string; readonly range: Range }> = new Map();

  constructor(
    private readonly source: Source,
    private readonly side: Side,
    private readonly dom: ArticleDom,
  ) {}

  update(state: Session, views: Readonly<Record<Side, Span>>): void {
    const view = views[this.side];
    const read = this.source.reads(state, this.side, view);
    if (this.#read && read.every((each, index) => each === this.#read?.[index])) return;
    this.#read = read;
    this.#show(this.source.marks(state, this.side, view));
  }

  clear(): void {
    this.#show([]);
  }

  #show(marks: readonly Mark[]): void {
    const before = new Map(this.#ranges);
    const after = new Map<Span, { readonly name: string; readonly range: Range }>();
    for (const [name, span] of marks) {
      const there = before.get(span);
      if (there?.name === name) {
        after.set(span, there);
        before.delete(span);
      } else {
        const range = this.dom.rangeOf(span);
        layer(name).add(range);
        after.set(span, { name, range });
      }
    }
    for (const { name, range } of before.values()) layer(name).delete(range);
    this.#ranges = after;
  }
}
