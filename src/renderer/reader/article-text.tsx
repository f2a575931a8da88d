import { memo } from 'react';
import type { Article } from '../../core/model/article';
import { headingText } from '../../core/text/guess-title';
import { paragraphsOf } from '../../core/text/paragraphs';
import styles from './reader.module.css';

/** The id of the heading that holds an article's title. */
export function headingId(side: string): string {
  return `${side}-title`;
}

/**
 * An article's paragraphs. The line that is the article's title is its heading; where the text has none, the title
 * stands above it. Never rendered again for an annotation: those are painted over it.
 */
export const ArticleText = memo(function ArticleText({
  text,
  title,
  side,
}: Pick<Article, 'text' | 'title'> & { readonly side: string }) {
  const paragraphs = paragraphsOf(text);
  const heading = paragraphs
    .slice(0, 10)
    .findIndex(({ start, end }) => headingText(text.slice(start, end)) === title);
  return (
    <>
      {heading === -1 && (
        <h2 id={headingId(side)} className={styles.title}>
          {title}
        </h2>
      )}
      <div className={styles.text} data-text={side}>
        {paragraphs.map(({ start, end }, index) =>
          index === heading ? (
            <h2 key={start} id={headingId(side)} className={styles.title} data-start={start}>
              {text.slice(start, end)}
            </h2>
          ) : (
            <p key={start} data-start={start}>
              {text.slice(start, end)}
            </p>
          ),
        )}
      </div>
    </>
  );
});
