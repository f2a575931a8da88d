import { useRef, useState } from 'react';
import { NO_DETAILS } from '../../core/model/article';
import { SIDES, type Side } from '../../core/model/fields';
import type { ArticleDraft, ComparisonDraft } from '../../ipc/contract';
import { bytesOf, createComparison, showLibrary, tell } from '../client/navigation';
import { session, update, useSession } from '../client/session';
import { DropTarget } from '../library/drop-target';
import { ArticleFields } from './article-fields';
import styles from './new-comparison.module.css';

const EMPTY: ArticleDraft = { ...NO_DETAILS, text: '' };
const NOTHING: ComparisonDraft = { title: '', left: EMPTY, right: EMPTY };

/** A comparison in the making: two articles, each from a file or pasted, with what is known about them. */
export function NewComparison() {
  const draft = useSession((state) => state.draft) ?? NOTHING;
  const { title } = draft;
  const busy = useRef(false);
  const [missing, setMissing] = useState<Side | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const set = (side: Side, part: Partial<ArticleDraft>) => {
    const before = session().draft ?? NOTHING;
    update({ draft: { ...before, [side]: { ...before[side], ...part } } });
    setMissing(null);
  };

  /** Takes a file's text; what was typed about the article stays. */
  const take = (side: Side, { text, title: found }: ArticleDraft) =>
    set(side, { text, title: (session().draft ?? NOTHING)[side].title || found });

  const create = async () => {
    const side = SIDES.find((each) => draft[each].text.trim() === '');
    if (side) {
      setMissing(side);
      form.current?.querySelector<HTMLElement>(`textarea[data-side="${side}"]`)?.focus();
      return;
    }
    if (busy.current) return;
    busy.current = true;
    if (await createComparison({ ...draft, title: title.trim() })) update({ draft: null });
    busy.current = false;
  };

  const choose = async (side: Side) => {
    const chosen = await window.diptych.chooseArticles(side);
    if (!chosen.ok) tell(chosen.problem);
    else if (chosen.value[0]) take(side, chosen.value[0]);
  };

  const takeDropped = async (files: readonly File[]) => {
    const free = draft.left.text.trim() === '' ? 'left' : 'right';
    const sides: readonly Side[] = files.length > 1 ? SIDES : [free];
    for (const [index, side] of sides.entries()) {
      const file = files[index];
      if (!file) continue;
      const read = await window.diptych.readArticle(file.name, await bytesOf(file));
      if (!read.ok) return tell(read.problem);
      take(side, read.value);
    }
  };

  return (
    <DropTarget onFiles={takeDropped} hint="Drop an article for the empty side, or two for both">
      <main className={styles.screen}>
        <form
          ref={form}
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <header className={styles.header} data-pane="toolbar">
            <h1>New comparison</h1>
            <label className={styles.titleField}>
              Title
              <input
                dir="auto"
                value={title}
                maxLength={2_000}
                placeholder={draft.left.title || 'Taken from the left article'}
                onChange={(event) => update({ draft: { ...draft, title: event.target.value } })}
              />
            </label>
            <span className={styles.space} />
            <button
              type="button"
              className={styles.button}
              onClick={() => {
                update({ draft: null });
                void showLibrary();
              }}
            >
              Cancel
            </button>
            <button type="submit" className={styles.primary}>
              Create comparison
            </button>
          </header>
          <div className={styles.sides}>
            {SIDES.map((side) => (
              <fieldset key={side} data-pane={`new-${side}`}>
                <legend>{side === 'left' ? 'Left' : 'Right'} article</legend>
                <div className={styles.text}>
                  <span className={styles.textLabel}>
                    <label htmlFor={`text-${side}`}>Text</label>
                    <button
                      type="button"
                      className={styles.button}
                      onClick={() => void choose(side)}
                    >
                      Choose a file…
                    </button>
                  </span>
                  <textarea
                    dir="auto"
                    id={`text-${side}`}
                    data-side={side}
                    value={draft[side].text}
                    placeholder="Paste the article here, or drop a text file (.txt, .md)"
                    aria-invalid={missing === side}
                    aria-describedby={missing === side ? `missing-${side}` : undefined}
                    onChange={(event) => set(side, { text: event.target.value })}
                  />
                </div>
                {missing === side && (
                  <p id={`missing-${side}`} className={styles.missing} role="alert">
                    The {side} article has no text yet. Paste it above, or choose a file.
                  </p>
                )}
                <ArticleFields
                  details={draft[side]}
                  onChange={(part) => set(side, part)}
                  titleHint="Taken from the text"
                />
              </fieldset>
            ))}
          </div>
        </form>
      </main>
    </DropTarget>
  );
}
