import { FilePlus2, Sparkles } from 'lucide-react';
import { CommandButton } from './command-button';
import styles from './library.module.css';

/** What a newcomer sees: what Diptych is for, and the ways to begin. */
export function EmptyLibrary() {
  return (
    <section className={styles.empty} aria-label="Welcome" data-pane="list">
      <div className={styles.sheets} aria-hidden>
        <i />
        <i />
      </div>
      <h2>Two accounts of one event, side by side</h2>
      <p>
        Put two articles next to each other, mark what each one claims and whom it quotes, tie
        together what says the same in both, and take the result away as JSON. Everything stays on
        this computer.
      </p>
      <p className={styles.actions}>
        <CommandButton id="newComparison" primary>
          <FilePlus2 size={16} aria-hidden /> New comparison
        </CommandButton>
        <CommandButton id="openSample">
          <Sparkles size={16} aria-hidden /> Open the sample
        </CommandButton>
      </p>
      <p className={styles.quietLine}>or drop two articles here: web pages, Word, PDF or text</p>
    </section>
  );
}
