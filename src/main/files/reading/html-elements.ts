import { attribute, type Element } from './html-tree';

const words = (text: string) => new Set(text.split(' '));

/** Elements that begin and end a paragraph. */
export const BLOCKS = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary ' +
    'table tbody td tfoot th thead tr ul xmp amp-accordion amp-carousel amp-list amp-user-notification',
);

/** Elements whose content is no text of the page. */
export const SKIPPED = words(
  'amp-ad amp-analytics amp-consent amp-embed amp-iframe amp-sidebar amp-social-share amp-state applet area audio base button canvas datalist ' +
    'embed head iframe input link meta meter noembed noframes noscript object option progress rp rt script select source style ' +
    'svg template textarea title track video',
);

export const HEADINGS = words('h1 h2 h3 h4 h5 h6');

/** What a part of the page is for, where its element says so; what is in it is seldom the article. */
export interface Place {
  readonly kind: 'caption' | 'comment' | 'byline' | 'furniture';
  readonly reason: string;
  /** Whether nothing in it is ever the article. */
  readonly never?: true;
}

const NAVIGATION: Place = { kind: 'furniture', reason: 'The page’s navigation', never: true };
const FOOT: Place = { kind: 'furniture', reason: 'The foot of the page' };
const ASIDE: Place = { kind: 'furniture', reason: 'Stands beside the article' };

// Maps, since pages choose what is looked up: a role may be `constructor`.
const BY_TAG: ReadonlyMap<string, Place> = new Map([
  ['nav', NAVIGATION],
  ['footer', FOOT],
  ['aside', ASIDE],
  ['form', { kind: 'furniture', reason: 'A form' }],
  ['figcaption', { kind: 'caption', reason: 'A picture’s caption' }],
]);

const BY_ROLE: ReadonlyMap<string, Place> = new Map([
  ['navigation', NAVIGATION],
  ['contentinfo', FOOT],
  ['complementary', ASIDE],
  ['banner', { kind: 'furniture', reason: 'The head of the page' }],
  ['dialog', { kind: 'furniture', reason: 'Opens over the page' }],
]);

const BY_NAME: readonly (readonly [RegExp, Place])[] = [
  [/\b(?:comments?|disqus|respond)\b/i, { kind: 'comment', reason: 'Readers’ comments' }],
  [/\b(?:captions?|credit)\b/i, { kind: 'caption', reason: 'A picture’s caption' }],
  [/\b(?:byline|author)\b/i, { kind: 'byline', reason: 'The byline' }],
  [
    /\b(?:related|recommended|more-stories|read-more|most-(?:read|popular)|trending)\b/i,
    { kind: 'furniture', reason: 'Points to other pages' },
  ],
  [/\b(?:share|sharing|social)\b/i, { kind: 'furniture', reason: 'Buttons for sharing' }],
  [
    /\b(?:newsletter|subscribe|signup|paywall)\b/i,
    { kind: 'furniture', reason: 'Asks to subscribe or follow' },
  ],
  [/\b(?:cookies?|consent|gdpr)\b/i, { kind: 'furniture', reason: 'A notice about cookies' }],
  [
    /\b(?:advert|advertisement|ad|promo|sponsored)\b/i,
    { kind: 'furniture', reason: 'Advertising' },
  ],
  [/\b(?:breadcrumbs?)\b/i, { kind: 'furniture', reason: 'The page’s navigation' }],
];

/** What an article is about, as WordPress puts it among its classes; it says nothing of its place. */
const SUBJECT = /(?<!\S)(?:category|tag)-\S+/g;

/** What is there but not shown. */
export const HIDDEN: Place = { kind: 'furniture', reason: 'Hidden on the page', never: true };

/** Elements that hold whole pages: their names say nothing about what is in them. */
const WHOLE = words('html body main article');

/** What the part of the page is for that an element begins; null where nothing says so. */
export function placeOf(element: Element): Place | null {
  if (isHidden(element)) return HIDDEN;
  const own = BY_TAG.get(element.tagName) ?? BY_ROLE.get(attribute(element, 'role'));
  if (own) return own;
  if (WHOLE.has(element.tagName)) return null;
  if (/\bauthor\b/.test(`${attribute(element, 'rel')} ${attribute(element, 'itemprop')}`))
    return { kind: 'byline', reason: 'The byline' };
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`
    .slice(0, 500)
    .replaceAll('_', '-')
    .replaceAll(SUBJECT, '');
  return names.trim() === '' ? null : (BY_NAME.find(([test]) => test.test(names))?.[1] ?? null);
}

function isHidden(element: Element): boolean {
  return (
    element.attrs.some(({ name }) => name === 'hidden') ||
    attribute(element, 'aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style'))
  );
}
