import type { core } from 'zod';

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};
const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'a moment in UTC like 2026-01-31T12:00:00Z',
  date: 'a day like 2026-01-31',
};
const COUNTED: Readonly<Record<string, string>> = { string: ' characters', array: ' items' };
/** So many names of fields are told; a file may have millions. */
const MOST_NAMES = 3;
const LONGEST_NAME = 40;

/** Says in plain words what a schema found wrong, to go on after the name of the place: “it is missing”. */
export function issueWords(issue: core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'it is missing'
        : `it should be ${nounOf(issue.expected)} and is ${nounOf(typeOf(issue.input))}`;
    case 'invalid_value':
      return `it should be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_big':
      return `it is more than ${issue.maximum}${COUNTED[issue.origin] ?? ''}`;
    case 'too_small':
      return Number(issue.minimum) === 1 && issue.origin in COUNTED
        ? 'it is empty'
        : `it is less than ${issue.minimum}${COUNTED[issue.origin] ?? ''}`;
    case 'invalid_format':
      return `it should be ${FORMATS[issue.format] ?? 'written in another way'}`;
    case 'unrecognized_keys':
      return `it has what Diptych does not know: ${namesOf(issue.keys)}`;
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return 'it does not fit';
  }
}

function nounOf(type: string): string {
  return NOUNS[type] ?? 'something else';
}

function typeOf(input: unknown): string {
  if (input === null) return 'null';
  return Array.isArray(input) ? 'array' : typeof input;
}

function namesOf(keys: readonly string[]): string {
  const names = keys.slice(0, MOST_NAMES).map((key) => `“${key.slice(0, LONGEST_NAME)}”`);
  return `${names.join(', ')}${keys.length > MOST_NAMES ? ' and more' : ''}`;
}
