import { memo, type CSSProperties, type ReactNode } from 'react';
import type { Article } from '../../core/model/article';
import { directionOf, type Direction } from '../../core/text/direction';
import { headingIndex } from '../../core/text/guess-title';
import { paragraphsOf } from '../../core/text/paragraphs';
import type { Span } from '../../core/text/quote-selector';
import { LATER } from './lay-out';
import styles from './reader.module.css';

/** The id of the heading that holds an article's title. */
export function headingId(side: string): string {
  return `${side}-title`;
}

/** So many paragraphs stand in one box: what changes in one of thousands is then looked for in few places. */
const BOX = 32;

/** Boxes after these are laid out later: an ordinary article has no more. */
const AT_ONCE = 8;
/** A line's usual length in characters, for the likely height of what is not laid out yet. */
const LINE = 66;

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
          <Box
            key={box}
            later={box >= AT_ONCE}
            spans={paragraphs.slice(box * BOX, (box + 1) * BOX)}
          >
            {paragraph}
          </Box>
        ))}
      </div>
    </>
  );
});

/** Some paragraphs in a row; one that is laid out later says how many lines and paragraphs it will likely have. */
function Box({
  spans,
  later,
  children,
}: {
  readonly spans: readonly Span[];
  readonly later: boolean;
  readonly children: (span: Span) => ReactNode;
}) {
  if (!later) return <div>{spans.map(children)}</div>;
  const lines = spans.reduce((sum, { start, end }) => sum + Math.ceil((end - start) / LINE), 0);
  const size = { '--lines': lines, '--paragraphs': spans.length } as CSSProperties;
  return (
    <div {...{ [LATER]: '' }} style={size}>
      {spans.map(children)}
    </div>
  );
}
