import { useEffect, useMemo, useState } from 'react';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import { SIDES, type Side } from '../../core/model/fields';
import { paintOf } from '../../core/model/tags';
import type { SuggestedPassage } from '../../core/suggest/suggestions';
import type { Span } from '../../core/text/quote-selector';
import { recordJump } from '../client/back-forward';
import { pickAnnotation } from '../client/picks';
import { session, update, useSession } from '../client/session';
import { currentProposal, shownProposals } from '../client/suggestions';
import { domOf, useDoms } from '../reader/doms';
import styles from './overview.module.css';

/** The overview's height in its own unit; its positions are shares of the texts' lengths. */
const HEIGHT = 1000;
/** A span is never drawn lower than this. */
const LOWEST = 4;
const BARS: Readonly<Record<Side, number>> = { left: 0, right: 36 };
const WIDTH = 10;
const ACROSS = BARS.right + WIDTH;

/**
 * The whole pair at a glance: a bar for each article with what is marked in it, the ties between them, and the part on
 * the screen. A click goes there. It lies on its side between articles that are stacked. Hidden from assistive technology: the lists say the same in words.
 */
export function Overview({ lying }: { lying: boolean }) {
  const comparison = useSession((state) => state.comparison);
  const proposals = useSession((state) => (state.preferences.marks ? shownProposals(state) : NONE));
  const current = useSession(currentProposal);
  const settings = useSession((state) => state.settings);
  const marks = useMemo(() => comparison && marksOf(comparison), [comparison]);
  const faint = useMemo(
    () =>
      comparison && {
        left: pathOf(spansOf(proposals, 'left'), comparison.left.text.length, 'left'),
        right: pathOf(spansOf(proposals, 'right'), comparison.right.text.length, 'right'),
      },
    [comparison, proposals],
  );
  const passages = useSession((state) => state.suggest.found?.passages);
  if (!comparison || !marks || !faint) return null;
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
            {marks[side].map(({ tag, path }) => (
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
        {marks.ties.map(({ id, left, d }) => (
          <path
            key={id}
            className={styles.tie}
            d={d}
            onClick={(event) => {
              event.stopPropagation();
              pickAnnotation(left);
            }}
          />
        ))}
        {current?.left && current.right && (
          <path
            className={styles.current}
            d={tie(
              middle(current.left, comparison.left.text.length),
              middle(current.right, comparison.right.text.length),
            )}
          />
        )}
      </g>
    </svg>
  );
}

const NONE: ReturnType<typeof shownProposals> = [];

function Viewport({ side, length }: { side: Side; length: number }) {
  const seen = useSeen(side);
  if (!seen) return null;
  const top = (HEIGHT * seen.start) / Math.max(1, length);
  const bottom = (HEIGHT * seen.end) / Math.max(1, length);
  return (
    <rect
      className={styles.viewport}
      data-viewport={side}
      x={BARS[side] - 1}
      width={WIDTH + 2}
      y={top}
      height={Math.max(LOWEST * 3, bottom - top)}
    />
  );
}

/** The part of an article that is on the screen, as offsets; measured once a frame while it moves. */
function useSeen(side: Side): Span | null {
  const dom = useDoms((doms) => doms[side]);
  const [seen, setSeen] = useState<Span | null>(null);
  useEffect(() => {
    const pane = dom?.root.closest<HTMLElement>('[data-pane]');
    if (!dom || !pane) return;
    let frame = 0;
    const measure = () => {
      const box = pane.getBoundingClientRect();
      const text = dom.root.getBoundingClientRect();
      const start = text.top >= box.top ? 0 : dom.lineAt(box.top + 2)?.start;
      const end = text.bottom <= box.bottom ? Infinity : dom.lineAt(box.bottom - 2)?.end;
      // Nothing is known while something else lies over the text.
      if (start === undefined || end === undefined) return;
      setSeen({ start, end: Math.min(end, session().comparison?.[side].text.length ?? 0) });
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
  }, [dom, side]);
  return seen;
}

interface Marks {
  readonly left: readonly { readonly tag: string; readonly path: string }[];
  readonly right: readonly { readonly tag: string; readonly path: string }[];
  readonly ties: readonly { readonly id: string; readonly left: string; readonly d: string }[];
}

function marksOf(comparison: Comparison): Marks {
  const byId = new Map(comparison.annotations.map((each) => [each.id, each]));
  const bars = (side: Side) => {
    const tags = new Map<string, Annotation[]>();
    for (const annotation of comparison.annotations)
      if (annotation.side === side)
        tags.set(annotation.tag, [...(tags.get(annotation.tag) ?? []), annotation]);
    return [...tags].map(([tag, spans]) => ({
      tag,
      path: pathOf(spans, comparison[side].text.length, side),
    }));
  };
  const ties = comparison.links.flatMap(({ id, left, right }) => {
    const [from, to] = [byId.get(left), byId.get(right)];
    if (!from || !to) return [];
    const [y1, y2] = [
      middle(from, comparison.left.text.length),
      middle(to, comparison.right.text.length),
    ];
    return [{ id, left, d: tie(y1, y2) }];
  });
  return { left: bars('left'), right: bars('right'), ties };
}

/** Where the suggested links lie. */
function spansOf(proposals: ReturnType<typeof shownProposals>, side: Side): readonly Span[] {
  return proposals.flatMap(({ kind, [side]: span }) => (kind === 'link' && span ? [span] : []));
}

function middle({ start, end }: Span, length: number): number {
  return (HEIGHT * (start + end)) / 2 / Math.max(1, length);
}

function tie(y1: number, y2: number): string {
  const [x1, x2] = [BARS.left + WIDTH, BARS.right];
  return `M${x1},${y1.toFixed(1)} L${x2},${y2.toFixed(1)}`;
}

/** A passage as a band from one bar to the other. */
function band({ left, right }: SuggestedPassage, comparison: Comparison): string {
  const y = (offset: number, side: Side) =>
    ((HEIGHT * offset) / Math.max(1, comparison[side].text.length)).toFixed(1);
  const [x1, x2] = [BARS.left + WIDTH, BARS.right];
  return (
    `M${x1},${y(left.start, 'left')}L${x2},${y(right.start, 'right')}` +
    `V${y(right.end, 'right')}L${x1},${y(left.end, 'left')}z`
  );
}

/** Spans as boxes on their article's bar: one path, however many there are. */
function pathOf(spans: readonly Span[], length: number, side: Side): string {
  return spans
    .map(({ start, end }) => {
      const y = (HEIGHT * start) / Math.max(1, length);
      const height = Math.max(LOWEST, (HEIGHT * (end - start)) / Math.max(1, length));
      return `M${BARS[side]},${y.toFixed(1)}h${WIDTH}v${height.toFixed(1)}h-${WIDTH}z`;
    })
    .join('');
}

/** Brings the place of a click into view: in the article whose bar is nearer. */
function goTo(
  event: React.MouseEvent<SVGSVGElement>,
  comparison: Comparison,
  lying: boolean,
): void {
  const box = event.currentTarget.getBoundingClientRect();
  const x = (event.clientX - box.left) / box.width;
  const y = (event.clientY - box.top) / box.height;
  const [across, along] = lying ? [y, x] : [x, y];
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
