import { eld } from 'eld/extrasmall';

/** So many characters tell the language; fewer than the second do not. */
const ENOUGH = 5_000;
const FEWEST = 40;

/** The language of a text as its ISO 639-1 code, by its letters; '' where that is not sure. */
export function languageIn(text: string): string {
  const sample = text.slice(0, ENOUGH);
  if (sample.length < FEWEST) return '';
  const found = eld.detect(sample);
  return found.isReliable() ? found.language : '';
}
