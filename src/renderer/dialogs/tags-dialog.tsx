import { Plus } from 'lucide-react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { BUILT_IN_TAGS } from '../../core/model/annotation';
import { BUILT_IN_RELATIONS } from '../../core/model/link';
import { allRelations, allTags } from '../../core/model/tags';
import { KeyName } from '../client/key-name';
import { session } from '../client/session';
import {
  freeColour,
  moved,
  relationFaults,
  tagFaults,
  type Fault,
  type NameDraft,
  type TagDraft,
} from '../client/tag-drafts';
import { commandWithKey, saveNames } from '../client/tags';
import { tagName } from '../client/words';
import dialogs from './dialogs.module.css';
import { closeDialog, Modal } from './modal';
import { focusIn, NameRow, TagFields } from './name-row';
import styles from './tags-dialog.module.css';

let lastId = 0;
const nextId = () => ++lastId;

/** The workspace's own tags and relations: added, renamed, put in order and deleted. Nothing changes before Save. */
export function TagsDialog() {
  const [tags, setTags] = useState(tagDrafts);
  const [relations, setRelations] = useState(relationDrafts);
  const [tried, setTried] = useState(false);
  const faultyTags = tagFaults(tags, commandWithKey);
  const faultyRelations = relationFaults(relations);
  const unused = unknownNames(tags, relations);

  /** A name still empty is no mistake while it is being thought of. */
  const faultOf = (draft: NameDraft, faults: ReadonlyMap<number, Fault>) =>
    tried || draft.name !== '' ? faults.get(draft.id) : undefined;
  const save = () => {
    const [faulty] = [...faultyTags, ...faultyRelations];
    if (faulty !== undefined) {
      setTried(true);
      return focusIn(faulty[0], faulty[1].part);
    }
    closeDialog();
    void saveNames(tags, relations);
  };
  const addTag = (name: string) => {
    const id = nextId();
    const draft: TagDraft = { id, was: null, name, colour: freeColour(tags), key: '' };
    flushSync(() => setTags([...tags, draft]));
    focusIn(id, 'name');
  };
  const addRelation = (name: string) => {
    const id = nextId();
    flushSync(() => setRelations([...relations, { id, was: null, name }]));
    focusIn(id, 'name');
  };

  return (
    <Modal title="Tags and relations" wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <section className={styles.section} aria-labelledby="own-tags">
          <h3 id="own-tags">Tags</h3>
          <ul className={styles.rows}>
            {BUILT_IN_TAGS.map((name) => (
              <li key={name} className={styles.fixed} data-colour={name}>
                <span className={styles.sample} aria-hidden>
                  Abc
                </span>
                {tagName(name)}
                <KeyName id={name === 'claim' ? 'tagClaim' : 'tagQuote'} />
                <span className={styles.always}>always there</span>
              </li>
            ))}
            {tags.map((draft) => (
              <NameRow
                key={draft.id}
                noun="tag"
                draft={draft}
                drafts={tags}
                fault={faultOf(draft, faultyTags)}
                colour={draft.colour}
                onChange={(part) => setTags(tags.map((each) => changed(each, draft.id, part)))}
                onMove={(by) => setTags(moved(tags, draft.id, by))}
                onDelete={() => setTags(tags.filter(({ id }) => id !== draft.id))}
              >
                <TagFields
                  draft={draft}
                  fault={faultOf(draft, faultyTags)}
                  onChange={(part) => setTags(tags.map((each) => changed(each, draft.id, part)))}
                />
              </NameRow>
            ))}
          </ul>
          <Add noun="tag" unknown={unused.tags} onAdd={addTag} />
        </section>
        <section className={styles.section} aria-labelledby="own-relations">
          <h3 id="own-relations">Relations of links</h3>
          <ul className={styles.rows}>
            {BUILT_IN_RELATIONS.map((name) => (
              <li key={name} className={styles.fixed}>
                {tagName(name)}
                <span className={styles.always}>always there</span>
              </li>
            ))}
            {relations.map((draft) => (
              <NameRow
                key={draft.id}
                noun="relation"
                draft={draft}
                drafts={relations}
                fault={faultOf(draft, faultyRelations)}
                onChange={(part) =>
                  setRelations(relations.map((each) => changed(each, draft.id, part)))
                }
                onMove={(by) => setRelations(moved(relations, draft.id, by))}
                onDelete={() => setRelations(relations.filter(({ id }) => id !== draft.id))}
              />
            ))}
          </ul>
          <Add noun="relation" unknown={unused.relations} onAdd={addRelation} />
        </section>
        <p className={dialogs.help}>
          These belong to this workspace. A new name is also given to what is marked in the open
          comparison, which Undo takes back; other comparisons keep the old name, shown there with a
          button that adds it again. Deleting a tag or relation here leaves what is marked with it
          as it is.
        </p>
        <p className={dialogs.buttons}>
          <button type="button" className={dialogs.button} onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className={dialogs.primary}>
            Save
          </button>
        </p>
      </form>
    </Modal>
  );
}

/** Adds an empty name, or one that the open comparison uses already. */
function Add({
  noun,
  unknown,
  onAdd,
}: {
  noun: 'tag' | 'relation';
  unknown: readonly string[];
  onAdd: (name: string) => void;
}) {
  return (
    <p className={styles.add} data-add={noun}>
      <button type="button" className={dialogs.button} onClick={() => onAdd('')}>
        <Plus size={14} aria-hidden /> Add a {noun}
      </button>
      {unknown.map((name) => (
        <button key={name} type="button" className={styles.known} onClick={() => onAdd(name)}>
          Add “{name}”, used in this comparison
        </button>
      ))}
    </p>
  );
}

function changed<T extends NameDraft>(draft: T, id: number, part: Partial<T>): T {
  return draft.id === id ? { ...draft, ...part } : draft;
}

function tagDrafts(): readonly TagDraft[] {
  return session().settings.tags.map((tag) => ({ ...tag, id: nextId(), was: tag.name }));
}

function relationDrafts(): readonly NameDraft[] {
  return session().settings.relations.map((name) => ({ id: nextId(), was: name, name }));
}

/** What the open comparison uses and neither the settings nor the drafts hold. */
function unknownNames(tags: readonly TagDraft[], relations: readonly NameDraft[]) {
  const { settings, comparison } = session();
  const known = allRelations(settings);
  return {
    tags: allTags(settings, comparison)
      .filter(({ kind, name }) => kind === 'unknown' && isNew(tags, name))
      .map(({ name }) => name),
    relations: allRelations(settings, comparison).filter(
      (name) => !known.includes(name) && isNew(relations, name),
    ),
  };
}

function isNew(drafts: readonly NameDraft[], name: string): boolean {
  return !drafts.some((each) => each.name === name || each.was === name);
}
