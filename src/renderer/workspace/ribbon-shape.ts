/** How a ribbon is drawn in the strip between the articles, in pixels of the strip. */
export interface RibbonShape {
  readonly path: string;
  /** Where the end lies that cannot be seen, if one does. */
  readonly away: Away | null;
  /** How plain it is, 0..1: the fainter the further away its other end lies. */
  readonly strength: number;
}

interface Away {
  readonly side: 'left' | 'right';
  readonly towards: 'up' | 'down';
  /** The arrow that says so, at the strip's edge. */
  readonly arrow: string;
}

interface Strip {
  readonly width: number;
  readonly height: number;
}

/** Half the width of an arrow, and its height. */
const ARROW = 5;
/** How far an arrow's middle stands from the strip's sides. */
const INSET = 9;
/** After how many heights of the strip a ribbon is as faint as it gets. */
const FADES_OVER = 3;
const FAINTEST = 0.25;

/** The ribbon between two heights, or null when neither end can be seen. */
export function ribbonShape(left: number, right: number, strip: Strip): RibbonShape | null {
  const { width, height } = strip;
  const half = width / 2;
  const sees = (y: number) => y >= 0 && y <= height;
  if (sees(left) && sees(right))
    return {
      path: `M0,${left} C${half},${left} ${half},${right} ${width},${right}`,
      away: null,
      strength: 1,
    };
  if (!sees(left) && !sees(right)) return null;
  const side = sees(left) ? 'right' : 'left';
  const [seen, hidden] = side === 'right' ? [left, right] : [right, left];
  const towards = hidden < 0 ? 'up' : 'down';
  const sign = towards === 'up' ? 1 : -1;
  const tip = towards === 'up' ? 1 : height - 1;
  const base = tip + sign * ARROW;
  const [from, to] = side === 'right' ? [0, width - INSET] : [width, INSET];
  const distance = towards === 'up' ? -hidden : hidden - height;
  return {
    path: `M${from},${seen} C${half},${seen} ${to},${(seen + base) / 2} ${to},${base}`,
    away: { side, towards, arrow: `M${to - ARROW},${base} L${to},${tip} L${to + ARROW},${base} z` },
    strength: Math.max(FAINTEST, 1 - ((1 - FAINTEST) * distance) / (FADES_OVER * height)),
  };
}
