import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { lookupOf } from '../../core/lookup/lookup';
import { compareAnnotations } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import { placeIn } from '../../core/model/sorted';
import { pickAnnotation } from '../client/picks';
import { currentAnnotation, useSession } from '../client/session';
import { AnnotationRow, topOf } from './annotation-row';
import styles from './inspector.module.css';
import { showRow, useRowsInView } from './use-rows-in-view';

/** Up to so many annotations, all have a row; of more, those near what can be seen and the current one. */
const WHOLE = 300;

/** All annotations in reading order. One stop of the Tab key; the arrows walk through it. */
export function AnnotationList({ comparison }: { comparison: Comparison }) {
  const { annotations } = comparison;
  const list = useRef<HTMLDivElement>(null);
  const current = useSession(currentAnnotation);
  const stop = current ? placeIn(annotations, current, compareAnnotations) : 0;
  const follow = useRef(false);

  useLayoutEffect(() => {
    if (follow.current) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    follow.current = false;
  }, [current?.id]);

  const walk = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = annotations[stop + by];
    if (!next) return;
    follow.current = true;
    pickAnnotation(next.id);
  };

  const long = annotations.length > WHOLE;
  const Rows = long ? RowsInView : AllRows;
  return (
    <div ref={list} className={long ? styles.long : undefined}>
      <ul
        className={styles.list}
        style={long ? { height: topOf(annotations.length) } : undefined}
        aria-label="Annotations"
        onKeyDown={walk}
      >
        <Rows comparison={comparison} list={list} stop={stop} current={current?.id} />
      </ul>
    </div>
  );
}

interface RowsProps {
  readonly comparison: Comparison;
  readonly list: RefObject<HTMLElement | null>;
  /** The row that takes the focus. */
  readonly stop: number;
  readonly current: string | undefined;
}

function AllRows({ comparison, list, stop, current }: RowsProps) {
  const lookup = lookupOf(comparison);
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [list, current]);
  return comparison.annotations.map((annotation, index) => (
    <AnnotationRow
      key={annotation.id}
      annotation={annotation}
      partners={lookup.partnersOf(annotation.id)}
      current={annotation.id === current}
      stop={index === stop}
    />
  ));
}

function RowsInView({ comparison, list, stop, current }: RowsProps) {
  const { annotations } = comparison;
  const count = annotations.length;
  const lookup = lookupOf(comparison);
  const [from, to] = useRowsInView(list, count);
  useEffect(() => {
    if (current !== undefined && list.current) showRow(list.current, stop, count);
  }, [list, current, stop, count]);
  const indices = Array.from({ length: Math.max(0, to - from) }, (_, row) => from + row);
  // The row that takes the focus is always there, so that the focus is never lost.
  if (stop < from) indices.unshift(stop);
  else if (stop >= to) indices.push(stop);
  return indices.map((index) => {
    const annotation = annotations[index];
    return (
      annotation && (
        <AnnotationRow
          key={annotation.id}
          annotation={annotation}
          partners={lookup.partnersOf(annotation.id)}
          current={annotation.id === current}
          stop={index === stop}
          place={index}
          of={count}
        />
      )
    );
  });
}
