import { useEffect, useMemo, useRef } from 'react';
import type { Correction, Outcome } from '../../core/edit/build-text-edit';
import { changedParts, type ChangedPart } from '../../core/text/changed-parts';
import { paintOf } from '../../core/model/tags';
import { directionOf } from '../../core/text/direction';
import { useSession } from '../client/session';
import { count, shorten, tagName } from '../client/words';
import styles from './correct.module.css';

/** What a correction does before it is made: the words that change, and what becomes of the article's annotations. */
export function CorrectionPreview({ plan }: { plan: Correction }) {
  const { comparison, side, text, unchanged } = plan;
  const before = comparison[side].text;
  const parts = useMemo(() => changedParts(before, text, unchanged), [before, text, unchanged]);
  const field = useRef<HTMLDivElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className={styles.preview}>
      <section
        ref={field}
        className={styles.changes}
        aria-label="Changes"
        data-pane="correct"
        tabIndex={0}
        dir={directionOf(text)}
      >
        {parts.slice(0, MOST_PARTS).map((part, index) => (
          <Part key={index} part={part} />
        ))}
        {parts.length > MOST_PARTS && (
          <p className={styles.folded}>{count(parts.length - MOST_PARTS, 'more change')}</p>
        )}
      </section>
      <Outcomes plan={plan} />
    </div>
  );
}

/** So many pieces of a changed text are shown; a text taken from elsewhere may change in every line. */
const MOST_PARTS = 2_000;

function Part({ part }: { part: ChangedPart }) {
  switch (part.kind) {
    case 'deleted':
      return <del>{part.text}</del>;
    case 'inserted':
      return <ins>{part.text}</ins>;
    case 'same':
      return <span>{part.text}</span>;
    case 'folded':
      return <p className={styles.folded}>{count(part.paragraphs, 'paragraph')} without changes</p>;
  }
}

/** What becomes of the annotations, those to be looked at by name. */
function Outcomes({ plan: { outcomes, text } }: { plan: Correction }) {
  const stay = outcomes.filter(
    ({ anchored }) => anchored.kind === 'placed' && anchored.by !== 'approximate',
  );
  const reworded = outcomes.filter(
    ({ anchored }) => anchored.kind === 'placed' && anchored.by === 'approximate',
  );
  const uncertain = outcomes.filter(({ anchored }) => anchored.kind === 'uncertain');
  const lost = outcomes.filter(({ anchored }) => anchored.kind === 'lost');
  return (
    <section
      className={styles.outcomes}
      aria-label="Annotations after the correction"
      data-pane="outcomes"
      tabIndex={0}
    >
      <h2>Annotations</h2>
      {outcomes.length === 0 ? (
        <p>This article has none.</p>
      ) : (
        <p>
          {count(stay.length, 'annotation')} kept as {stay.length === 1 ? 'it is' : 'they are'}.
        </p>
      )}
      <Group title="Kept, with other words" outcomes={reworded} text={text} />
      <Group title="Uncertain: to be looked at" outcomes={uncertain} text={text} />
      <Group title="Lost: no place found" outcomes={lost} text={text} />
      {uncertain.length + lost.length > 0 && (
        <p>What is uncertain or lost is kept under “To place”, its links with it.</p>
      )}
    </section>
  );
}

/** So many annotations of a kind are listed. */
const MOST_LISTED = 200;

function Group({
  title,
  outcomes,
  text,
}: {
  title: string;
  outcomes: readonly Outcome[];
  text: string;
}) {
  const settings = useSession((state) => state.settings);
  if (outcomes.length === 0) return null;
  return (
    <>
      <h3>
        {title} <span>{outcomes.length.toLocaleString('en')}</span>
      </h3>
      <ul aria-label={title}>
        {outcomes.slice(0, MOST_LISTED).map(({ annotation, anchored }) => (
          <li key={annotation.id} data-colour={paintOf(annotation.tag, settings)}>
            <span className={styles.meta}>
              <i className={styles.swatch} aria-hidden /> {tagName(annotation.tag)}
            </span>
            <span className={styles.exact} dir="auto">
              {shorten(annotation.exact, 200)}
            </span>
            {anchored.kind !== 'lost' && (
              <span className={styles.exact} dir="auto">
                → {shorten(text.slice(anchored.span.start, anchored.span.end), 200)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {outcomes.length > MOST_LISTED && <p>and {outcomes.length - MOST_LISTED} more</p>}
    </>
  );
}
