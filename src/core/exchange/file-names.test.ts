import { expect, test } from 'vitest';
import { fileNameFor, fileNamer } from './file-names';

test.each([
  ['The mayor opened the bridge', 'The mayor opened the bridge'],
  ['a/b\\c: "what?" <really> | *yes*', 'a b c what really yes'],
  ['../../etc/passwd', 'etc passwd'],
  ['  two\n lines\t', 'two lines'],
  ['ends in dots...', 'ends in dots'],
  ['\u202Egnp.exe', 'gnp.exe'],
  ['', 'comparison'],
  ['...', 'comparison'],
  ['CON', 'CON_'],
  ['nul.txt', 'nul.txt_'],
  ['Con .x', 'Con .x_'],
  ['COM¹', 'COM¹_'],
  ['CONOUT$', 'CONOUT$_'],
  ['Comments', 'Comments'],
  ['a'.repeat(90), 'a'.repeat(80)],
  ['é'.repeat(90), 'é'.repeat(80)],
  ['橋'.repeat(90), '橋'.repeat(66)],
  ['😀'.repeat(90), '😀'.repeat(50)],
  [`${'a'.repeat(78)}... b`, 'a'.repeat(78)],
  ['a\ud800b', 'a b'],
])('%j is named %j', (title, name) => {
  expect(fileNameFor(title)).toBe(name);
});

test('no two names are the same where capitals and composition do not count', () => {
  const nameFor = fileNamer();
  expect(
    [
      'Bridge',
      'bridge',
      'Bridge (2)',
      'BRIDGE',
      'é',
      'e\u0301',
      '__proto__',
      'ΟΔΟΣ',
      'οδοσ',
      'οδος',
    ].map(nameFor),
  ).toEqual([
    'Bridge',
    'bridge (2)',
    'Bridge (2) (2)',
    'BRIDGE (3)',
    'é',
    'e\u0301 (2)',
    '__proto__',
    'ΟΔΟΣ',
    'οδοσ (2)',
    'οδος (3)',
  ]);
});
