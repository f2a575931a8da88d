import { useCallback, useEffect, useRef, useState } from 'react';
import type { Comparison } from '../../core/model/comparison';
import type { Link } from '../../core/model/link';
import { otherSide } from '../../core/model/fields';
import { pickAnnotation } from '../client/picks';
import { session, useSession } from '../client/session';
import { currentProposal } from '../client/suggestions';
import type { ArticleDom } from '../reader/article-dom';
import { linkTitle } from '../client/words';
import { useDoms } from '../reader/doms';
import { ribbonShape, type RibbonShape } from './ribbon-shape';
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
    setRibbons(ribbonsOf(comparison, left, right, strip));
    setSuggested(
      proposal?.left && proposal.right
        ? (shapeOf(left.rangeOf(proposal.left), right.rangeOf(proposal.right), strip)?.path ?? null)
        : null,
    );
  }, [comparison, proposal, doms]);

  useEffect(() => {
    let frame = requestAnimationFrame(measure);
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    const observer = new ResizeObserver(soon);
    for (const dom of [doms.left, doms.right]) if (dom) observer.observe(dom.root);
    if (svg.current) observer.observe(svg.current);
    // Scroll events do not bubble, but they can be captured.
    document.addEventListener('scroll', soon, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      document.removeEventListener('scroll', soon, { capture: true });
    };
  }, [measure, doms, preferences]);

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

function ribbonsOf(
  comparison: Comparison,
  left: ArticleDom,
  right: ArticleDom,
  strip: DOMRect,
): readonly Ribbon[] {
  const annotations = new Map(comparison.annotations.map((each) => [each.id, each]));
  return comparison.links.flatMap((link) => {
    const [from, to] = [annotations.get(link.left), annotations.get(link.right)];
    if (!from || !to) return [];
    const shape = shapeOf(left.rangeOf(from), right.rangeOf(to), strip);
    return shape ? [{ link, shape }] : [];
  });
}

function shapeOf(from: Range, to: Range, strip: DOMRect): RibbonShape | null {
  return ribbonShape(middleOf(from) - strip.top, middleOf(to) - strip.top, strip);
}

function middleOf(range: Range): number {
  const { top, bottom } = range.getBoundingClientRect();
  return (top + bottom) / 2;
}
