import { ArrowLeftRight } from 'lucide-react';
import { deleteLink, setLinkNote } from '../../core/edit/build-edits';
import { lookupOf } from '../../core/lookup/lookup';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import type { Link } from '../../core/model/link';
import { perform } from '../client/edits';
import { pickAnnotation } from '../client/picks';
import { linkTitle } from '../client/words';
import styles from './inspector.module.css';
import { NoteField } from './note-field';
import { RelationField } from './relation-field';
import { WordDiff } from './word-diff';

/** One link of an annotation: its relation and kind, how the two texts differ word by word, and a note. */
export function LinkCard({
  link,
  annotation,
  comparison,
}: {
  link: Link;
  annotation: Annotation;
  comparison: Comparison;
}) {
  const textOf = (id: string) => lookupOf(comparison).annotation(id)?.exact ?? '';
  const partner = link.left === annotation.id ? link.right : link.left;
  return (
    <section className={styles.link} aria-label="Link">
      <h3 className={styles.heading}>
        <ArrowLeftRight size={13} aria-hidden /> {linkTitle(link)}
        <span className={styles.count}>left → right</span>
      </h3>
      <WordDiff before={textOf(link.left)} after={textOf(link.right)} />
      <RelationField link={link} />
      <NoteField
        label="Note"
        name={`link-note-${link.id}`}
        value={link.note}
        source={link}
        placeholder="Add a note on the link…"
        onChange={(note) => perform(setLinkNote(link, note))}
      />
      <div className={styles.row}>
        <button
          type="button"
          className={styles.button}
          onClick={() => pickAnnotation(partner, { partner: annotation.id })}
        >
          Go to partner
        </button>
        <button type="button" className={styles.quiet} onClick={() => perform(deleteLink(link))}>
          Unlink
        </button>
      </div>
    </section>
  );
}
