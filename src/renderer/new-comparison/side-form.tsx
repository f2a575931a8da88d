import type { ClipboardEvent } from 'react';
import type { Side } from '../../core/model/fields';
import { changeArticle, chooseArticle, takePasted } from '../client/making';
import type { ArticleInMaking } from '../client/making-state';
import { ArticleFields } from './article-fields';
import styles from './new-comparison.module.css';
import { Preview } from './preview';

/** One article in the making: its text, typed or chosen out of what was read, and what is known about it. */
export function SideForm({
  side,
  article,
  missing,
}: {
  side: Side;
  article: ArticleInMaking;
  missing: boolean;
}) {
  const { source } = article;
  return (
    <fieldset data-pane={`new-${side}`} data-side={side}>
      <legend>{side === 'left' ? 'Left' : 'Right'} article</legend>
      <div className={styles.text}>
        <span className={styles.textLabel}>
          {source ? <span>Text</span> : <label htmlFor={`text-${side}`}>Text</label>}
          <button type="button" className={styles.button} onClick={() => void chooseArticle(side)}>
            Choose a file…
          </button>
        </span>
        {source ? (
          // Another file is another list: what was looked at in the one says nothing about the other.
          <Preview key={source.count} side={side} reading={source.reading} kept={source.kept} />
        ) : (
          <textarea
            dir="auto"
            id={`text-${side}`}
            data-side={side}
            value={article.text}
            placeholder="Paste the article here, or drop its file (web page, Word, PDF, text)"
            aria-invalid={missing}
            aria-describedby={missing ? `missing-${side}` : undefined}
            onChange={(event) => changeArticle(side, { text: event.target.value })}
            onPaste={(event) => pasteRich(side, event)}
          />
        )}
      </div>
      {missing && (
        <p id={`missing-${side}`} className={styles.missing} role="alert">
          {source
            ? `Nothing of the ${side} article is kept. Put back what belongs to it.`
            : `The ${side} article has no text yet. Paste it above, or choose a file.`}
        </p>
      )}
      <ArticleFields
        details={article}
        onChange={(part) => changeArticle(side, part)}
        titleHint="Taken from the text"
      />
    </fieldset>
  );
}

/** Rich text pasted into an empty field is looked through; into a text, its words alone are pasted. */
function pasteRich(side: Side, event: ClipboardEvent<HTMLTextAreaElement>): void {
  const html = event.clipboardData.getData('text/html');
  if (html.trim() === '' || event.currentTarget.value.trim() !== '') return;
  event.preventDefault();
  void takePasted(side, html, event.clipboardData.getData('text/plain'));
}
