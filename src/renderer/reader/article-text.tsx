import { memo } from 'react';
import type { Article } from '../../core/model/article';
import { headingText } from '../../core/text/guess-title';
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
}: Pick<Article, 'text' | 'title'> & { readonly side: string }) {
  const paragraphs = paragraphsOf(text);
  const heading = paragraphs
    .slice(0, 10)
    .find(({ start, end }) => headingText(text.slice(start, end)) === title);
  const paragraph = (span: Span) =>
    span === heading ? (
      <h2 key={span.start} id={headingId(side)} className={styles.title} data-start={span.start}>
        {text.slice(span.start, span.end)}
      </h2>
    ) : (
      <p key={span.start} data-start={span.start}>
        {text.slice(span.start, span.end)}
      </p>
    );
  return (
    <>
      {!heading && (
        <h2 id={headingId(side)} className={styles.title}>
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
