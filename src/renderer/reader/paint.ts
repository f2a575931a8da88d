import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import { SIDES, type Side } from '../../core/model/fields';
import { wordEnd } from '../../core/text/boundaries';
import type { Span } from '../../core/text/quote-selector';
import { currentAnnotation, type Session } from '../client/session';
import { currentProposal, shownProposals } from '../client/suggestions';
import type { ArticleDom } from './article-dom';

// Painted in this order, later ones above. ::highlight() rules of the same names are in styles/highlights.css.
const LAYERS = [
  'furniture',
  'suggested-claim',
  'suggested-quote',
  'suggested-link',
  'claim',
  'quote',
  'other-tag',
  'claim-inner',
  'quote-inner',
  'other-tag-inner',
  'suggestion',
  'hovered',
  'partner',
  'picked',
  'span',
  'cursor',
] as const;
type Layer = (typeof LAYERS)[number];

const highlights = new Map<Layer, Highlight>();

function layer(name: Layer): Highlight {
  let highlight = highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = LAYERS.indexOf(name);
    highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

/** Paints one article's share of every layer (CSS Custom Highlight API); the paragraphs themselves stay as they are. */
export function paint(state: Session, doms: Readonly<Record<Side, ArticleDom | null>>): void {
  for (const name of LAYERS) layer(name).clear();
  const { comparison } = state;
  if (!comparison) return;
  const current = currentAnnotation(state);
  const partners = new Set(
    current
      ? lookupOf(comparison)
          .partnersOf(current.id)
          .map(({ id }) => id)
      : [],
  );
  for (const side of SIDES) {
    const dom = doms[side];
    if (!dom) continue;
    paintSuggestions(state, side, dom);
    paintAnnotations(comparison.annotations, side, dom);
    for (const annotation of comparison.annotations) {
      if (annotation.side !== side) continue;
      if (annotation.id === state.hovered) layer('hovered').add(rangeOf(dom, annotation));
      if (partners.has(annotation.id)) layer('partner').add(rangeOf(dom, annotation));
    }
    const pick = state.picks[side];
    if (pick?.kind === 'span') layer('span').add(dom.rangeOf(pick.span));
    const picked =
      pick?.kind === 'annotation' && comparison.annotations.find(({ id }) => id === pick.id);
    if (picked) layer('picked').add(rangeOf(dom, picked));
    if (!pick) {
      const { at } = state.cursors[side];
      layer('cursor').add(
        dom.rangeOf({ start: at, end: wordEnd(comparison[side].text, at, true) }),
      );
    }
  }
}

/** What is proposed, faintly; the suggestion worked on; and page furniture. */
function paintSuggestions(state: Session, side: Side, dom: ArticleDom): void {
  for (const span of state.suggest.found?.furniture[side] ?? [])
    layer('furniture').add(dom.rangeOf(span));
  if (state.preferences.marks)
    for (const proposal of shownProposals(state)) {
      const span = proposal[side];
      if (span) layer(`suggested-${proposal.kind}`).add(rangeOf(dom, span));
    }
  const span = currentProposal(state)?.[side];
  if (span) layer('suggestion').add(dom.rangeOf(span));
}

/** A span that begins inside an earlier one of its tag is painted as an inner one, so that nesting can be seen. */
function paintAnnotations(annotations: readonly Annotation[], side: Side, dom: ArticleDom): void {
  const reach = new Map<string, number>();
  for (const annotation of annotations) {
    if (annotation.side !== side) continue;
    const name =
      annotation.tag === 'claim' || annotation.tag === 'quote' ? annotation.tag : 'other-tag';
    const covered = reach.get(name) ?? 0;
    layer(annotation.start < covered ? `${name}-inner` : name).add(rangeOf(dom, annotation));
    reach.set(name, Math.max(covered, annotation.end));
  }
}

// Spans and doms never change, so a range is made once for each pair of them.
const ranges = new WeakMap<ArticleDom, WeakMap<Span, Range>>();

function rangeOf(dom: ArticleDom, span: Span): Range {
  let known = ranges.get(dom);
  if (!known) ranges.set(dom, (known = new WeakMap()));
  let range = known.get(span);
  if (!range) known.set(span, (range = dom.rangeOf(span)));
  return range;
}
