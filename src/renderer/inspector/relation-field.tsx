import { useState } from 'react';
import { setRelation } from '../../core/edit/build-edits';
import { isSameName } from '../../core/model/settings';
import { allRelations } from '../../core/model/tags';
import type { Link } from '../../core/model/link';
import { perform } from '../client/edits';
import { focusArticle, focusField, relationField } from '../client/focus';
import { session, useSession } from '../client/session';
import { addRelation } from '../client/tags';
import { tagName } from '../client/words';
import styles from './inspector.module.css';

/** How a link's two annotations relate: one of the known relations, or a new one named here. */
export function RelationField({ link }: { link: Link }) {
  const settings = useSession((state) => state.settings);
  const [naming, setNaming] = useState(false);
  const relations = allRelations(settings, { links: [link] });
  const unknown = relations.length > allRelations(settings).length;

  const choose = (relation: string) => {
    if (relation !== link.relation) perform(setRelation(link, relation));
  };
  const leaveNaming = () => {
    setNaming(false);
    requestAnimationFrame(() => focusField(relationField(link.id)));
  };
  const finishNaming = async (name: string) => {
    leaveNaming();
    if (name.trim() === '') return;
    const known = relations.find((each) => isSameName(each, name));
    if (known !== undefined) choose(known);
    else if (await addRelation(name)) choose(name.trim());
  };

  if (naming) return <NewRelation onDone={finishNaming} onCancel={leaveNaming} />;
  return (
    <div className={styles.row}>
      <label className={styles.field}>
        <span>Relation</span>
        <select
          value={link.relation}
          data-field={relationField(link.id)}
          onChange={({ target }) => choose(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' && event.key !== 'Escape') return;
            event.preventDefault();
            focusArticle(session().side);
          }}
        >
          {relations.map((relation) => (
            <option key={relation} value={relation}>
              {tagName(relation)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={styles.quiet} onClick={() => setNaming(true)}>
        New relation…
      </button>
      {unknown && (
        <button
          type="button"
          className={styles.quiet}
          title="This workspace does not know this relation yet"
          onClick={() => void addRelation(link.relation)}
        >
          Add to my relations
        </button>
      )}
    </div>
  );
}

function NewRelation({
  onDone,
  onCancel,
}: {
  onDone: (name: string) => Promise<void>;
  onCancel: () => void;
}) {
  const [name, setName] = useState('');
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        void onDone(name);
      }}
    >
      <label className={styles.field}>
        <span>Relation</span>
        <input
          value={name}
          maxLength={100}
          placeholder="contradicts, corrects, omits…"
          // The field appears because the user asked for it: the focus belongs in it.
          ref={(element) => element?.focus()}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            onCancel();
          }}
        />
      </label>
      <button type="submit" className={styles.button}>
        Add
      </button>
      <button type="button" className={styles.quiet} onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
