import { Link2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { respan } from '../../core/edit/build-edits';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import { otherSide, SIDES } from '../../core/model/fields';
import { snapSelection } from '../../core/text/boundaries';
import type { Span } from '../../core/text/quote-selector';
import { linkEnds } from '../client/linking';
import { author, perform } from '../client/edits';
import { currentAnnotation, session, update, useSession } from '../client/session';
import { domOf, useDoms } from '../reader/doms';
import { paneOf } from '../reader/panes';
import { edgeOf } from '../reader/span-edges';
import styles from './span-handles.module.css';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Places {
  readonly start: Point & { readonly height: number };
  readonly end: Point & { readonly height: number };
  /** Beside the span, at the pane's edge towards the other article, where its ribbons begin. */
  readonly grip: Point;
}

/**
 * Handles on the picked annotation, for the mouse: one at each end to move it, one to drag a link to the other article.
 * By keyboard the same is done with the commands of the menu.
 */
export function SpanHandles() {
  const annotation = useSession(currentAnnotation);
  const places = usePlaces(annotation);
  const [line, setLine] = useState<{ from: Point; to: Point } | null>(null);
  if (!annotation || !places) return null;
  const { grip } = places;
  return (
    <div aria-hidden className={styles.layer}>
      <Handle
        place={places.start}
        onDrop={(point, exact) => moveEnd(annotation, 'start', point, exact)}
        edge="start"
      />
      <Handle
        place={places.end}
        onDrop={(point, exact) => moveEnd(annotation, 'end', point, exact)}
        edge="end"
      />
      <span
        className={styles.grip}
        style={{ left: grip.x, top: grip.y }}
        title="Drag to an annotation of the other article to link the two"
        data-handle="link"
        onPointerDown={(event) =>
          drag(event, {
            move: (to) => {
              setLine({ from: grip, to });
              hoverTarget(annotation, to);
            },
            drop: (to) => {
              setLine(null);
              linkTo(annotation, to);
            },
            cancel: () => setLine(null),
          })
        }
      >
        <Link2 size={13} />
      </span>
      {line && (
        <svg className={styles.line}>
          <line x1={line.from.x} y1={line.from.y} x2={line.to.x} y2={line.to.y} />
        </svg>
      )}
    </div>
  );
}

function Handle({
  place,
  edge,
  onDrop,
}: {
  place: Places['start'];
  edge: 'start' | 'end';
  onDrop: (point: Point, exact: boolean) => void;
}) {
  const [at, setAt] = useState<Point | null>(null);
  return (
    <span
      className={styles.handle}
      data-handle={edge}

      title="Drag to change the span; Alt for exact characters"
      style={{
        left: at?.x ?? place.x,
        top: at ? at.y - place.height / 2 : place.y,
        height: place.height,
      }}
      onPointerDown={(event) =>
        drag(event, {
          move: setAt,
          drop: (point, exact) => {
            setAt(null);
            onDrop(point, exact);
          },
          cancel: () => setAt(null),
        })
      }
    />
  );
}

interface Drag {
  readonly move: (point: Point) => void;
  readonly drop: (point: Point, exact: boolean) => void;
  readonly cancel: () => void;
}

/** Follows the pointer from its press to its release. */
function drag(event: React.PointerEvent<HTMLElement>, { move, drop, cancel }: Drag): void {
  event.preventDefault();
  event.stopPropagation();
  const abort = new AbortController();
  // On the window, not the handle: the handle is taken out of the way while the page is looked at, and would lose them.
  const follow = (
    name: 'pointermove' | 'pointerup' | 'pointercancel',
    react: (event: PointerEvent) => void,
  ) => window.addEventListener(name, react, { signal: abort.signal });
  follow('pointermove', ({ clientX, clientY }) => move({ x: clientX, y: clientY }));
  follow('pointerup', ({ clientX, clientY, altKey }) => {
    abort.abort();
    drop({ x: clientX, y: clientY }, altKey);
  });
  follow('pointercancel', () => {
    abort.abort();
    cancel();
  });
}

function moveEnd(
  annotation: Annotation,
  edge: 'start' | 'end',
  point: Point,
  exact: boolean,
): void {
  const { comparison } = session();
  const offset = withHandlesOff(
    () => domOf(annotation.side)?.nearestOffset(point.x, point.y) ?? null,
  );
  if (!comparison || offset === null) return;
  const moved: Span = { start: annotation.start, end: annotation.end, [edge]: offset };
  if (moved.start >= moved.end) return;
  const { text } = comparison[annotation.side];
  const span = snapSelection(text, moved, exact || session().preferences.exact);
  if (span && (span.start !== annotation.start || span.end !== annotation.end))
    perform(respan(comparison, annotation, span, author()));
}

function targetAt(annotation: Annotation, { x, y }: Point): Annotation | null {
  const { comparison } = session();
  const side = otherSide(annotation.side);
  const offset = withHandlesOff(() => domOf(side)?.offsetAt(x, y) ?? null);
  return comparison && offset !== null ? (lookupOf(comparison).at(side, offset)[0] ?? null) : null;
}

function hoverTarget(annotation: Annotation, point: Point): void {
  const id = targetAt(annotation, point)?.id ?? null;
  if (id !== session().hovered) update({ hovered: id });
}

function linkTo(annotation: Annotation, point: Point): void {
  const target = targetAt(annotation, point);
  if (!target) return;
  const [left, right] = annotation.side === 'left' ? [annotation, target] : [target, annotation];
  linkEnds({ annotation: left }, { annotation: right });
}

/** Looks at the page as if the handles, which lie above the text, were not there. */
function withHandlesOff<T>(look: () => T): T {
  const layer = document.querySelector<HTMLElement>(`.${styles['layer']}`);
  if (layer) layer.style.display = 'none';
  try {
    return look();
  } finally {
    if (layer) layer.style.display = '';
  }
}

function usePlaces(annotation: Annotation | null): Places | null {
  const [places, setPlaces] = useState<Places | null>(null);
  const doms = useDoms();
  const preferences = useSession((state) => state.preferences);
  const latest = useRef(annotation);
  latest.current = annotation;
  useEffect(() => {
    const measure = () => setPlaces(latest.current && measurePlaces(latest.current));
    measure();
    const observer = new ResizeObserver(measure);
    for (const side of SIDES) {
      const pane = paneOf(side);
      if (!pane) continue;
      observer.observe(pane.dom.root);
      // A bar above the articles moves them as it comes and goes.
      observer.observe(pane.element);
    }
    document.addEventListener('scroll', measure, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', measure, { capture: true });
    };
  }, [annotation, doms, preferences]);
  return places;
}

/** How far the grip's middle stands from the pane's edge, clear of the scroll bar, in pixels. */
const GRIP_INSET = 20;

function measurePlaces(annotation: Annotation): Places | null {
  const { comparison } = session();
  const shown = paneOf(annotation.side);
  if (!comparison || !shown) return null;
  const { dom, element } = shown;
  const pane = element.getBoundingClientRect();
  const { text } = comparison[annotation.side];
  const start = edgeOf(dom, text, annotation, 'start');
  const end = edgeOf(dom, text, annotation, 'end');
  if (!start || !end || end.y + end.height < pane.top + 4 || start.y > pane.bottom - 4) return null;
  return {
    start,
    end,
    grip: {
      x: annotation.side === 'left' ? pane.right - GRIP_INSET : pane.left + GRIP_INSET,
      y: Math.min(Math.max((start.y + end.y + end.height) / 2, pane.top + 14), pane.bottom - 14),
    },
  };
}
