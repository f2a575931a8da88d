import { expect, test } from 'vitest';
import { speakersOf } from './speakers';

const said = (...speakers: string[]) =>
  speakers.map((speaker, index) => ({ id: `id${index}`, speaker }));

test.each([
  [[], []],
  [['', ''], []],
  [
    ['', 'Bo', 'Ada'],
    ['Ada', 'Bo'],
  ],
  [
    ['', 'Ada', 'Bo', 'Bo'],
    ['Bo', 'Ada'],
  ],
  // The first annotation is the one that is asked for.
  [['Cy', 'Ada'], ['Ada']],
])('of %j: %j', (speakers, expected) => {
  expect(speakersOf(said(...speakers), 'id0')).toEqual(expected);
});
