import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairFolder } from './pair-folder';

describe('pairFolder', () => {
  it.each([
    { name: 'dots', paths: ['x.left.txt', 'x.right.md'], pairs: ['x: x.left.txt + x.right.md'] },
    { name: 'hyphens', paths: ['x-b.txt', 'x-a.txt'], pairs: ['x: x-a.txt + x-b.txt'] },
    { name: 'numbers', paths: ['x_1.html', 'x_2.html'], pairs: ['x: x_1.html + x_2.html'] },
    { name: 'capitals', paths: ['x Left.txt', 'x RIGHT.txt'], pairs: ['x: x Left.txt + x RIGHT.txt'] }, // prettier-ignore
    { name: 'two folders', paths: ['right/x.txt', 'left/x.html'], pairs: ['x: left/x.html + right/x.txt'] }, // prettier-ignore
    { name: 'deep folders', paths: ['u/left/v/x.txt', 'u/right/v/x.txt'], pairs: ['u//v/x: u/left/v/x.txt + u/right/v/x.txt'] }, // prettier-ignore
    { name: 'names alone', paths: ['p/left.txt', 'p/right.txt'], pairs: ['p: p/left.txt + p/right.txt'] }, // prettier-ignore
    { name: 'a folder of two', paths: ['p/mail.txt', 'p/post.txt'], pairs: ['p: p/mail.txt + p/post.txt'] }, // prettier-ignore
    { name: 'dots in names', paths: ['a.b.left.txt', 'a.b.right.txt'], pairs: ['a.b: a.b.left.txt + a.b.right.txt'] }, // prettier-ignore
    { name: 'no ending', paths: ['x-left', 'x-right'], pairs: ['x: x-left + x-right'] },
  ])('pairs by $name', ({ paths, pairs }) => {
    const found = pairFolder(paths);
    expect(found.pairs.map(({ name, left, right }) => `${name}: ${left} + ${right}`)).toEqual(
      pairs,
    );
    expect(found.unpaired).toEqual([]);
  });

  it.each([
    { paths: ['x.left.txt'], problem: /no right/ },
    { paths: ['x.right.txt'], problem: /no left/ },
    { paths: ['x.left.txt', 'x.left.md', 'x.right.txt'], problem: /more than one/ },
    { paths: ['one.txt', 'two.txt', 'three.txt'], problem: /does not say/ },
    { paths: ['alone.txt'], problem: /does not say/ },
    { paths: ['x-left.txt', 'y-right.txt'], problem: /no (left|right)/ },
  ])('leaves $paths over', ({ paths, problem }) => {
    const { pairs, unpaired } = pairFolder(paths);
    expect(pairs).toEqual([]);
    expect(unpaired.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    for (const each of unpaired) expect(each.problem).toMatch(problem);
  });

  it('leaves very many files over', () => {
    const paths = Array.from({ length: 200_000 }, (_, index) => `file${index}.txt`);
    expect(pairFolder(paths).unpaired).toHaveLength(paths.length);
  });

  it('takes each file once, whatever the names', () => {
    const word = fc.constantFrom('left', 'right', 'a', 'b', '1', 'x', 'y', 'left-a');
    const path = fc
      .tuple(fc.array(word, { maxLength: 2 }), word, fc.constantFrom('', '-', '.', '_'), word)
      .map(([folders, one, mark, two]) => [...folders, `${one}${mark}${two}.txt`].join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path), (paths) => {
        const { pairs, unpaired } = pairFolder(paths);
        const taken = [...pairs.flatMap(({ left, right }) => [left, right]), ...unpaired.map((each) => each.path)]; // prettier-ignore
        expect(taken.toSorted()).toEqual(paths.toSorted());
      }),
    );
  });
});
