import { allTags } from '../../core/model/tags';
import { useSession, type Placed } from '../client/session';
import { shorten } from '../client/words';
import dialogs from './dialogs.module.css';
import { closeDialog, Modal } from './modal';
import styles from './placed-dialog.module.css';

/** What became of the annotations of a file, above all of those that have no place. */
export function PlacedDialog() {
  const placed = useSession((state) => state.placed);
  const settings = useSession((state) => state.settings);
  if (!placed) return null;
  const known = new Set(allTags(settings).map(({ name }) => name));
  const unknown = placed.tags.filter((tag) => !known.has(tag));
  return (
    <Modal title="Annotations imported">
      <p className={styles.file} dir="auto">
        {placed.file}
      </p>
      <dl className={styles.counts}>
        {COUNTS.filter(([, number]) => number(placed) > 0).map(([label, number]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{number(placed).toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {COUNTS.every(([, number]) => number(placed) === 0) && <p>The file holds no annotations.</p>}
      {placed.notPlaced.length > 0 && (
        <section className={styles.part}>
          <h3>Not placed: their text has no sure place in the articles</h3>
          <p className={dialogs.help}>
            Those whose text and article are known wait under To place, beside the articles.
          </p>
          <ul>
            {placed.notPlaced.slice(0, LISTED).map(({ side, tag, exact }, index) => (
              <li key={index} dir="auto">
                <span className={styles.tag}>{[tag, side].filter(Boolean).join(', ')}</span>{' '}
                {exact ? `“${shorten(exact, 160)}”` : 'without its text'}
              </li>
            ))}
            <More of={placed.notPlaced} />
          </ul>
        </section>
      )}
      {placed.skipped.length > 0 && (
        <section className={styles.part}>
          <h3>Left out</h3>
          <ul>
            {placed.skipped.slice(0, LISTED).map((line, index) => (
              <li key={index} dir="auto">
                {shorten(line, 300)}
              </li>
            ))}
            <More of={placed.skipped} />
          </ul>
        </section>
      )}
      {unknown.length > 0 && (
        <p className={dialogs.help}>
          This workspace does not know the {unknown.length === 1 ? 'tag' : 'tags'} {listed(unknown)}{' '}
          yet: Tags and Relations… can add them.
        </p>
      )}
      <p className={dialogs.help}>Undo takes back all that this import added.</p>
      <p className={dialogs.buttons}>
        <button type="button" className={dialogs.primary} onClick={closeDialog}>
          Close
        </button>
      </p>
    </Modal>
  );
}

/** So many are listed; of a large file that fits badly, the first ones tell what is wrong. */
const LISTED = 500;

/** Names beyond so many say nothing more. */
const NAMED = 20;

function listed(names: readonly string[]): string {
  const more =
    names.length > NAMED ? ` and ${(names.length - NAMED).toLocaleString('en')} more` : '';
  return (
    names
      .slice(0, NAMED)
      .map((name) => `“${name}”`)
      .join(', ') + more
  );
}

function More({ of }: { of: readonly unknown[] }) {
  return of.length > LISTED ? <li>and {(of.length - LISTED).toLocaleString('en')} more</li> : null;
}

const COUNTS: readonly (readonly [label: string, number: (placed: Placed) => number])[] = [
  ['Placed where the file says', ({ byPosition }) => byPosition],
  ['Placed by their text', ({ byQuote }) => byQuote],
  ['There already', ({ known }) => known],
  ['Not placed', ({ notPlaced }) => notPlaced.length],
  ['Links', ({ links }) => links],
  ['Links there already', ({ knownLinks }) => knownLinks],
  ['Links without both their ends', ({ lostLinks }) => lostLinks],
];
