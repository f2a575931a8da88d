import { useMemo, useState } from 'react';
import { compareCopy, type CopyDifference, type MergeChoice } from '../../core/edit/build-merge';
import type { Marked } from '../../core/edit/build-return';
import type { Link } from '../../core/model/link';
import { merge } from '../client/merging';
import { useSession, type Merging } from '../client/session';
import { count } from '../client/words';
import dialogs from './dialogs.module.css';
import { ChangedInBoth, OnlyInCopy } from './merge-lists';
import styles from './merge-dialog.module.css';
import { closeDialog, Modal } from './modal';
import { wordsOfLink, wordsOfMarked } from './merge-words';

/** How a copy differs from the open comparison, and what of it is to be taken. */
export function MergeDialog() {
  const comparison = useSession((state) => state.comparison);
  const merging = useSession((state) => state.merging);
  const compared = useMemo(
    () => comparison && merging && compareCopy(comparison, merging.copy),
    [comparison, merging],
  );
  if (!merging || !compared) return null;
  return (
    <Modal title="Merge a copy" wide>
      <p className={styles.file} dir="auto">
        {merging.name}
      </p>
      {compared.ok ? (
        <Choice merging={merging} difference={compared.value} />
      ) : (
        <>
          <p role="alert">{compared.problem}</p>
          <p className={dialogs.buttons}>
            <button type="button" className={dialogs.primary} onClick={closeDialog}>
              Close
            </button>
          </p>
        </>
      )}
    </Modal>
  );
}

function Choice({ merging, difference }: { merging: Merging; difference: CopyDifference }) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const { changed, changedLinks, added, addedLinks } = difference;
  const exacts = useExacts(merging, difference);
  const nameLink = (link: Link) => wordsOfLink(link, exacts);
  const conflicts = changed.length + changedLinks.length;
  const more = added.length + addedLinks.length;
  const choice: MergeChoice = { theirs, without };
  return (
    <>
      {conflicts + more === 0 && <p>Every annotation and link of the copy is here already.</p>}
      {conflicts > 0 && (
        <section className={styles.part}>
          <h3>Different in both: {conflicts.toLocaleString('en')}</h3>
          <p className={dialogs.help}>Choose which version stays.</p>
          <ChangedInBoth
            conflicts={changed}
            wordsOf={wordsOfMarked}
            chosen={theirs}
            onChoose={setTheirs}
          />
          <ChangedInBoth
            conflicts={changedLinks}
            wordsOf={nameLink}
            chosen={theirs}
            onChoose={setTheirs}
          />
        </section>
      )}
      {more > 0 && (
        <section className={styles.part}>
          <h3>
            Only in the copy: {count(added.length, 'annotation')},{' '}
            {count(addedLinks.length, 'link')}
          </h3>
          <p className={dialogs.help}>
            They were added there or deleted here, which cannot be told. Those ticked come; a link
            comes only with both its ends.
          </p>
          <OnlyInCopy records={added} wordsOf={wordsOfMarked} left={without} onLeave={setWithout} />
          <OnlyInCopy records={addedLinks} wordsOf={nameLink} left={without} onLeave={setWithout} />
        </section>
      )}
      <p className={dialogs.help}>
        What is only here stays, as do the titles and details of the articles. Merging is one step;
        Undo takes it back.
        {merging.conflicted && ' The copy is then kept in a folder of its own.'}
      </p>
      <p className={dialogs.buttons}>
        <button type="button" className={dialogs.button} onClick={closeDialog}>
          Cancel
        </button>
        <button
          type="button"
          className={dialogs.primary}
          onClick={() => void merge(choice, difference)}
        >
          {conflicts + more === 0 && merging.conflicted ? 'Put the copy away' : 'Merge'}
        </button>
      </p>
    </>
  );
}

/** What the annotations that a link can tie cover, by id. */
function useExacts({ copy }: Merging, { changedLinks, addedLinks }: CopyDifference) {
  return useMemo(() => {
    const wanted = new Set(
      [...changedLinks.map((each) => each.theirs), ...addedLinks].flatMap(({ left, right }) => [
        left,
        right,
      ]),
    );
    const all: readonly Marked[] = [...copy.annotations, ...copy.unplaced.annotations];
    return new Map(all.filter(({ id }) => wanted.has(id)).map(({ id, exact }) => [id, exact]));
  }, [copy, changedLinks, addedLinks]);
}
