import { useCallback, useEffect, useRef, useState } from 'react';
import { lookupOf, type Lookup } from '../../core/lookup/lookup';
import { otherSide, SIDES, type Side } from '../../core/model/fields';
import type { Link } from '../../core/model/link';
import type { Span } from '../../core/text/quote-selector';
import { pickAnnotation } from '../client/picks';
import { session, useSession } from '../client/session';
import { currentProposal } from '../client/suggestions';
import type { ArticleDom } from '../reader/article-dom';
import { linkTitle } from '../client/words';
import { useDoms } from '../reader/doms';
import { ribbonShape, type RibbonShape } from './ribbon-shape';
import { useViews } from '../reader/views';
import styles from './ribbons.module.css';

interface Ribbon {
  readonly link: Link;
  readonly shape: RibbonShape;
}

/** The ties between the articles, drawn in the strip between them for the links that can be seen. */
export function Ribbons() {
  const svg = useRef<SVGSVGElement>(null);
  const comparison = useSession((state) => state.comparison);
  const picks = useSession((state) => state.picks);
  const hovered = useSession((state) => state.hovered);
  const doms = useDoms();
  const proposal = useSession(currentProposal);
  const preferences = useSession((state) => state.preferences);
  const onlySelection = useSession((state) => state.preferences.ribbons === 'selection');
  const [ribbons, setRibbons] = useState<readonly Ribbon[]>([]);
  const [suggested, setSuggested] = useState<string | null>(null);

  const measure = useCallback(() => {
    const { left, right } = doms;
    if (!svg.current || !comparison || !left || !right) return;
    const strip = svg.current.getBoundingClientRect();
    const heights = { left: heightsIn(left, strip), right: heightsIn(right, strip) };
    setRibbons(ribbonsOf(lookupOf(comparison), useViews.getState(), heights, strip));
    setSuggested(
      proposal?.left && proposal.right
        ? (ribbonShape(heights.left(proposal.left), heights.right(proposal.right), strip)?.path ??
            null)
        : null,
    );
  }, [comparison, proposal, doms]);

  const latest = useRef(measure);
  useEffect(() => {
    latest.current = measure;
    const frame = requestAnimationFrame(measure);
    return () => cancelAnimationFrame(frame);
  }, [measure]);

  useEffect(() => {
    // Another typeface may move every word and leave the text as high as it was.
    for (const dom of [doms.left, doms.right]) if (dom) forgetHeights(dom);
    const frame = requestAnimationFrame(() => latest.current());
    return () => cancelAnimationFrame(frame);
  }, [doms, preferences]);

  useEffect(() => {
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => latest.current());
    };
    const observer = new ResizeObserver(() => {
      for (const dom of [doms.left, doms.right]) if (dom) forgetHeights(dom);
      soon();
    });
    for (const dom of [doms.left, doms.right]) if (dom) observer.observe(dom.root);
    if (svg.current) observer.observe(svg.current);
    // Scroll events do not bubble, but they can be captured.
    document.addEventListener('scroll', soon, { capture: true, passive: true });
    const offViews = useViews.subscribe(soon);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('scroll', soon, { capture: true });
      offViews();
    };
  }, [doms]);

  const picked = new Set(
    [picks.left, picks.right].flatMap((pick) => (pick?.kind === 'annotation' ? [pick.id] : [])),
  );
  const isActive = ({ left, right }: Link) =>
    picked.has(left) || picked.has(right) || hovered === left || hovered === right;
  return (
    <svg ref={svg} className={styles.ribbons} aria-hidden>
      {(onlySelection ? ribbons.filter(({ link }) => isActive(link)) : ribbons)
        .toSorted((a, b) => Number(isActive(a.link)) - Number(isActive(b.link)))
        .map(({ link, shape }) => (
          <g
            key={link.id}
            className={styles.ribbon}
            data-active={isActive(link)}
            data-away={shape.away?.towards}
            data-link={link.id}
            data-relation={link.relation}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => pickEnd(link, shape)}
          >
            <title>{linkTitle(link)}</title>
            <path className={styles.target} d={shape.path} />
            <path className={styles.line} d={shape.path} strokeOpacity={shape.strength} />
            {shape.away && <path className={styles.arrow} d={shape.away.arrow} />}
          </g>
        ))}
      {suggested && <path className={styles.suggested} d={suggested} data-suggested />}
    </svg>
  );
}

/** Picks the end that can be seen, which brings the other one level with it. */
function pickEnd({ left, right }: Link, { away }: RibbonShape): void {
  const seen = away ? otherSide(away.side) : session().side;
  if (seen === 'left') pickAnnotation(left, { partner: right });
  else pickAnnotation(right, { partner: left });
}

/** The ribbons of the links that have an end near what can be seen. */
function ribbonsOf(
  lookup: Lookup,
  views: Readonly<Record<Side, Span>>,
  heights: Readonly<Record<Side, Heights>>,
  strip: DOMRect,
): readonly Ribbon[] {
  const links = new Set(
    SIDES.flatMap((side) =>
      lookup.overlapping(side, views[side]).flatMap(({ id }) => lookup.linksOf(id)),
    ),
  );
  return [...links].flatMap((link) => {
    const [from, to] = [lookup.annotation(link.left), lookup.annotation(link.right)];
    const shape = from && to && ribbonShape(heights.left(from), heights.right(to), strip);
    return shape ? [{ link, shape }] : [];
  });
}

/** Where the middle of a span stands in the strip, in pixels. */
type Heights = (span: Span) => number;

// How far a span's middle lies below its text's upper edge changes only when the text's size does.
const known = new WeakMap<ArticleDom, WeakMap<Span, number>>();

function forgetHeights(dom: ArticleDom): void {
  known.delete(dom);
}

function heightsIn(dom: ArticleDom, strip: DOMRect): Heights {
  const edge = dom.root.getBoundingClientRect().top;
  let below = known.get(dom);
  if (!below) known.set(dom, (below = new WeakMap()));
  return (span) => {
    let middle = below.get(span);
    if (middle === undefined) {
      const { top, bottom } = dom.rangeOf(span).getBoundingClientRect();
      below.set(span, (middle = (top + bottom) / 2 - edge));
    }
    return middle + edge - strip.top;
  };
}
