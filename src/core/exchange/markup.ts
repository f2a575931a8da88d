const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
  '\t': '&#9;',
};

// Characters that neither XML 1.0 nor HTML may hold, however they are written.
const FORBIDDEN = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A text as the content of an element or of a quoted attribute, in HTML and in XML: never markup itself. */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll(FORBIDDEN, '\ufffd')
    .replaceAll(/[&<>"'\n\t]/g, (character) => ENTITIES[character] ?? character);
}
