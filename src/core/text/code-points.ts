/** Converts offsets of one text between UTF-16 code units and Unicode code points. */
export interface CodePoints {
  readonly toCodePoint: (utf16: number) => number;
  readonly toUtf16: (codePoint: number) => number;
  /** The text's length in code points. */
  readonly length: number;
}

/** Indexes a text's surrogate pairs once; each conversion is then a binary search among them. */
export function codePointsOf(text: string): CodePoints {
  const pairs: number[] = [];
  for (let at = 0; at < text.length - 1; at++) {
    if ((text.codePointAt(at) ?? 0) > 0xffff) pairs.push(at++);
  }
  // A pair that starts at UTF-16 offset p is the code point numbered p minus the pairs before it.
  const pairsBefore = (offset: number, key: (index: number) => number): number => {
    let low = 0;
    let high = pairs.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (key(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    toCodePoint: (utf16) => utf16 - pairsBefore(utf16, (index) => pairs[index] as number),
    toUtf16: (codePoint) =>
      codePoint + pairsBefore(codePoint, (index) => (pairs[index] as number) - index),
    length: text.length - pairs.length,
  };
}
