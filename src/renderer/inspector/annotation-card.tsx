import { ChevronLeft, ChevronRight, Trash2 } from 'lucide-react';
import { setCertainty, setNote, setStance } from '../../core/edit/build-edits';
import type { Annotation } from '../../core/model/annotation';
import { lookupOf } from '../../core/lookup/lookup';
import type { Comparison } from '../../core/model/comparison';
import { certaintySchema, stanceSchema } from '../../core/model/fields';
import { paintOf } from '../../core/model/tags';
import { commandOf, type CommandId } from '../../ipc/commands';
import { run } from '../client/commands';
import { author } from '../client/edits';
import { useSession } from '../client/session';
import { shorten, tagName } from '../client/words';
import { changeIfThere } from './change-if-there';
import styles from './inspector.module.css';
import { LinkCard } from './link-card';
import { NoteField } from './note-field';
import { SelectField } from './select-field';
import { SpeakerField } from './speaker-field';
import { TagRow } from './tag-row';

/** One annotation in detail: its tag, text, ends, speaker, stance, certainty, note and links; all can be changed. */
export function AnnotationCard({
  annotation,
  comparison,
}: {
  annotation: Annotation;
  comparison: Comparison;
}) {
  const { id, tag, side, exact, stance, certainty, note } = annotation;
  const settings = useSession((state) => state.settings);
  const links = lookupOf(comparison).linksOf(id);
  return (
    <section
      className={styles.card}
      aria-label="Selected annotation"
      data-pane="annotation"
      data-colour={paintOf(tag, settings)}
    >
      <h2 className={styles.heading}>
        <i className={styles.swatch} aria-hidden /> {tagName(tag)} · {side}
        <span className={styles.count}>{links.length > 0 ? 'linked' : 'not linked'}</span>
      </h2>
      <p className={styles.exact} dir="auto">
        {shorten(exact, 400)}
      </p>
      <TagRow annotation={annotation} />
      <span className={styles.ends}>
        <EndButtons name="Start" back="startBack" forward="startForward" />
        <EndButtons name="End" back="endBack" forward="endForward" />
      </span>
      <SpeakerField annotation={annotation} comparison={comparison} />
      <div className={styles.pair}>
        <SelectField
          label="Stance"
          name="stance"
          hint="How the article treats what is said here"
          value={stance}
          options={stanceSchema.options}
          onChange={(value) => changeIfThere(id, (current) => setStance(current, value, author()))}
        />
        <SelectField
          label="Certainty"
          name="certainty"
          hint="How sure this is put"
          value={certainty}
          options={certaintySchema.options}
          onChange={(value) =>
            changeIfThere(id, (current) => setCertainty(current, value, author()))
          }
        />
      </div>
      <NoteField
        label="Note"
        name="note"
        value={note}
        source={annotation}
        placeholder="Add a note…"
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
