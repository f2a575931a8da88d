import { memo } from 'react';
import type { Article } from '../../core/model/article';
import { directionOf, type Direction } from '../../core/text/direction';
import { headingIndex } from '../../core/text/guess-title';
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
  direction,
}: Pick<Article, 'text' | 'title'> & {
  readonly side: string;
  /** The article's; a paragraph may run the other way. */
  readonly direction: Direction;
}) {
  const paragraphs = paragraphsOf(text);
  const heading = headingIndex(text, title, paragraphs);
  return (
    <>
      {heading === -1 && (
        <h2 id={headingId(side)} className={styles.title} dir={directionOf(title, direction)}>
          {title}
        </h2>
      )}
      <div className={styles.text} data-text={side}>
        {paragraphs.map(({ start, end }, index) => {
          const words = text.slice(start, end);
          const own = directionOf(words, direction);
          const dir = own === direction ? undefined : own;
          return index === heading ? (
            <h2
              key={start}
              id={headingId(side)}
              className={styles.title}
              data-start={start}
              dir={dir}
            >
              {words}
            </h2>
          ) : (
            <p key={start} data-start={start} dir={dir}>
              {words}
            </p>
          );
        })}
      </div>
    </>
  );
});
