import { useCallback, useEffect, useRef, useState } from 'react';
import type { Comparison } from '../../core/model/comparison';
import type { Link } from '../../core/model/link';
import { pickAnnotation } from '../client/picks';
import { session, useSession } from '../client/session';
import { currentProposal } from '../client/suggestions';
import type { ArticleDom } from '../reader/article-dom';
import { linkTitle } from '../client/words';
import { useDoms } from '../reader/doms';
import styles from './ribbons.module.css';

interface Ribbon {
  readonly link: Link;
  readonly path: string;
  /** Whether both ends can be seen. */
  readonly whole: boolean;
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
  const [ribbons, setRibbons] = useState<readonly Ribbon[]>([]);
  const [suggested, setSuggested] = useState<string | null>(null);

  const measure = useCallback(() => {
    const { left, right } = doms;
    if (!svg.current || !comparison || !left || !right) return;
    const strip = svg.current.getBoundingClientRect();
    setRibbons(ribbonsOf(comparison, left, right, strip));
    setSuggested(
      proposal?.left && proposal.right
        ? (drawn(left.rangeOf(proposal.left), right.rangeOf(proposal.right), strip)?.path ?? null)
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
      {ribbons
        .toSorted((a, b) => Number(isActive(a.link)) - Number(isActive(b.link)))
        .map(({ link, path, whole }) => (
          <g
            key={link.id}
            className={styles.ribbon}
            data-active={isActive(link)}
            data-whole={whole}
            data-link={link.id}
            data-relation={link.relation}
            onPointerDown={(event) => event.stopPropagation()}
            onClick={() => pickAnnotation(session().side === 'left' ? link.left : link.right)}
          >
            <title>{linkTitle(link)}</title>
            <path className={styles.target} d={path} />
            <path className={styles.line} d={path} />
          </g>
        ))}
      {suggested && <path className={styles.suggested} d={suggested} data-suggested />}
    </svg>
  );
}

/** How far beyond the strip an end may lie and its ribbon still be drawn, in pixels. */
const BEYOND = 400;

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
    const ribbon = drawn(left.rangeOf(from), right.rangeOf(to), strip);
    return ribbon ? [{ link, ...ribbon }] : [];
  });
}

/** The line between two ranges, or null when it is too far away to be drawn. */
function drawn(from: Range, to: Range, strip: DOMRect): Omit<Ribbon, 'link'> | null {
  const y1 = middleOf(from) - strip.top;
  const y2 = middleOf(to) - strip.top;
  const sees = (y: number) => y > 0 && y < strip.height;
  const near = (y: number) => y > -BEYOND && y < strip.height + BEYOND;
  if (!(sees(y1) && near(y2)) && !(sees(y2) && near(y1))) return null;
  const half = strip.width / 2;
  return {
    path: `M0,${y1} C${half},${y1} ${half},${y2} ${strip.width},${y2}`,
    whole: sees(y1) && sees(y2),
  };
}

function middleOf(range: Range): number {
  const { top, bottom } = range.getBoundingClientRect();
  return (top + bottom) / 2;
}
