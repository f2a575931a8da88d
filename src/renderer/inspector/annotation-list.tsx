import { Link2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import { pickAnnotation } from '../client/picks';
import { currentAnnotation, update, useSession } from '../client/session';
import { describeAnnotation, shorten, tagName } from '../client/words';
import styles from './inspector.module.css';

/** All annotations in reading order. One stop of the Tab key; the arrows walk through it. */
export function AnnotationList({ comparison }: { comparison: Comparison }) {
  const current = useSession(currentAnnotation)?.id;
  const list = useRef<HTMLUListElement>(null);
  const { annotations } = comparison;
  const stop = annotations.some(({ id }) => id === current) ? current : annotations[0]?.id;

  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const walk = (event: React.KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = annotations[annotations.findIndex(({ id }) => id === stop) + by];
    if (!next) return;
    pickAnnotation(next.id);
    list.current?.querySelector<HTMLElement>(`[data-annotation="${next.id}"]`)?.focus();
  };

  return (
    <ul ref={list} className={styles.list} aria-label="Annotations" onKeyDown={walk}>
      {annotations.map((annotation) => (
        <Row
          key={annotation.id}
          annotation={annotation}
          partners={lookupOf(comparison).partnersOf(annotation.id)}
          current={annotation.id === current}
          stop={annotation.id === stop}
        />
      ))}
    </ul>
  );
}

function Row({
  annotation,
  partners,
  current,
  stop,
}: {
  annotation: Annotation;
  partners: readonly Annotation[];
  current: boolean;
  stop: boolean;
}) {
  const { id, tag, side, exact, speaker } = annotation;
  const name = describeAnnotation(annotation, partners);
  return (
    <li aria-label={name} data-tag={tag} data-side={side}>
      <button
        type="button"
        aria-label={name}
        aria-current={current}
        tabIndex={stop ? 0 : -1}
        data-annotation={id}
        onClick={() => pickAnnotation(id)}
        onMouseEnter={() => update({ hovered: id })}
        onMouseLeave={() => update({ hovered: null })}
      >
        <span className={styles.meta}>
          <i className={styles.swatch} aria-hidden /> {tagName(tag)} · {side}
          {speaker && ` · ${speaker}`}
          {partners.length > 0 && <Link2 size={13} aria-hidden className={styles.linked} />}
        </span>
        <span className={styles.text} dir="auto">
          {shorten(exact, 140)}
        </span>
      </button>
    </li>
  );
}
