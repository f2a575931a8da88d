import { NO_DETAILS, type ArticleDetails } from '../model/article';
import { SIDES, type Side } from '../model/fields';
import { failure, success, type Result } from '../result';

/** What a column of a table of pairs says: something of an article, the comparison's title, or its id. */
export type PairField = 'id' | 'title' | `${Side} ${SideField}`;

/** What is said of one article: the file it is in, its text, or one of its details. */
type SideField = 'file' | 'text' | keyof ArticleDetails;

const SIDE_WORDS: Readonly<Record<string, Side>> = {
  left: 'left',
  l: 'left',
  a: 'left',
  first: 'left',
  '1': 'left',
  right: 'right',
  r: 'right',
  b: 'right',
  second: 'right',
  '2': 'right',
};

const FIELD_WORDS: Readonly<Record<string, SideField>> = {
  '': 'file',
  file: 'file',
  path: 'file',
  filename: 'file',
  text: 'text',
  body: 'text',
  content: 'text',
  title: 'title',
  headline: 'title',
  outlet: 'outlet',
  publisher: 'outlet',
  source: 'outlet',
  series: 'outlet',
  author: 'author',
  byline: 'author',
  date: 'date',
  published: 'date',
  url: 'url',
  link: 'url',
  language: 'language',
  lang: 'language',
};

/** The details a table may give of an article. */
export const DETAIL_FIELDS = Object.keys(NO_DETAILS) as readonly (keyof ArticleDetails)[];

/**
 * What a column's name means, or null when it means nothing here: `left`, `right_title`, `Title (left)`, `leftDate`,
 * `text_a`, `url2`. Capitals, and what stands between the words, do not matter.
 */
export function fieldOf(name: string): PairField | null {
  const words = name
    .replaceAll(/(?<=[a-z])(?=[A-Z0-9])/g, ' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const whole = words.join(' ');
  if (whole === 'id') return 'id';
  if (whole === 'title' || whole === 'name') return 'title';
  for (const [word, rest] of [
    [words[0], words.slice(1)],
    [words.at(-1), words.slice(0, -1)],
  ] as const) {
    const side = own(SIDE_WORDS, word ?? '');
    const field = own(FIELD_WORDS, rest.join(''));
    if (side && field) return `${side} ${field}`;
  }
  return null;
}

function own<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

/**
 * What each column of a table means, by its header. Two columns without names of this kind are the left and the right
 * file, and the header is a row like the others.
 */
export function columnsOf(
  header: readonly string[],
): Result<{ readonly fields: readonly (PairField | null)[]; readonly hasHeader: boolean }> {
  const fields = header.map(fieldOf);
  if (fields.every((field) => field === null) && header.length === 2)
    return success({ fields: ['left file', 'right file'], hasHeader: false });
  for (const side of SIDES)
    if (!fields.includes(`${side} file`) && !fields.includes(`${side} text`))
      return failure(
        `its first line names no column “${side}” (a file) or “${side}_text”; it names ${listed(header)}.`,
      );
  const twice = fields.find((field, index) => field && fields.indexOf(field) !== index);
  if (twice) return failure(`two of its columns give the ${twice}.`);
  return success({ fields, hasHeader: true });
}

const SHOWN_NAMES = 20;
const NAME_LENGTH = 40;

/** The first names, each cut: what is no table may have a very long first line. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES).map((name) => {
    const characters = Array.from(name.slice(0, 2 * NAME_LENGTH));
    return `“${characters.slice(0, NAME_LENGTH).join('')}${characters.length > NAME_LENGTH ? '…' : ''}”`;
  });
  return shown.join(', ') + (names.length > SHOWN_NAMES ? ' and others' : '');
}
