import { expect, it } from 'vitest';
import { webAddress } from './web-address';

it.each([
  ['https://wire.example/a?b=c#d', 'https://wire.example/a?b=c#d'],
  [' HTTPS://Wire.Example/a b\n', 'https://wire.example/a%20b'],
  // Written out, so that what only looks like another address can be told from it.
  ['https://аpple.com/', 'https://xn--pple-43d.com/'],
  ['https://wire.example/\u202etxt.exe', 'https://wire.example/%E2%80%AEtxt.exe'],
  ['https:\\\\wire.example\\a', 'https://wire.example/a'],
])('opens %j', (url, address) => {
  expect(webAddress(url)).toBe(address);
});

it.each([
  '',
  'wire.example',
  '//wire.example/',
  'http://wire.example/',
  'https://',
  'https://name@wire.example/',
  'https://bank.example:secret@wire.example/',
  'https://wire.example:99999/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'smb://host/share',
  'ms-msdt:/id PCWDiagnostic',
  'diptych://app/index.html',
  'blob:https://wire.example/1',
  '\\\\host\\share',
  'C:\\Windows\\System32\\calc.exe',
])('does not open %j', (url) => {
  expect(webAddress(url)).toBeNull();
});
