/** What lies below the annotations, later ones above. ::highlight() rules of these names are in styles/highlights.css. */
const BELOW = ['furniture', 'suggested-claim', 'suggested-quote', 'suggested-link'];
/** What lies above the annotations. */
const ABOVE = [
  'suggestion',
  'hovered',
  'partner',
  'picked',
  'span',
  'cursor',
  'caret',
  'candidate',
  'found',
  'found-current',
];

/** What the layers of annotations are called for how deep they lie in others: each is drawn above the one before. */
const DEPTHS = ['', '-inner', '-deep'];

/** The layer of annotations that begin inside `depth` others, given the one of their tag; its rules in CSS bear these names. */
export function layerAt(name: string, depth: number): string {
  return `${name}${DEPTHS[Math.min(depth, DEPTHS.length - 1)]}`;
}

/** The page's highlight of a name, made when it is first needed. */
export function layer(name: string): Highlight {
  let highlight = CSS.highlights.get(name);
  if (!highlight) {
    highlight = new Highlight();
    highlight.priority = priorityOf(name);
    CSS.highlights.set(name, highlight);
  }
  return highlight;
}

function priorityOf(name: string): number {
  const above = ABOVE.indexOf(name);
  if (above !== -1) return BELOW.length + DEPTHS.length + above;
  const below = BELOW.indexOf(name);
  if (below !== -1) return below;
  return BELOW.length + DEPTHS.findLastIndex((suffix) => name.endsWith(suffix));
}
