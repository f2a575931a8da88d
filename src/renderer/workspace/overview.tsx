import { useEffect, useMemo, useRef } from 'react';
import type { Comparison } from '../../core/model/comparison';
import { SIDES, type Side } from '../../core/model/fields';
import { paintOf } from '../../core/model/tags';
import type { SuggestedPassage } from '../../core/suggest/suggestions';
import type { Span } from '../../core/text/quote-selector';
import { recordJump } from '../client/back-forward';
import { pickAnnotation } from '../client/picks';
import { update, useSession } from '../client/session';
import { currentProposal, shownProposals } from '../client/suggestions';
import { useSettled } from '../client/use-settled';
import { domOf, useDoms } from '../reader/doms';
import {
  BARS,
  HEIGHT,
  heightOf,
  LOWEST,
  marksOf,
  middleOf,
  pathOf,
  tie,
  tieAt,
  tiesOf,
  WIDTH,
} from './overview-marks';
import styles from './overview.module.css';

/** How wide the overview is, in its own unit. */
const ACROSS = BARS.right + WIDTH;

/**
 * The whole pair at a glance: a bar for each article with what is marked in it, the ties between them, and the part on
 * the screen. A click goes there. It lies on its side between articles that are stacked. Hidden from assistive
 * technology: the lists say the same in words.
 */
export function Overview({ lying }: { lying: boolean }) {
  const comparison = useSession((state) => state.comparison);
  const proposals = useSession((state) => (state.preferences.marks ? shownProposals(state) : NONE));
  const current = useSession(currentProposal);
  const settings = useSession((state) => state.settings);
  const settled = useSettled(comparison);
  const marks = useMemo(() => settled && marksOf(settled), [settled]);
  const ties = useMemo(() => settled && tiesOf(settled), [settled]);
  const [left, right] = [comparison?.left.text.length ?? 0, comparison?.right.text.length ?? 0];
  const faint = useMemo(
    () => ({
      left: pathOf(spansOf(proposals, 'left'), left, 'left'),
      right: pathOf(spansOf(proposals, 'right'), right, 'right'),
    }),
    [left, right, proposals],
  );
  const passages = useSession((state) => state.suggest.found?.passages);
  if (!comparison) return null;
  return (
    <svg
      className={styles.overview}
      viewBox={lying ? `0 0 ${HEIGHT} ${ACROSS}` : `0 0 ${ACROSS} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden
      data-overview={lying ? 'lying' : 'standing'}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => goTo(event, comparison, lying)}
    >
      <g transform={lying ? 'matrix(0 1 1 0 0 0)' : undefined}>
        {passages?.map((passage, index) => (
          <path key={index} className={styles.passage} d={band(passage, comparison)} />
        ))}
        {SIDES.map((side) => (
          <g key={side}>
            <rect className={styles.bar} x={BARS[side]} width={WIDTH} height={HEIGHT} />
            <path className={styles.faint} d={faint[side]} />
            {marks?.[side].map(({ tag, path }) => (
              <path
                key={tag}
                className={styles.mark}
                data-colour={paintOf(tag, settings)}
                d={path}
              />
            ))}
            <Viewport side={side} length={comparison[side].text.length} />
          </g>
        ))}
        {ties && <path className={styles.tie} d={ties} />}
        {current?.left && current.right && (
          <path
            className={styles.current}
            d={tie(
              middleOf(current.left, comparison.left.text.length),
              middleOf(current.right, comparison.right.text.length),
            )}
          />
        )}
      </g>
    </svg>
  );
}

const NONE: ReturnType<typeof shownProposals> = [];

/** The part of an article that is on the screen; measured once a frame while it moves, and drawn past React. */
function Viewport({ side, length }: { side: Side; length: number }) {
  const dom = useDoms((doms) => doms[side]);
  const drawn = useRef<SVGRectElement>(null);
  useEffect(() => {
    const pane = dom?.root.closest<HTMLElement>('[data-pane]');
    if (!dom || !pane) return;
    let frame = 0;
    const measure = () => {
      const seen = pane.getBoundingClientRect();
      const top = heightOf(dom.offsetNear(seen.top), length);
      const bottom = heightOf(dom.offsetNear(seen.bottom), length);
      drawn.current?.setAttribute('y', String(top));
      drawn.current?.setAttribute('height', String(Math.max(LOWEST * 3, bottom - top)));
    };
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    soon();
    const observer = new ResizeObserver(soon);
    observer.observe(pane);
    observer.observe(dom.root);
    pane.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      pane.removeEventListener('scroll', soon);
    };
  }, [dom, length]);
  return (
    <rect
      ref={drawn}
      className={styles.viewport}
      data-viewport={side}
      x={BARS[side] - 1}
      width={WIDTH + 2}
    />
  );
}

/** Where the suggested links lie. */
function spansOf(proposals: ReturnType<typeof shownProposals>, side: Side): readonly Span[] {
  return proposals.flatMap(({ kind, [side]: span }) => (kind === 'link' && span ? [span] : []));
}

/** A passage as a band from one bar to the other. */
function band({ left, right }: SuggestedPassage, comparison: Comparison): string {
  const y = (offset: number, side: Side) =>
    heightOf(offset, comparison[side].text.length).toFixed(1);
  const [x1, x2] = [BARS.left + WIDTH, BARS.right];
  return (
    `M${x1},${y(left.start, 'left')}L${x2},${y(right.start, 'right')}` +
    `V${y(right.end, 'right')}L${x1},${y(left.end, 'left')}z`
  );
}

/** Picks the tie that was clicked, or brings the place into view: in the article whose bar is nearer. */
function goTo(
  event: React.MouseEvent<SVGSVGElement>,
  comparison: Comparison,
  lying: boolean,
): void {
  const box = event.currentTarget.getBoundingClientRect();
  const x = (event.clientX - box.left) / box.width;
  const y = (event.clientY - box.top) / box.height;
  const [across, along] = lying ? [y, x] : [x, y];
  const link = tieAt(comparison, across * ACROSS, along * HEIGHT);
  if (link) return pickAnnotation(link.left);
  const side: Side = across < 0.5 ? 'left' : 'right';
  const share = Math.min(Math.max(along, 0), 1);
  const offset = Math.min(
    Math.floor(share * comparison[side].text.length),
    comparison[side].text.length - 1,
  );
  if (!domOf(side)) return;
  recordJump();
  update({ reveal: [{ side, offset }] });
}
