import { Link2 } from 'lucide-react';
import { memo } from 'react';
import type { Annotation } from '../../core/model/annotation';
import { paintOf } from '../../core/model/tags';
import { pickAnnotation } from '../client/picks';
import { update, useSession } from '../client/session';
import { describeAnnotation, shorten, tagName } from '../client/words';
import styles from './inspector.module.css';

interface Props {
  readonly annotation: Annotation;
  readonly partners: readonly Annotation[];
  readonly current: boolean;
  /** Whether it takes the focus. */
  readonly stop: boolean;
  /** Where it stands, in a list that does not hold all rows. */
  readonly place?: number;
  readonly of?: number;
}

/** One annotation in the list of all of them. */
export const AnnotationRow = memo(function AnnotationRow({
  annotation,
  partners,
  current,
  stop,
  place,
  of,
}: Props) {
  const { id, tag, side, exact, speaker, stance, certainty } = annotation;
  const settings = useSession((state) => state.settings);
  const name = describeAnnotation(annotation, partners);
  return (
    <li
      aria-label={name}
      data-colour={paintOf(tag, settings)}
      data-side={side}
      {...(place === undefined
        ? {}
        : { 'aria-setsize': of, 'aria-posinset': place + 1, style: { top: topOf(place) } })}
    >
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
          {[speaker, stance, certainty].map((each) => each && ` · ${each}`)}
          {partners.length > 0 && <Link2 size={13} aria-hidden className={styles.linked} />}
        </span>
        <span className={styles.text} dir="auto">
          {shorten(exact, 140)}
        </span>
      </button>
    </li>
  );
}, isSame);

/** Where a row of a long list begins; the rows' height is in the style sheet. */
export function topOf(place: number): string {
  return `calc(${place} * var(--row-height))`;
}

/** The list of partners is another one after each edit, but most edits leave the partners as they are. */
function isSame(before: Props, after: Props): boolean {
  return (
    before.annotation === after.annotation &&
    before.current === after.current &&
    before.stop === after.stop &&
    before.place === after.place &&
    before.of === after.of &&
    before.partners.length === after.partners.length &&
    before.partners.every((each, at) => each === after.partners[at])
  );
}
