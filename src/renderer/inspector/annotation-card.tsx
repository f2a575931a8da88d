import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { setNote, setSpeaker } from '../../core/edit/build-edits';
import { lookupOf } from '../../core/lookup/lookup';
import { BUILT_IN_TAGS, type Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import { commandOf, type CommandId } from '../../ipc/commands';
import { run } from '../client/commands';
import { author, perform } from '../client/edits';
import { session } from '../client/session';
import { shorten, tagName } from '../client/words';
import styles from './inspector.module.css';
import { LinkCard } from './link-card';
import { TextField } from './text-field';

/** One annotation in detail: its tag, text, speaker, note, ends and links, all of which can be changed. */
export function AnnotationCard({
  annotation,
  comparison,
}: {
  annotation: Annotation;
  comparison: Comparison;
}) {
  const { id, tag, side, exact, speaker, note } = annotation;
  const links = lookupOf(comparison).linksOf(id);
  return (
    <section
      className={styles.card}
      aria-label="Selected annotation"
      data-pane="annotation"
      data-tag={tag}
    >
      <h2 className={styles.heading}>
        <i className={styles.swatch} aria-hidden /> {tagName(tag)} · {side}
        <span className={styles.count}>{links.length > 0 ? 'linked' : 'not linked'}</span>
      </h2>
      <p className={styles.exact} dir="auto">
        {shorten(exact, 400)}
      </p>
      <div className={styles.row} role="group" aria-label="Tag">
        {BUILT_IN_TAGS.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.toggle}
            aria-pressed={tag === each}
            onClick={() => run(each === 'claim' ? 'tagClaim' : 'tagQuote')}
          >
            {tagName(each)}
          </button>
        ))}
        <span className={styles.ends}>
          <EndButtons name="Start" back="startBack" forward="startForward" />
          <EndButtons name="End" back="endBack" forward="endForward" />
        </span>
      </div>
      <TextField
        label="Speaker"
        name="speaker"
        value={speaker}
        source={annotation}
        placeholder="Who says it?"
        onChange={(value) => changeIfThere(id, (current) => setSpeaker(current, value, author()))}
      />
      <TextField
        label="Note"
        name="note"
        value={note}
        source={annotation}
        placeholder="Add a note…"
        multiline
        onChange={(value) => changeIfThere(id, (current) => setNote(current, value, author()))}
      />
      {links.map((link) => (
        <LinkCard key={link.id} link={link} annotation={annotation} comparison={comparison} />
      ))}
      <button type="button" className={styles.quiet} onClick={() => run('deleteAnnotation')}>
        <Trash2 size={14} aria-hidden /> Delete annotation
      </button>
    </section>
  );
}

function changeIfThere(
  id: string,
  edit: (annotation: Annotation) => Parameters<typeof perform>[0],
): void {
  const { comparison } = session();
  const current = comparison && lookupOf(comparison).annotation(id);
  if (current) perform(edit(current));
}

function EndButtons({
  name,
  back,
  forward,
}: {
  name: string;
  back: CommandId;
  forward: CommandId;
}) {
  return (
    <span className={styles.ends}>
      <button
        type="button"
        aria-label={commandOf(back).label}
        title={commandOf(back).label}
        onClick={() => run(back)}
      >
        <ChevronLeft size={14} aria-hidden />
      </button>
      <span aria-hidden>{name}</span>
      <button
        type="button"
        aria-label={commandOf(forward).label}
        title={commandOf(forward).label}
        onClick={() => run(forward)}
      >
        <ChevronRight size={14} aria-hidden />
      </button>
    </span>
  );
}
