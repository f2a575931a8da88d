import { memo } from 'react';
import type { Article } from '../../core/model/article';
import { directionOf, type Direction } from '../../core/text/direction';
import { headingIndex } from '../../core/text/guess-title';
import { paragraphsOf } from '../../core/text/paragraphs';
import type { Span } from '../../core/text/quote-selector';
import styles from './reader.module.css';

/** The id of the heading that holds an article's title. */
export function headingId(side: string): string {
  return `${side}-title`;
}

/** So many paragraphs stand in one box: what changes in one of thousands is then looked for in few places. */
const BOX = 32;

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
  const heading = paragraphs[headingIndex(text, title, paragraphs)];
  const paragraph = (span: Span) => {
    const words = text.slice(span.start, span.end);
    const own = directionOf(words, direction);
    const dir = own === direction ? undefined : own;
    return span === heading ? (
      <h2
        key={span.start}
        id={headingId(side)}
        className={styles.title}
        data-start={span.start}
        dir={dir}
      >
        {words}
      </h2>
    ) : (
      <p key={span.start} data-start={span.start} dir={dir}>
        {words}
      </p>
    );
  };
  return (
    <>
      {!heading && (
        <h2 id={headingId(side)} className={styles.title} dir={directionOf(title, direction)}>
          {title}
        </h2>
      )}
      <div className={styles.text} data-text={side}>
        {Array.from({ length: Math.ceil(paragraphs.length / BOX) }, (_, box) => (
          <div key={box}>{paragraphs.slice(box * BOX, (box + 1) * BOX).map(paragraph)}</div>
        ))}
      </div>
    </>
  );
});
