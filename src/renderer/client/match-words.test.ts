import { expect, test } from 'vitest';
import { matchWords } from './match-words';

test.each([
  ['', 'Tag as Claim', true],
  ['claim tag', 'Tag as Claim', true],
  ['cl', 'Tag as Claim', true],
  ['laim', 'Tag as Claim', false],
  ['claim quote', 'Tag as Claim', false],
  ['  Tag   ', 'tag as claim', true],
  ['don’t', "They don't know", true],
  ['élan', 'Der Élan', true],
  ['lan', 'Der Élan', false],
  ['ctrl+k', 'Command Palette Ctrl+K', true],
  ['(a', 'f(a) is (a', true],
  ['$12', 'It cost $12 more', true],
  ['a-b', 'the a-b test', true],
])('“%s” in “%s”: %s', (query, text, fits) => {
  expect(matchWords(query)(text)).toBe(fits);
});
