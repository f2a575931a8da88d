import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis';
import { Vocabulary } from '../vocabulary';
import { wholeContent } from './extend';
import { unitsOf } from './units';

/** The whole content where the word `cue` has the content between the marks | in `marked`; `cues` are cues too. */
function whole(marked: string, cue: string, ...cues: string[]): string {
  const [before = '', content = '', ...rest] = marked.split('|');
  const text = before + content + rest.join('|');
  const units = unitsOf(analyse(text, new Vocabulary()));
  const at = (offset: number) => units.end.findIndex((end) => end > offset);
  const scores = new Float32Array(units.count).fill(-5);
  for (const each of [cue, ...cues]) scores[at(text.lastIndexOf(` ${each}`) + 1)] = 3;
  const attribution = {
    cue: at(text.indexOf(` ${cue}`, before.length) + 1),
    from: at(before.length),
    to: at(before.length + content.length - 1),
  };
  const { from, to } = wholeContent(units, attribution, scores);
  return text.slice(units.start[from], units.end[to]);
}

describe('wholeContent', () => {
  it('goes on after the cue in the next sentence', () => {
    expect(whole('|“We dig,”| Ann said. “We drink later.” They did.', 'said')).toBe(
      '“We dig,” Ann said. “We drink later.”',
    );
  });

  it('goes on after the cue in the same sentence', () => {
    expect(whole('|“The well,”| Ann said, “is dry.” They dug.', 'said')).toBe(
      '“The well,” Ann said, “is dry.”',
    );
    expect(whole('|The well|, Ann said, “is dry.” They dug.', 'said')).toBe(
      'The well, Ann said, “is dry.”',
    );
  });

  it('leaves a quote with a cue of its own', () => {
    expect(whole('|“We dig,”| Ann said. “We drink,” Bob added.', 'said', 'added')).toBe(
      '“We dig,”',
    );
    expect(whole('|“We dig,”| Ann said, adding “we drink.”', 'said', 'adding')).toBe('“We dig,”');
  });

  it('leaves a quote in the next paragraph, and one after another sentence', () => {
    expect(whole('|“We dig,”| Ann said.\n“We drink.”', 'said')).toBe('“We dig,”');
    expect(whole('|“We dig,”| Ann said. Bob wept. “We drink.”', 'said')).toBe('“We dig,”');
  });

  it('is whole over the paragraphs at each of which the mark is opened again', () => {
    expect(whole('Ann said: |“We dig.|\n\n“We drink.\n\n“We rest.” So.', 'said')).toBe(
      '“We dig.\n\n“We drink.\n\n“We rest.”',
    );
    expect(whole('“We dig.\n\n|“We drink,”| Ann said. So.', 'said')).toBe(
      '“We dig.\n\n“We drink,”',
    );
  });
});
