import { SIDES, type Side } from '../../core/model/fields';
import { finishMaking, making, takeDropped } from '../client/making';
import { NOTHING_MADE } from '../client/making-state';
import { showLibrary } from '../client/navigation';
import { stopReading } from '../client/readings';
import { update, useSession } from '../client/session';
import { DropTarget } from '../library/drop-target';
import styles from './new-comparison.module.css';
import { SideForm } from './side-form';

/** A comparison in the making: two articles, each from a file or pasted, with what is known about them. */
export function NewComparison() {
  const made = useSession((state) => state.making) ?? NOTHING_MADE;
  const missing = useSession((state) => state.missing);
  return (
    <DropTarget
      onFiles={(files, on) => takeDropped(files, sideOf(on))}
      hint="Drop an article on its side, or two for both"
    >
      <main className={styles.screen}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void finishMaking();
          }}
        >
          <header className={styles.header} data-pane="toolbar">
            <h1>New comparison</h1>
            <label className={styles.titleField}>
              Title
              <input
                dir="auto"
                value={made.title}
                maxLength={2_000}
                placeholder={made.left.title || 'Taken from the left article'}
                onChange={(event) => update({ making: { ...making(), title: event.target.value } })}
              />
            </label>
            <span className={styles.space} />
            <button
              type="button"
              className={styles.button}
              onClick={() => {
                stopReading();
                update({ making: null, missing: null });
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
              <SideForm key={side} side={side} article={made[side]} missing={missing === side} />
            ))}
          </div>
        </form>
      </main>
    </DropTarget>
  );
}

/** The side of the article that an element stands in. */
function sideOf(element: Element): Side | null {
  const side = element.closest<HTMLElement>('fieldset[data-side]')?.dataset['side'];
  return SIDES.find((each) => each === side) ?? null;
}
