/**
 * A test for texts that hold every word of `query`, in any order, each at the start of a word of the text; capitals do
 * not count. An empty query fits every text.
 */
export function matchWords(query: string): (text: string) => boolean {
  const patterns = query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${escape(word)}`, 'iu'));
  return (text) => patterns.every((pattern) => pattern.test(text));
}

function escape(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`).replaceAll(/['’‘]/g, "['’‘]");
}
