import { useLayoutEffect, useRef } from 'react';
import { directionOf } from '../../core/text/direction';
import {
  discardCorrection,
  editCorrection,
  leaveCorrection,
  loadCorrection,
  makeCorrection,
  previewCorrection,
  typeCorrection,
} from '../client/correct';
import type { Correcting } from '../client/correct-state';
import { useSession } from '../client/session';
import styles from './correct.module.css';
import { CorrectionPreview } from './correction-preview';

/** An article's text to be corrected: first the text itself, then what the correction does. */
export function Correct() {
  const comparison = useSession((state) => state.comparison);
  const correcting = useSession((state) => state.correcting);
  if (!comparison || !correcting) return null;
  const { side, text, plan } = correcting;
  const isChanged = text !== comparison[side].text;
  const forward = () => (plan ? void makeCorrection() : previewCorrection());
  const back = plan ? editCorrection : leaveCorrection;
  return (
    <main
      className={styles.screen}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const isForward = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (!isForward && event.key !== 'Escape') return;
        // A key that is held down would go past what is to be looked at.
        if (!event.repeat) (isForward ? forward : back)();
        event.preventDefault();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          forward();
        }}
      >
        <header className={styles.header} data-pane="toolbar">
          <h1>Correct the {side} article’s text</h1>
          <span className={styles.space} />
          {!plan && isChanged && (
            <button type="button" className={styles.button} onClick={discardCorrection}>
              Discard
            </button>
          )}
          <button type="button" className={styles.button} onClick={back}>
            Back
          </button>
          <button type="submit" className={styles.primary}>
            {plan ? 'Apply' : 'Preview'}
          </button>
        </header>
        {plan ? <CorrectionPreview plan={plan} /> : <Editor correcting={correcting} />}
      </form>
    </main>
  );
}

/** The text, with the cursor where it stood in the article. */
function Editor({ correcting: { side, text, at, problem } }: { correcting: Correcting }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    // Chromium scrolls to the cursor of a field that takes the focus when the cursor is at its end.
    const whole = current.value;
    current.value = whole.slice(0, at);
    current.focus();
    const top = current.scrollHeight > current.clientHeight ? current.scrollHeight : 0;
    current.value = whole;
    current.setSelectionRange(at, at);
    current.scrollTop = Math.max(0, top - current.clientHeight / 2);
  }, [at]);
  return (
    <div className={styles.text}>
      <span className={styles.label}>
        <label htmlFor="corrected">Text</label>
        <span>Correct it here, paste a better one, or take it from a file.</span>
        <button type="button" className={styles.button} onClick={() => void loadCorrection()}>
          Choose a file…
        </button>
      </span>
      <textarea
        ref={field}
        id="corrected"
        data-pane="correct"
        dir={directionOf(text)}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : 'correct-problem'}
        onChange={(event) => typeCorrection(event.target.value)}
      />
      {problem !== null && (
        <p id="correct-problem" className={styles.problem} role="alert" key={side}>
          {problem}
        </p>
      )}
    </div>
  );
}
