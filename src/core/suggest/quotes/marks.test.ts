import { describe, expect, it } from 'vitest';
import { paragraphsOf } from '../../text/paragraphs';
import { findQuoted } from './marks';

const quotedIn = (text: string) =>
  findQuoted(text, paragraphsOf(text)).map(({ start, end }) => text.slice(start, end));

describe('findQuoted', () => {
  it.each([
    ['straight', 'She said: "The well is dry."', ['"The well is dry."']],
    ['curly', 'She said: “The well is dry.”', ['“The well is dry.”']],
    ['two apostrophes', "''The well is dry,'' she said.", ["''The well is dry,''"]],
    ['grave accents', "``The well is dry,'' she said.", ["``The well is dry,''"]],
    ['straight and curly mixed', '"The well is dry,” she said.', ['"The well is dry,”']],
    ['opened twice by mistake', 'He called it “dry ground“ again.', ['“dry ground“']],
    ['German', 'Er sagte: „Der Brunnen ist leer.“ Dann ging er.', ['„Der Brunnen ist leer.“']],
    ['Polish', 'Powiedział: „Studnia jest pusta”.', ['„Studnia jest pusta”']],
    ['Swedish', 'Hon sa: ”Brunnen är tom.”', ['”Brunnen är tom.”']],
    ['French', 'Elle dit : « Le puits est vide. » Puis rien.', ['« Le puits est vide. »']],
    ['Spanish', 'Dijo: «El pozo está seco».', ['«El pozo está seco»']],
    ['Danish', 'Hun sagde: »Brønden er tom.«', ['»Brønden er tom.«']],
    ['Finnish', 'Hän sanoi: »Kaivo on tyhjä.»', ['»Kaivo on tyhjä.»']],
    ['single angles', 'Il dit ‹ vide › hier.', ['‹ vide ›']],
    ['Japanese', '彼は「井戸は空だ」と言った。', ['「井戸は空だ」']],
    ['Japanese double', '彼女は『空だ』と書いた。', ['『空だ』']],
    ['British', '‘The well is dry,’ she said.', ['‘The well is dry,’']],
    ['straight single', "'The well is dry,' she said.", ["'The well is dry,'"]],
    ['German single', 'Er nannte es ‚leer‘ und ging.', ['‚leer‘']],
  ])('finds %s marks', (_, text, wanted) => {
    expect(quotedIn(text)).toEqual(wanted);
  });

  it.each([
    ['in words', "The dog's owner didn't come; it’s o’clock."],
    ['of plurals', "The dogs' bowls and the cats' beds were empty."],
    ['before a year', "The summers of the '80s and ’90s were hot."],
    ['for letters left out', "Rock 'n' roll, 'twas said, 'til dawn; get 'em."],
    ['for feet and inches', 'He is 6\'2" tall and she is 5\'10" tall.'],
    ['left open', 'He wrote " and then nothing more.'],
  ])('does not take apostrophes and stray marks for quotes: %s', (_, text) => {
    expect(quotedIn(text)).toEqual([]);
  });

  it('goes over apostrophes inside single quotes', () => {
    expect(quotedIn("'The dogs' bowls aren't full,' he said.")).toEqual([
      "'The dogs' bowls aren't full,'",
    ]);
  });

  it.each([
    ['“She told me ‘never’ and left,” he said.', '“She told me ‘never’ and left,”'],
    ['‘She told me “never” and left,’ he said.', '‘She told me “never” and left,’'],
    ['„Sie rief ‚nie‘ und ging“, sagte er.', '„Sie rief ‚nie‘ und ging“'],
    ['« Elle a crié “jamais” hier », dit-il.', '« Elle a crié “jamais” hier »'],
    ['彼は「母は『来い』と言った」と話した。', '「母は『来い』と言った」'],
    ['“She said “never” and left,” he said.', '“She said “never” and left,”'],
  ])('takes nested quotes as one: %s', (text, wanted) => {
    expect(quotedIn(text)).toEqual([wanted]);
  });

  it('goes on where the mark is opened again at each paragraph', () => {
    const text = 'He said: “First we dig.\n\n“Then we drink.\n\n“Then we rest.”\n\n“New words.”';
    const found = findQuoted(text, paragraphsOf(text));
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      '“First we dig.',
      '“Then we drink.',
      '“Then we rest.”',
      '“New words.”',
    ]);
    expect(found.map(({ continues }) => continues)).toEqual([false, true, true, false]);
  });

  it('takes a paragraph that is opened and never closed for a quote', () => {
    expect(quotedIn('“We dig at dawn.\n\nThe crew left.')).toEqual(['“We dig at dawn.']);
  });

  it('ends before the test is given up on a million marks', () => {
    for (const text of ['"', "'a ", '“', '‘a ', '«»', "''"].map((mark) => mark.repeat(500_000))) {
      findQuoted(text, paragraphsOf(text));
    }
  });
});
