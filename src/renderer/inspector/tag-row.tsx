import type { Annotation } from '../../core/model/annotation';
import { allTags } from '../../core/model/tags';
import { useSession } from '../client/session';
import { addTag, tagWith } from '../client/tags';
import { tagName } from '../client/words';
import styles from './inspector.module.css';

/** The tags an annotation can have, its own pressed. A tag that the workspace does not know can be added to it. */
export function TagRow({ annotation }: { annotation: Annotation }) {
  const settings = useSession((state) => state.settings);
  return (
    <div className={styles.row} role="group" aria-label="Tag">
      {allTags(settings, { annotations: [annotation] }).map(({ name, kind, paint }) => (
        <span key={name} className={styles.row}>
          <button
            type="button"
            className={styles.toggle}
            aria-pressed={annotation.tag === name}
            data-colour={paint}
            onClick={() => tagWith(name)}
          >
            <i className={styles.swatch} aria-hidden /> {tagName(name)}
          </button>
          {kind === 'unknown' && (
            <button
              type="button"
              className={styles.quiet}
              title="This workspace does not know this tag yet"
              onClick={() => void addTag(name)}
            >
              Add to my tags
            </button>
          )}
        </span>
      ))}
    </div>
  );
}
