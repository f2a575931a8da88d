import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import readability from '@mozilla/readability';
import { MARK, type Page } from './html-blocks';

type Node = ReturnType<InstanceType<typeof JSDOMParser>['parse']>;

/** Of more paragraphs the article is not looked for: it would take minutes. */
const MOST_BLOCKS = 20_000;
/** An article found has so many characters at least, or this share of the page's. */
const FEWEST_CHARACTERS = 250;
const LEAST_SHARE = 0.3;

/** The indices of a page's blocks that are its article, as Readability finds it; null when there is none. */
export function articleBlocks({ blocks, markup }: Page): ReadonlySet<number> | null {
  if (blocks.length > MOST_BLOCKS) return null;
  const document = new JSDOMParser().parse(markup, 'https://page.invalid/');
  const article = new readability.Readability<Node>(document as never, {
    disableJSONLD: true,
    keepClasses: true,
    serializer: (node: unknown) => node as Node,
  }).parse();
  const found = new Set(article?.content ? marksIn(article.content) : []);
  const lengthOf = (indices: Iterable<number>) =>
    [...indices].reduce((sum, index) => sum + (blocks[index]?.text.length ?? 0), 0);
  const length = lengthOf(found);
  const enough = length >= FEWEST_CHARACTERS || length >= LEAST_SHARE * lengthOf(blocks.keys());
  return length > 0 && enough ? found : null;
}

function marksIn(content: Node): number[] {
  const marks: number[] = [];
  const waiting = [content];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const mark = node.getAttribute?.(MARK);
    if (mark) marks.push(Number(mark));
    for (const child of node.childNodes) waiting.push(child);
  }
  return marks;
}
