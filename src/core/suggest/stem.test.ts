import { describe, expect, it } from 'vitest';
import { stem } from './stem';

describe('stem', () => {
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['pony', 'poni'],
    ['cats', 'cat'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['motoring', 'motor'],
    ['sing', 'sing'],
    ['red', 'red'],
    ['hopping', 'hop'],
    ['falling', 'fall'],
    ['hissing', 'hiss'],
    ['filing', 'file'],
    ['conflated', 'conflat'],
    ['sky', 'sky'],
    ['relational', 'relat'],
    ['conditional', 'condit'],
    ['vietnamization', 'vietnam'],
    ['hopefulness', 'hope'],
    ['electrical', 'electr'],
    ['adjustment', 'adjust'],
    ['adoption', 'adopt'],
    ['region', 'region'],
    ['probate', 'probat'],
    ['rate', 'rate'],
    ['controlling', 'control'],
  ])('takes the suffixes off %s', (word, wanted) => {
    expect(stem(word)).toBe(wanted);
  });

  it.each([
    ['said', 'say'],
    ['children', 'child'],
    ['people', 'person'],
    ['was', 'be'],
    ['killed', 'kill'],
    ['died', 'die'],
    ['withdrew', 'withdraw'],
  ])('brings %s and %s together', (word, other) => {
    expect(stem(word)).toBe(stem(other));
  });

  it.each(['', 'a', 'is', '1990s', 'u.s.', 'города', '東', "o'brien", 'naïve'])(
    'leaves %j as it is or says its plain form',
    (word) => {
      expect(stem(word)).toBe(word === 'is' ? 'be' : word);
    },
  );
});
