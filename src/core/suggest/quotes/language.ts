import { isWord } from './candidates';
import { hashOf, type Units } from './units';

// The weights are learnt from English articles. In others, quote marks alone tell.

const COMMON = new Set(
  'the to and that said he she with as it by from his they be are have will not but who we you'
    .split(' ')
    .map(hashOf),
);
/** With at least so many words, a text is English when at least this share of them is common ones. */
const ENOUGH = 12;
const SHARE = 0.04;

/** Whether a text is English or too short to tell. */
export function mayBeEnglish(units: Units): boolean {
  let words = 0;
  let common = 0;
  for (let i = 0; i < units.count; i++) {
    if (!isWord(units.shape[i] as number)) continue;
    words++;
    if (COMMON.has(units.word[i] as number)) common++;
  }
  return words < ENOUGH || common >= SHARE * words;
}

/** How many words a stretch has. */
export function wordsIn(units: Units, { from, to }: { from: number; to: number }): number {
  let words = 0;
  for (let i = from; i <= to; i++) if (isWord(units.shape[i] as number)) words++;
  return words;
}

/** Whether a stretch stands in marks that English does not use. */
export function isForeign(units: Units, { from }: { from: number }): boolean {
  return units.quotes[units.quoted[from] as number]?.foreign === true;
}
