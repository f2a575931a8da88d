/** More values than two articles with 100,000 annotations and as many links hold. */
const MOST_VALUES = 5_000_000;

const COMMA = 44;
const BRACKET = 91;
const BRACE = 123;

/** Whether JSON may hold more values than any export does: parsed, a small file of them could fill the memory. */
export function holdsTooMuch(json: string): boolean {
  if (json.length <= MOST_VALUES) return false;
  let values = 0;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === COMMA || code === BRACKET || code === BRACE) values++;
  }
  return values > MOST_VALUES;
}
