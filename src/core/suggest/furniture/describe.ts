import { isDateLine } from './dates';
import { PATTERNS } from './patterns';

/** What a line of page furniture is, and that in words. */
export interface FurnitureKind {
  readonly kind: 'date' | 'byline' | 'caption' | 'comment' | 'furniture';
  readonly reason: string;
}

const CAPTION: FurnitureKind = { kind: 'caption', reason: 'A picture’s caption or credit' };
const COMMENT: FurnitureKind = { kind: 'comment', reason: 'Readers’ comments' };
const DATE: FurnitureKind = { kind: 'date', reason: 'A date, a time or the weather' };
const OTHER: FurnitureKind = { kind: 'furniture', reason: 'Belongs to the page, not the article' };

const furniture = (reason: string): FurnitureKind => ({ kind: 'furniture', reason });
const LINK = furniture('Points to other pages');
const LETTERS = furniture('Asks to subscribe or follow');

const BY_PATTERN: Readonly<Record<string, FurnitureKind>> = {
  address: furniture('A web address'),
  'pointer with address': LINK,
  feed: furniture('Names the feed it came from'),
  caption: CAPTION,
  'file caption': CAPTION,
  'caption with credit': CAPTION,
  credit: CAPTION,
  'image credit': CAPTION,
  byline: { kind: 'byline', reason: 'A byline' },
  contributors: furniture('Names who worked on the article'),
  contributed: furniture('Names who worked on the article'),
  follow: LETTERS,
  'follow a handle': LETTERS,
  'letters and accounts': LETTERS,
  comments: COMMENT,
  cookies: furniture('A notice about cookies'),
  copyright: furniture('A notice of copyright'),
  tags: furniture('Keywords'),
  see: LINK,
  'read more': LINK,
  markup: furniture('Code of the page'),
  'style sheet': furniture('Code of the page'),
};

/** What a line that is page furniture is, by itself. */
export function describeFurniture(line: string): FurnitureKind {
  if (isDateLine(line)) return DATE;
  const pattern = PATTERNS.find(({ most, test }) => line.length <= most && test.test(line));
  return (pattern && BY_PATTERN[pattern.name]) || OTHER;
}
