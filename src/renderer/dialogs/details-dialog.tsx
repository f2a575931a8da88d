import { useState } from 'react';
import { changeArticle, renameComparison } from '../../core/edit/build-edits';
import type { ArticleChanges } from '../../core/edit/edit';
import type { Article, ArticleDetails } from '../../core/model/article';
import { SIDES, type Side } from '../../core/model/fields';
import { perform } from '../client/edits';
import { run } from '../client/commands';
import { update, useSession } from '../client/session';
import { ArticleFields } from '../new-comparison/article-fields';
import styles from './dialogs.module.css';
import { closeDialog, Modal } from './modal';

/** Corrects the comparison's title and what is known about its articles, as one edit. */
export function DetailsDialog() {
  const comparison = useSession((state) => state.comparison);
  const [title, setTitle] = useState(comparison?.title ?? '');
  const [sides, setSides] = useState<Readonly<Record<Side, Partial<ArticleDetails>>>>({
    left: {},
    right: {},
  });
  if (!comparison) return null;

  const save = () => {
    const edits = SIDES.flatMap((side) => {
      const set = changedOnly(comparison[side], sides[side]);
      return Object.keys(set).length === 0 ? [] : [changeArticle(side, set)];
    });
    const named = title.trim();
    if (named !== '' && named !== comparison.title) edits.push(renameComparison(named));
    closeDialog();
    if (edits.length > 0)
      perform({ name: 'Change details', changes: edits.flatMap(({ changes }) => changes) });
  };

  return (
    <Modal title="Details" wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className={styles.field}>
          Title of the comparison
          <input
            dir="auto"
            value={title}
            maxLength={2_000}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <div className={styles.sides}>
          {SIDES.map((side) => (
            <fieldset key={side}>
              <legend>{side === 'left' ? 'Left' : 'Right'} article</legend>
              <ArticleFields
                details={{ ...comparison[side], ...sides[side] }}
                onChange={(part) => setSides({ ...sides, [side]: { ...sides[side], ...part } })}
              />
              <div className={styles.actions}>
                <button type="button" className={styles.button} onClick={() => correct(side)}>
                  Correct text…
                </button>
                <OpenLink key={sides[side].url} url={sides[side].url ?? comparison[side].url} />
              </div>
            </fieldset>
          ))}
        </div>
        <p className={styles.buttons}>
          <button type="button" className={styles.button} onClick={closeDialog}>
            Cancel
          </button>
          <button type="submit" className={styles.primary}>
            Save details
          </button>
        </p>
      </form>
    </Modal>
  );
}

/** Opens an article's address in the browser; what came of it is said below the button. */
function OpenLink({ url }: { url: string }) {
  const [problem, setProblem] = useState('');
  const open = async () => {
    const opened = await window.diptych.openLink(url);
    setProblem(opened.ok ? '' : opened.problem);
  };
  return (
    <>
      <button
        type="button"
        className={styles.button}
        disabled={url.trim() === ''}
        onClick={() => void open()}
      >
        Open in browser…
      </button>
      <p role="alert" className={styles.help}>
        {problem}
      </p>
    </>
  );
}

function correct(side: Side): void {
  update({ side, dialog: null });
  run('correctText');
}

function changedOnly(article: Article, part: Partial<ArticleDetails>): ArticleChanges {
  const entries = Object.entries(part) as [keyof ArticleDetails, string][];
  return Object.fromEntries(entries.filter(([name, value]) => article[name] !== value));
}
