import { lineOf } from '../../../core/reading/details';

/** What JSON-LD says about an article; '' for what it does not. */
export interface LinkedData {
  readonly title: string;
  readonly outlet: string;
  readonly author: string;
  readonly date: string;
  readonly url: string;
  readonly language: string;
}

const ARTICLE = /(?:Article|BlogPosting|Report)$/;
/** Of more nodes the rest is not looked at. */
const MOST_NODES = 10_000;

type Fields = Readonly<Record<string, unknown>>;

/** The first article described in a page's JSON-LD scripts; what is no JSON is passed over. */
export function linkedData(scripts: readonly string[]): LinkedData {
  const article: Fields = scripts.flatMap(articlesIn)[0] ?? {};
  return {
    title: plainLine(article['headline']) || plainLine(article['name']),
    outlet: namesIn(article['publisher']),
    author: namesIn(article['author']),
    date: lineOf(article['datePublished']) || lineOf(article['dateCreated']),
    url:
      lineOf(article['url']) ||
      lineOf(article['mainEntityOfPage']) ||
      lineOf(fieldsOf(article['mainEntityOfPage'])['@id']),
    language: lineOf(article['inLanguage']) || lineOf(fieldsOf(article['inLanguage'])['name']),
  };
}

function articlesIn(script: string): Fields[] {
  const waiting: unknown[] = [parsed(script)];
  const found: Fields[] = [];
  for (let seen = 0; waiting.length > 0 && seen < MOST_NODES; seen++) {
    const node = waiting.shift();
    const fields = fieldsOf(node);
    if (listOf(fields['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type)))
      found.push(fields);
    const inside = Object.values(Array.isArray(node) ? node : fields);
    waiting.push(...inside.slice(0, MOST_NODES).filter((value) => typeof value === 'object'));
  }
  return found;
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[)|(?:-->|\/\/\]\]>)\s*$/g, ''));
  } catch {
    return null;
  }
}

function namesIn(value: unknown): string {
  return listOf(value)
    .map((each) => plainLine(each) || plainLine(fieldsOf(each)['name']))
    .filter((name) => name !== '' && !/^https?:/.test(name))
    .join(', ');
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** A line in which publishers' own systems may have left entities. */
function plainLine(value: unknown): string {
  return lineOf(value).replaceAll(
    /&(?:#(\d{2,6})|#x([\da-f]{2,5})|(amp|lt|gt|quot|apos|nbsp));/gi,
    (whole, decimal, hex, name) => {
      if (name) return NAMED[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : {};
}
