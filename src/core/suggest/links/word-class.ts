/** What a word does in a sentence, roughly, as a number that trees can cut. */
export const WORD = {
  other: 0,
  name: 1,
  number: 2,
  determiner: 3,
  pronoun: 4,
  preposition: 5,
  conjunction: 6,
  relative: 7,
  participle: 8,
  past: 9,
  finite: 10,
  speech: 11,
} as const;

const LISTED: ReadonlyMap<string, number> = new Map(
  Object.entries({
    determiner:
      'the a an this these those some any each every no all both its their his her my our your',
    pronoun: 'he she it they we i you him them us me there who',
    preposition:
      'of in to for on with at by from about over into against during under without between among through amid despite ' +
      'including following toward towards across around near since than like per via as',
    conjunction:
      'and but or nor so yet while after because when before although though if unless until where whether',
    relative: 'that which whom whose what how why',
    finite:
      'is are was were be been am has have had do does did will would can could should may might must won wouldn’t ' +
      "isn't wasn't don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't aren't weren't " +
      'made took gave went came got left held began met won lost led ran told wrote brought kept',
    speech:
      'said says say saying told tells added adds adding argued argues announced announces wrote writes noted notes ' +
      'claimed claims stated states insisted insists warned warns tweeted reported acknowledged admitted explained ' +
      'suggested suggests according asked vowed called calls',
  }).flatMap(([kind, words]) =>
    words.split(' ').map((word): [string, number] => [word, WORD[kind as keyof typeof WORD]]),
  ),
);

/** The class of a folded word; `name` says that it is written like a name. */
export function wordClass(word: string, name: boolean): number {
  const listed = LISTED.get(word);
  if (listed !== undefined) return listed;
  if (name) return WORD.name;
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57) return WORD.number;
  if (word.length > 4 && word.endsWith('ing')) return WORD.participle;
  return word.length > 3 && word.endsWith('ed') ? WORD.past : WORD.other;
}
