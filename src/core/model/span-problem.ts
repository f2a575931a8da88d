/** Why `[start, end)` with `exact` cannot be a span of `text`, or null when it can. */
export function spanProblem(
  text: string,
  span: { readonly start: number; readonly end: number; readonly exact: string },
): string | null {
  const { start, end, exact } = span;
  if (start >= end) return 'The span is empty.';
  if (end > text.length) return 'The span reaches past the end of the article.';
  if (splitsSurrogates(text, start) || splitsSurrogates(text, end))
    return 'The span cuts a character in two.';
  if (text.slice(start, end) !== exact) return 'The span does not hold the text it says it holds.';
  return null;
}

function splitsSurrogates(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
