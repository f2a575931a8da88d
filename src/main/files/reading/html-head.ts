import { dayOf, languageOf, lineOf, namesOf, webAddressOf } from '../../../core/reading/details';
import { NO_DETAILS, type ArticleDetails } from '../../../core/model/article';
import { attribute, isElement, rawText, type Document, type Element } from './html-tree';
import { linkedData } from './linked-data';

/** What a page's head says, and what of its body tells about the article. */
interface Facts {
  /** Values of <meta> by name or property, in small letters; the first of each. */
  readonly meta: ReadonlyMap<string, string>;
  readonly linkedData: readonly string[];
  readonly title: string;
  readonly canonical: string;
  readonly language: string;
  readonly time: string;
}

/** What a page's head says besides the details: a description of the article, and the title of the window. */
interface HeadOnly {
  readonly summary: string;
  readonly pageTitle: string;
}

/** What a page says about its article, and the description of it that its head holds. */
export function detailsOfPage(document: Document): ArticleDetails & HeadOnly {
  const facts = factsOf(document);
  const { meta } = facts;
  const first = (...names: readonly string[]) =>
    names.map((name) => lineOf(meta.get(name))).find((value) => value !== '') ?? '';
  const data = linkedData(facts.linkedData);
  const outlet = data.outlet || first('og:site_name', 'application-name', 'dc.publisher');
  const author = first(
    'author',
    'article:author',
    'parsely-author',
    'byl',
    'dc.creator',
    'sailthru.author',
  );
  return {
    ...NO_DETAILS,
    title: data.title || first('og:title', 'twitter:title', 'dc.title'),
    pageTitle: withoutOutlet(facts.title, outlet),
    outlet,
    author: data.author || (webAddressOf(author) ? '' : namesOf(author)),
    date:
      dayOf(data.date) ||
      dayOf(
        first(
          'article:published_time',
          'datepublished',
          'date',
          'dc.date',
          'dc.date.issued',
          'pubdate',
          'publish-date',
          'parsely-pub-date',
          'sailthru.date',
        ),
      ) ||
      dayOf(facts.time),
    url: webAddressOf(facts.canonical) || webAddressOf(first('og:url')) || webAddressOf(data.url),
    language:
      languageOf(data.language) || languageOf(facts.language) || languageOf(first('og:locale')),
    summary: first('og:description', 'description'),
  };
}

function factsOf(document: Document): Facts {
  const meta = new Map<string, string>();
  const scripts: string[] = [];
  let [title, canonical, language, time] = ['', '', '', ''];
  const waiting: Element[] = document.childNodes.filter(isElement);
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    const { tagName } = element;
    if (tagName === 'html')
      language ||= attribute(element, 'lang') || attribute(element, 'xml:lang');
    else if (tagName === 'title') title ||= rawText(element);
    else if (tagName === 'time') time ||= attribute(element, 'datetime');
    else if (tagName === 'link' && /\bcanonical\b/i.test(attribute(element, 'rel')))
      canonical ||= attribute(element, 'href');
    else if (tagName === 'script' && /\bld\+json\b/i.test(attribute(element, 'type')))
      scripts.push(rawText(element));
    const name = (
      attribute(element, 'property') ||
      attribute(element, 'name') ||
      attribute(element, 'itemprop')
    ).toLowerCase();
    if (tagName === 'meta' && name !== '' && !meta.has(name))
      meta.set(name, attribute(element, 'content'));
    for (const child of element.childNodes.toReversed()) if (isElement(child)) waiting.push(child);
  }
  return { meta, linkedData: scripts, title, canonical, language, time };
}

/** A page's title without the outlet that stands behind or before it. */
function withoutOutlet(title: string, outlet: string): string {
  const line = lineOf(title);
  const parts = line.split(/\s+[|–—»·-]\s+/);
  const rest = parts.filter((part) => outlet !== '' && part.toLowerCase() !== outlet.toLowerCase());
  if (rest.length > 0 && rest.length < parts.length) return rest.join(' – ');
  // Without knowing the outlet: a short last part behind a bar is one.
  const cut = /^(.{20,}?)\s+[|»]\s+[^|»]{2,40}$/u.exec(line);
  return cut?.[1] ?? line;
}
