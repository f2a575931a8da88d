/** Which way a text runs. */
export type Direction = 'ltr' | 'rtl';

// The letters of the scripts that run from right to left, from Hebrew to Adlam.
const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
const ALL_RIGHT_TO_LEFT = new RegExp(RIGHT_TO_LEFT, 'gu');
const ALL_LETTERS = /\p{L}/gu;

/**
 * The way most letters of a text run, so that a foreign name at its beginning does not turn it round; `neutral` where it
 * has no letters. Units do not matter: it only counts.
 */
export function directionOf(text: string, neutral: Direction = 'ltr'): Direction {
  if (!RIGHT_TO_LEFT.test(text)) return /\p{L}/u.test(text) ? 'ltr' : neutral;
  const turned = text.match(ALL_RIGHT_TO_LEFT)?.length ?? 0;
  const letters = text.match(ALL_LETTERS)?.length ?? 0;
  return turned * 2 >= letters ? 'rtl' : 'ltr';
}
