import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analysis';
import { findFurniture, isFurniture } from './furniture';
import { PATTERNS } from './furniture/patterns';
import { Vocabulary } from './vocabulary';

const marked = (...lines: string[]) => {
  const marks = findFurniture(analyse(lines.join('\n\n'), new Vocabulary()));
  return lines.filter((_, i) => marks[i]);
};

const BY_PATTERN: Readonly<Record<string, readonly string[]>> = {
  address: [
    'https://example.org/a?b=1',
    'www.example.org',
    'https://x.example 15, 2022 at 12:50PM',
  ],
  'pointer with address': ['Full results: https://example.org/r', 'Online: http://example.org'],
  feed: ['from Example – Daily news', 'from Example - World RSS'],
  caption: [
    'FILE PHOTO. A tram crosses the bridge.',
    'Photo: Jo Doe',
    'Photo credit: Jo Doe',
    'Image © Example',
    'Photo by: Jo Doe. Some rights.',
    'Foto: Jo Doe / dpa',
    'Фото: пресс-служба',
  ],
  'file caption': ['FILE - In this May 5 photo, a tram crosses.', 'File photo of a tram.'],
  'caption with credit': [
    'A tram crosses the bridge. (AP Photo/Jo Doe)',
    'A tram crosses the bridge. REUTERS/Jo Doe',
    'A tram crosses the bridge. © 2016 Example',
  ],
  credit: ['Jo Doe/Getty Images.', 'Jo Doe via Getty Images', 'POOL New / Reuters.'],
  'image credit': ['(Example) image credit'],
  byline: [
    'By Jane Doe',
    'By Jane Doe and John Roe, Example News',
    'BY JANE DOE',
    'Von Jane Doe',
    'Автор: Иван Петров',
  ],
  contributors: [
    '(Reporting by Jane Doe; Editing by John Roe)',
    'Additional reporting by Jane Doe.',
  ],
  contributed: [
    'Jane Doe and John Roe contributed reporting.',
    'The Associated Press contributed to this report.',
  ],
  follow: ['Follow Jane Doe on Twitter @jane.', 'Follow us on Facebook'],
  'follow a handle': ['Contact the writer: jane@example.org', 'Tweet us @example'],
  'letters and accounts': [
    'For more, sign up for our morning newsletter.',
    'Sign up to get an email when there is news: daily',
    'Subscribe to our podcast here.',
    'Enter your email address:',
    'Get the latest in our newsletter',
  ],
  comments: [
    'Your email address will not be published. Required fields are marked *',
    'You must be logged in to post a comment.',
    'Ihre E-Mail-Adresse wird nicht veröffentlicht.',
    'Ваш e-mail не будет опубликован.',
  ],
  cookies: [
    'We use cookies to improve your visit.',
    'Wir verwenden Cookies.',
    'Мы используем файлы cookie.',
  ],
  copyright: ['© 2024 Example', 'Copyright 2024 Example Ltd.', 'Example. All rights reserved.'],
  'note on the page': [
    'This article has been updated to include a reply.',
    'This story was originally published in May.',
  ],
  heading: ['CORRECTION:', '"Related:"', 'Editor’s note:'],
  tags: ['Tags: trams, bridges', 'Теги: трамвай'],
  see: ['Watch the full interview below:', 'Read it all here.', 'Click here for the list.'],
  'read more': [
    'READ MORE: Trams return to the bridge',
    'Lesen Sie auch: Die Tram',
    'Читайте также: Трамвай',
  ],
  'like the page': ['Do you like trams? Like the page:', 'Share this article on your page'],
  markup: ['<div class="x">', '<tweet id="1"><tweet/>.'],
  'style sheet': ['padding-top:20px;', '.wide img {', '@media screen and (max-width: 9px) {'],
  'hat tip': ['(h/t Example.)'],
  counts: ['120 shares', '1.2K views', '5 min read', '12 комментариев'],
  'to be continued': [
    'Story continues below',
    'Advertisement - story continues below',
    'Scroll to continue',
  ],
};

describe('patterns of furniture', () => {
  it.each(PATTERNS.map(({ name, test }) => ({ name, test })))('$name', ({ name, test }) => {
    expect(BY_PATTERN[name]).toBeDefined();
    for (const line of BY_PATTERN[name] ?? []) expect.soft(line).toMatch(test);
    for (const line of BY_PATTERN[name] ?? []) expect.soft(isFurniture(line), line).toBe(true);
  });
});

describe('isFurniture', () => {
  it.each([
    'Read more',
    'READ MORE »',
    '→ Read also',
    'Leave a Reply',
    '3 Comments',
    'Most Popular Articles',
    'Advertisement',
    'Share this article',
    'Facebook Twitter Email',
    'Share on WhatsApp',
    'Subscribe',
    "Editor's Picks",
    'Cookie settings',
    'Weiterlesen',
    'Lire aussi',
    'Te puede interesar',
    'Leggi anche',
    'Читать далее',
    'Читайте також',
    'Реклама',
    'Sunday, July 14, 2024',
    '14 July 2024',
    '14.07.2024',
    '2024-07-14',
    'July 14',
    'Updated 3:45 p.m.',
    '2:10 p.m.:',
    'Published 14 July 2024 at 10:15 GMT',
    '3 hours ago',
    '14 июля 2024',
    '14. Juli 2024, 10:15 Uhr',
    '15 min read',
    '31.1 C',
    '-4 °C',
    '88°F',
    '***',
    '___',
    '• • •',
    '12',
  ])('%s', (line) => expect(isFurniture(line)).toBe(true));

  it.each([
    'Yes.',
    'No.',
    'Thank you.',
    'Monday.',
    'May.',
    'Why?',
    '?!',
    'Share.',
    'Comment?',
    'More.',
    'Live.',
    '2008.',
    'In 2008',
    'Mayor to leave in July',
    'Mayor quits, 40 more to follow',
    'Photos show the bridge',
    'Video shows mayor leaving',
    'By the sea, the mayor wept.',
    'By Monday the trams ran.',
    'Follow the money, she said.',
    'Read the law, he said, and read it here.',
    'He read more.',
    'Image of the mayor suffers',
    'Mayor: tram is late;',
    'The mayor declined to comment.',
    'Reuters first reported the news.',
    'The paper was published on 14 July 2024 by the mayor',
    'More than 40 people came',
    'We use trams, not cars.',
    'Sign up for the army, he told them.',
    'Contact with the ship was lost at 3 p.m.',
    'The tram (which is old) broke (Reuters).',
    'Tags were found on the tram.',
    'Related events followed.',
    'Copyright law changes',
    'Watch out.',
  ])('leaves %j', (line) => expect(isFurniture(line)).toBe(false));
});

describe('findFurniture', () => {
  const body = [
    'Mayor quits',
    'The mayor quit on Monday.',
    'Nobody knows why she did.',
    'The council meets on Friday.',
  ];

  it('marks the headline after "Read more" and a caption, and only that', () => {
    const more = ['Read more', 'FILE PHOTO. A tram.', 'Trams return to the bridge – Example'];
    expect(marked(...body, ...more, 'The council is angry.', ...body)).toEqual(more);
    expect(marked(...body, 'Read more', 'The council is angry.', ...body)).toEqual(['Read more']);
  });

  it('marks all headlines at the end of a page', () => {
    const end = ['Most read', 'Trams return', 'Bridge closed', 'Council split'];
    expect(marked(...body, ...end)).toEqual(end);
  });

  it('marks what readers write below an article, and not what stands below a link to it', () => {
    const comments = ['2 Comments', 'I never liked her.', 'Jo Doe', 'Me neither.'];
    expect(marked(...body, ...comments)).toEqual(comments);
    expect(marked('2 Comments', ...body)).toEqual(['2 Comments']);
  });

  it('leaves a title that reads like a byline', () => {
    expect(marked('By Land And Sea', ...body)).toEqual([]);
    expect(marked('Mayor quits', 'By Jane Doe', ...body)).toEqual(['By Jane Doe']);
  });

  it('answers for every paragraph of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const article = analyse(text, new Vocabulary());
        expect(findFurniture(article)).toHaveLength(article.paragraphs.length);
      }),
    );
  });

  it.each([
    'a',
    ' ',
    '.',
    `By ${'A'.repeat(130)}!\n`,
    `${'A '.repeat(60)}/\n`,
    'A ',
    '😀',
    '\ud83d',
    'By A ',
    'Read more\n',
    '<a ',
    '(',
    'a\n',
  ])('ends before the test is given up with many of %j', (unit) => {
    const article = analyse(unit.repeat(Math.ceil(300_000 / unit.length)), new Vocabulary());
    findFurniture(article);
  });
});
