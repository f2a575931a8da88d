import * as docx from 'docx';
import { degrees } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import type { ArticleDetails } from '../../../core/model/article';
import { textOf } from '../../../core/reading/reading';
import { readBytes } from './read-bytes';
import { docxWith, wordMarkup, zip } from './testing/bombs';
import { column, pdf, word } from './testing/documents';
import { ARTICLE_TEXT, BODY, mhtml, newsPage, quotedPrintable, SENTENCES } from './testing/pages';

/** A file as people have them, and what is to be read out of it. */
interface Input {
  readonly file: string;
  readonly about: string;
  readonly bytes: Uint8Array | Promise<Uint8Array>;
  /** The whole text proposed, or what it must hold. */
  readonly text?: string | RegExp;
  /** Texts proposed to be left out. */
  readonly out?: readonly string[];
  /** Reasons given for what is left out. */
  readonly reasons?: readonly string[];
  readonly details?: Partial<ArticleDetails>;
  readonly warning?: RegExp;
  /** Why it is refused. */
  readonly problem?: RegExp;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
    ),
  );

const TITLE = 'Bridge shut after cracks widen';
const WHOLE = `${TITLE}\n\n${ARTICLE_TEXT}`;
/** "Мост закрыли в понедельник, сообщил мэр города." and more, in windows-1251. */
const RUSSIAN =
  'Мост через гавань закрыли в понедельник, сообщил мэр города. Трещины расширились за ночь, и движение остановили.';
const cp1251 = (text: string) =>
  Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });
const greek = (text: string) =>
  Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code >= 0x384 && code <= 0x3ce ? code - 0x384 + 0xb4 : code;
  });
const GREEK =
  'Η γέφυρα έκλεισε τη Δευτέρα, είπε ο δήμαρχος της πόλης, και τα σχολεία άνοιξαν αργά.';

const TEXTS: readonly Input[] = [
  {
    file: 'seed.txt',
    about: 'text with page furniture',
    bytes: utf8(
      `31.1 C\nSunday, July 14, 2024\n\n${TITLE}\n\nThe mayor shut the bridge.\n\nRead more\n\nFILE PHOTO. A tram crosses.\nTrams return to the bridge – The Ledger\n\nNobody was hurt.\n\nMost Popular Articles`,
    ),
    text: `${TITLE}\n\nThe mayor shut the bridge.\n\nNobody was hurt.`,
    out: ['31.1 C', 'Sunday, July 14, 2024', 'Read more', 'FILE PHOTO. A tram crosses.'],
    details: { title: TITLE },
  },
  {
    file: 'comments.txt',
    about: 'text with comments below',
    bytes: utf8(
      `${TITLE}\n\nThe mayor shut it.\n\nNobody was hurt.\n\nBe the first to comment\n\nLeave a Reply\n\nYour email address will not be published.`,
    ),
    text: `${TITLE}\n\nThe mayor shut it.\n\nNobody was hurt.`,
    out: ['Leave a Reply'],
  },
  {
    file: 'plain.txt',
    about: 'text without furniture is taken letter for letter',
    bytes: utf8('  One line of text\n\n\n\tTwo\u00A0lines \n'),
    text: '  One line of text\n\n\n\tTwo\u00A0lines \n',
  },
  {
    file: 'crlf.txt',
    about: 'Windows line ends',
    bytes: utf8('The bridge is shut\r\n\r\nIt is.\r\n'),
    text: 'The bridge is shut\n\nIt is.\n',
  },
  {
    file: 'byline.md',
    about: 'Markdown stays as it is, title and byline too',
    bytes: utf8(`# ${TITLE}\n\nBy Ann Lee\n\n- one\n- *two*`),
    text: `# ${TITLE}\n\nBy Ann Lee\n\n- one\n- *two*`,
    details: { title: TITLE },
  },
  {
    file: 'bom.txt',
    about: 'UTF-8 with a mark',
    bytes: utf8('\uFEFFZoë paid €5'),
    text: 'Zoë paid €5',
  },
  {
    file: 'le.txt',
    about: 'UTF-16LE with a mark',
    bytes: utf16('\uFEFFZoë 😀 paid'),
    text: 'Zoë 😀 paid',
  },
  {
    file: 'be.txt',
    about: 'UTF-16BE with a mark',
    bytes: new Uint8Array(Buffer.from('\uFEFFZoë 😀 paid', 'utf16le').swap16()),
    text: 'Zoë 😀 paid',
  },
  {
    file: 'unmarked.txt',
    about: 'UTF-16LE without a mark',
    bytes: utf16('The bridge is shut today'),
    text: 'The bridge is shut today',
  },
  {
    file: '1252.txt',
    about: 'windows-1252',
    bytes: bytesOf(
      'The caf',
      [0xe9],
      ' owner said: ',
      [0x93],
      'It is shut, and will be for weeks',
      [0x94],
      ' ',
      [0x96],
      ' and left.',
    ),
    text: 'The café owner said: “It is shut, and will be for weeks” – and left.',
  },
  { file: '1251.txt', about: 'windows-1251', bytes: bytesOf(cp1251(RUSSIAN)), text: RUSSIAN },
  {
    file: 'sjis.txt',
    about: 'Shift-JIS',
    bytes: bytesOf([
      0x8b, 0xb4, 0x82, 0xcd, 0x8c, 0x8e, 0x97, 0x6a, 0x93, 0xfa, 0x82, 0xc9, 0x95, 0xc2, 0x8d,
      0xbd, 0x82, 0xb3, 0x82, 0xea, 0x82, 0xbd, 0x81, 0x42, 0x8e, 0x73, 0x92, 0xb7, 0x82, 0xaa,
      0x94, 0xad, 0x95, 0x5c, 0x82, 0xb5, 0x82, 0xbd, 0x81, 0x42,
    ]),
    text: '橋は月曜日に閉鎖された。市長が発表した。',
  },
  {
    file: 'lost.txt',
    about: 'UTF-8 by its mark, with a byte that is none',
    bytes: bytesOf('\uFEFFThe caf', [0xe9], ' is shut today.'),
    text: 'The caf\uFFFD is shut today.',
    warning: /Some characters could not be read/,
  },
  {
    file: 'mail.txt',
    about: 'a mail’s text with its head',
    bytes: utf8(
      'Subject: Bridge\nMIME-Version: 1.0\nContent-Type: text/plain\n\nThe mayor shut the bridge.',
    ),
    text: /The mayor shut the bridge\.$/,
  },
  {
    file: 'remarks.txt',
    about: 'comments without end before what is no page',
    bytes: utf8(`${'<!---->'.repeat(60)} The bridge is shut.`),
    text: /The bridge is shut\.$/,
  },
  {
    file: 'gap.txt',
    about: 'half a million empty lines before furniture',
    bytes: utf8(`The mayor shut it.${'\n'.repeat(500_000)}Nobody was hurt.\n\nRead more`),
    text: /Nobody was hurt\.$/,
  },
  {
    file: 'empty.txt',
    about: 'an empty file',
    bytes: new Uint8Array(),
    problem: /^“empty.txt” holds no text\.$/,
  },
  {
    file: 'blank.md',
    about: 'white space alone',
    bytes: utf8(' \n\t\n'),
    problem: /holds no text/,
  },
  {
    file: 'picture.txt',
    about: 'a picture named as text',
    bytes: bytesOf([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    problem: /not a text file/,
  },
  {
    file: 'article.exe',
    about: 'an ending no article has',
    bytes: utf8('MZ'),
    problem: /Diptych reads plain text \(\.txt\)/,
  },
  {
    file: 'long.txt',
    about: 'a text too long',
    bytes: utf8('word '.repeat(2_100_000)),
    problem: /more than 10 million characters/,
  },
];

const LINKED_DATA = `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList"},{"@type":["NewsArticle"],
"headline":"${TITLE}","datePublished":"2026-05-03T23:30:00-04:00","author":[{"@type":"Person","name":"Ann Lee"},{"name":"Bo Ek"}],
"publisher":{"@type":"Organization","name":"The Ledger &amp; Co"},"inLanguage":"en_GB","mainEntityOfPage":{"@id":"https://ledger.example/bridge"}}]}</script>`;

const PAGES: readonly Input[] = [
  {
    file: 'news.html',
    about: 'a news page with JSON-LD',
    bytes: utf8(newsPage({ head: `<title>${TITLE} | The Ledger</title>${LINKED_DATA}` })),
    text: WHOLE,
    out: ['News', 'Sport', '© 2026 The Ledger. All rights reserved.'],
    details: {
      title: TITLE,
      outlet: 'The Ledger & Co',
      author: 'Ann Lee, Bo Ek',
      date: '2026-05-03',
      language: 'en-GB',
      url: 'https://ledger.example/bridge',
    },
  },
  {
    file: 'og.html',
    about: 'OpenGraph, a canonical address, a standfirst, a byline and <time>',
    bytes: utf8(
      newsPage({
        head: `<meta property="og:title" content="${TITLE}"><meta property="og:site_name" content="The Wire"><meta name="author" content="By Ann Lee"><meta property="og:description" content="The council acted at dawn."><link rel="canonical" href="https://wire.example/a">`,
        within: `<p>The council acted at dawn.</p><p class="byline">By Ann Lee</p><p><time datetime="2026-05-04T08:00Z">4 May 2026</time></p>${BODY}`,
      }),
    ),
    text: `${TITLE}\n\nThe council acted at dawn.\n\n${ARTICLE_TEXT}`,
    out: ['By Ann Lee', '4 May 2026'],
    details: {
      title: TITLE,
      outlet: 'The Wire',
      author: 'Ann Lee',
      date: '2026-05-04',
      language: 'en',
      url: 'https://wire.example/a',
    },
  },
  {
    file: 'comments.html',
    about: 'readers’ comments, related stories, captions, sharing',
    bytes: utf8(
      newsPage({
        within: `<div class="share-bar"><a href="#">Facebook</a> <a href="#">Email</a></div><figure><img src="a.png"><figcaption>The bridge on Monday. Photo: X</figcaption></figure>${BODY}<p><b>Read more: <a href="/x">How the bridge was built</a></b></p>`,
        after: `<aside class="related"><h2>Related</h2><a href="/1">A long headline of another story of the day</a></aside><section id="comments"><h2>2 Comments</h2><p>I always said this bridge would fall, and nobody ever listened to me, did they?</p></section>`,
      }),
    ),
    text: WHOLE,
    out: [
      'The bridge on Monday. Photo: X',
      'Read more: How the bridge was built',
      '2 Comments',
      'Related',
    ],
  },
  {
    file: 'below.html',
    about: 'the headline told again below the article',
    bytes: utf8(
      newsPage({
        head: `<meta property="og:title" content="Harbour bridge: all there is to know">`,
        after: '<aside><h2>Harbour bridge: all there is to know</h2></aside>',
      }),
    ),
    text: WHOLE,
    out: ['Harbour bridge: all there is to know'],
  },
  {
    file: 'amp.html',
    about: 'an AMP page',
    bytes: utf8(
      newsPage({})
        .replace('<html', '<html amp')
        .replace('<article>', '<amp-ad>Buy shoes</amp-ad><article><amp-img src="x"></amp-img>'),
    ),
    text: WHOLE,
  },
  {
    file: 'broken.html',
    about: 'unclosed tags, bare attributes, stray ends',
    bytes: utf8(
      `<title>${TITLE}</title></p><body class=x><h1>${TITLE}<div>${SENTENCES.map((each) => `<p class=a>${each}<b>`).join('')}</table></span>`,
    ),
    text: /closed the harbour bridge[^]*Drivers were sent/,
  },
  {
    file: 'tables.html',
    about: 'a page laid out with nested tables',
    bytes: utf8(
      `<html><head><title>${TITLE}</title></head><body><table><tr><td><table><tr><td><a href="/">Home</a></td></tr></table></td><td><table><tr><td><h1>${TITLE}</h1>${BODY}</td></tr></table></td></tr></table></body></html>`,
    ),
    text: WHOLE,
    out: ['Home'],
  },
  {
    file: 'figures.html',
    about: 'a table of figures, row by row',
    bytes: utf8(
      newsPage({
        within: `${BODY}<table><tr><th>Year</th><th>Cracks</th></tr><tr><td>2024</td><td>3</td></tr></table>`,
      }),
    ),
    text: `${WHOLE}\n\nYear\tCracks\n2024\t3`,
  },
  {
    file: 'lists.html',
    about: 'lists in lists, a quotation, line breaks',
    bytes: utf8(
      newsPage({
        within: `${BODY}<ul><li>One<ul><li>One a</li></ul></li><li>Two</li></ul><blockquote>Nobody<br>told us,<br><br>they said.</blockquote>`,
      }),
    ),
    text: `${WHOLE}\n\nOne\nOne a\nTwo\n\nNobody\ntold us,\n\nthey said.`,
  },
  {
    file: 'entities.html',
    about: 'entities, no-break spaces and soft hyphens',
    bytes: utf8(
      newsPage({
        within: `${BODY}<p>Caf&eacute;&nbsp;&amp; &#x1F600;&lt;b&gt; har&shy;bour, the m&uuml;nster, is open again</p>`,
      }),
    ),
    text: `${WHOLE}\n\nCafé & 😀<b> harbour, the münster, is open again`,
  },
  {
    file: 'out.html',
    about: 'scripts, styles, templates, drawings and what is hidden',
    bytes: utf8(
      newsPage({
        within: `<script>alert("x")</script><style>p{}</style><template><p>T</p></template><svg><text>S</text></svg><noscript><p>N</p></noscript><p hidden>Hidden from all readers</p>${BODY}`,
      }),
    ),
    text: WHOLE,
    out: ['Hidden from all readers'],
  },
  {
    file: 'arabic.html',
    about: 'a right-to-left page',
    bytes: utf8(
      `<html lang="ar" dir="rtl"><head><title>إغلاق الجسر</title></head><body><article><h1>إغلاق جسر الميناء</h1>${'<p>أغلقت المدينة جسر الميناء يوم الاثنين بعد أن وجد المهندسون أن الشقوق قد اتسعت خلال الليل، حسبما قال رئيس البلدية.</p>'.repeat(4)}</article></body></html>`,
    ),
    text: /^إغلاق جسر الميناء\n\nأغلقت المدينة/,
    details: { language: 'ar', title: 'إغلاق جسر الميناء' },
  },
  {
    file: '1251.html',
    about: 'windows-1251 as its <meta> says',
    bytes: bytesOf(
      '<html><head><meta charset="windows-1251"><title>',
      cp1251('Мост'),
      '</title></head><body>',
      ...Array.from({ length: 4 }, () => [...cp1251(`<p>${RUSSIAN}</p>`)]),
      '</body></html>',
    ),
    text: new RegExp(`^${RUSSIAN}`),
    details: { title: 'Мост', language: 'ru' },
  },
  {
    file: 'greek.html',
    about: 'ISO-8859-7 as http-equiv says',
    bytes: bytesOf(
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-7"></head><body><p>',
      greek(GREEK),
      '</p></body></html>',
    ),
    text: GREEK,
  },
  {
    file: 'gb.html',
    about: 'GB18030',
    bytes: bytesOf(
      '<html><head><meta charset="gb18030"></head><body><p>',
      [
        0xc7, 0xc5, 0xc1, 0xba, 0xd3, 0xda, 0xd6, 0xdc, 0xd2, 0xbb, 0xb9, 0xd8, 0xb1, 0xd5, 0xa1,
        0xa3,
      ],
      '</p></body></html>',
    ),
    text: '桥梁于周一关闭。',
  },
  {
    file: 'mislabelled.html',
    about: 'UTF-8 whatever its <meta> says',
    bytes: utf8(
      `<html><head><meta charset="iso-8859-1"></head><body><p>Zoë’s café is open again, she said.</p></body></html>`,
    ),
    text: 'Zoë’s café is open again, she said.',
  },
  {
    file: 'utf16.htm',
    about: 'UTF-16 with a mark',
    bytes: utf16('\uFEFF<html><body><p>Zoë’s café is open.</p></body></html>'),
    text: 'Zoë’s café is open.',
  },
  {
    file: 'utf16.xhtml',
    about: 'UTF-8 that says it is UTF-16',
    bytes: utf8(
      '<?xml version="1.0" encoding="utf-16"?><html><body><p>The bridge is shut, she said.</p></body></html>',
    ),
    text: 'The bridge is shut, she said.',
  },
  {
    file: 'roles.html',
    about: 'roles and elements named like parts of every object',
    bytes: utf8(
      '<h1>Shut</h1><p role="constructor">It is shut.</p><constructor><p>So it stays.</p></constructor><p role="__proto__">For weeks.</p>',
    ),
    text: 'Shut\n\nIt is shut.\n\nSo it stays.\n\nFor weeks.',
  },
  {
    file: 'siblings.html',
    about: 'very many line breaks in one place, and JSON-LD without end',
    bytes: utf8(
      `<script type="application/ld+json">[${'{},'.repeat(300_000)}{}]</script><p>${'a<br>'.repeat(300_000)}</p>`,
    ),
    text: /^a\na\na/,
  },
  {
    file: 'blog.html',
    about: 'a WordPress page whose classes say what it is about',
    bytes: utf8(
      `<html><body><div class="post category-social tag-comments hentry"><h1>${TITLE}</h1>${BODY}<div class="share"><ul><li><a href="/t">Twitter</a></li></ul></div></div></body></html>`,
    ),
    text: WHOLE,
    out: ['Twitter'],
    reasons: ['Buttons for sharing'],
  },
  {
    file: 'hostile.html',
    about: 'markup in names and titles stays text',
    bytes: utf8(
      newsPage({
        head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":"<img src=x onerror=alert(1)>","author":{"name":"<script>x"},"__proto__":{"url":"x"},"constructor":1}</script>`,
      }),
    ),
    details: { title: '<img src=x onerror=alert(1)>', author: '<script>x', url: '' },
    text: new RegExp(SENTENCES[0] ?? ''),
  },
  {
    file: 'deep.html',
    about: 'elements nested without end',
    bytes: utf8(`${'<div>'.repeat(100_000)}text`),
    problem: /nested more than 1000 deep/,
  },
  {
    file: 'nothing.html',
    about: 'a page without text',
    bytes: utf8('<html><body><img src="x"></body></html>'),
    problem: /holds no text/,
  },
  {
    file: 'page.txt',
    about: 'a web page named as text',
    bytes: utf8(newsPage({})),
    text: WHOLE,
    warning: /says plain text, but it is a web page/,
  },
  {
    file: 'text.html',
    about: 'text named as a web page',
    bytes: utf8('The bridge is shut, the mayor said today.'),
    text: 'The bridge is shut, the mayor said today.',
  },
  {
    file: 'saved.mhtml',
    about: 'a saved page, quoted-printable',
    bytes: utf8(
      mhtml(
        quotedPrintable(utf8(newsPage({}))),
        'quoted-printable',
        'https://ledger.example/bridge',
      ),
    ),
    text: WHOLE,
    details: { url: 'https://ledger.example/bridge', title: TITLE },
  },
  {
    file: 'saved.mht',
    about: 'a saved page, base64, windows-1252',
    bytes: utf8(
      mhtml(
        Buffer.from(
          '<html><body><h1>Caf\xe9 shut today</h1><p>It is shut, she said.</p></body></html>',
          'latin1',
        ).toString('base64'),
        'base64',
        'cid:x',
        'windows-1252',
      ),
    ),
    text: /^Café shut today/,
    details: { url: '' },
  },
  {
    file: 'address.mhtml',
    about: 'a saved page with an address of thousands of letters',
    bytes: utf8(mhtml(newsPage({}), '7bit', `https://ledger.example/b?utm=${'x'.repeat(3_000)}`)),
    text: WHOLE,
  },
  {
    file: 'mail.mhtml',
    about: 'a mail without a page',
    bytes: utf8('MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello there'),
    problem: /holds no web page\. Open it in the program/,
  },
];

const run = (text: string) => new docx.TextRun(text);
const paragraph = (text: string) => new docx.Paragraph(text);
const row = (...cells: readonly string[]) =>
  new docx.TableRow({
    children: cells.map((text) => new docx.TableCell({ children: [paragraph(text)] })),
  });
const change = { id: 1, author: 'x', date: '2026-01-01T00:00:00Z' };

const DOCUMENTS: readonly Input[] = [
  {
    file: 'article.docx',
    about: 'headings, its own title and author',
    bytes: word(
      [
        new docx.Paragraph({ text: TITLE, heading: docx.HeadingLevel.HEADING_1 }),
        paragraph('The mayor shut it.'),
        new docx.Paragraph({ text: 'Part two', heading: docx.HeadingLevel.HEADING_2 }),
        paragraph('Caf\u00e9 ha\u00adrbour 😀'),
      ],
      { title: 'Draft 3', creator: 'Ann <b>Lee' },
    ),
    text: `${TITLE}\n\nThe mayor shut it.\n\nPart two\n\nCafé harbour 😀`,
    details: { title: TITLE, author: 'Ann <b>Lee' },
  },
  {
    file: 'notes.docx',
    about: 'footnotes at the end',
    bytes: word(
      [
        new docx.Paragraph({
          children: [
            run('Shut'),
            new docx.FootnoteReferenceRun(1),
            run(' on Monday, the mayor said.'),
          ],
        }),
      ],
      { footnotes: { 1: { children: [paragraph('A note.')] } } },
    ),
    text: 'Shut[1] on Monday, the mayor said.\n\nA note.',
  },
  {
    file: 'changes.docx',
    about: 'tracked changes, taken as accepted',
    bytes: word([
      new docx.Paragraph({
        children: [
          run('It is '),
          new docx.InsertedTextRun({ text: 'shut', ...change }),
          new docx.DeletedTextRun({ text: 'open', ...change }),
          run('.'),
        ],
      }),
    ]),
    text: 'It is shut.',
    warning: /tracked changes/,
  },
  {
    file: 'lists.docx',
    about: 'lists in lists and tables',
    bytes: word([
      new docx.Paragraph({ text: 'One', bullet: { level: 0 } }),
      new docx.Paragraph({ text: 'One a', bullet: { level: 1 } }),
      new docx.Paragraph({ text: 'Two', bullet: { level: 0 } }),
      new docx.Table({ rows: [row('Year', 'Cracks'), row('2024', '3')] }),
    ]),
    text: 'One\nOne a\nTwo\n\nYear\tCracks\n2024\t3',
  },
  {
    file: 'empty.docx',
    about: 'an empty document',
    bytes: word([paragraph('')]),
    problem: /holds no text/,
  },
  {
    file: 'online.docx',
    about: 'a document of Word on the web, whose text is in a numbered part',
    bytes: docxWith(
      wordMarkup('<w:p><w:r><w:t>It is shut.</w:t></w:r></w:p>'),
      undefined,
      'word/document2.xml',
    ),
    text: 'It is shut.',
  },
  {
    file: 'tables.docx',
    about: 'a document of tables in tables in tables',
    bytes: docxWith(
      wordMarkup(`${'<w:tbl><w:tr><w:tc>'.repeat(5_000)}${'</w:tc></w:tr></w:tbl>'.repeat(5_000)}`),
    ),
    problem: /its parts lie deeper in each other than any article’s/,
  },
  {
    file: 'text.odt',
    about: 'OpenDocument by name and content',
    bytes: zip([{ name: 'content.xml', content: Buffer.from('x') }]),
    problem: /OpenDocument file\. Save it as \.docx/,
  },
  {
    file: 'old.doc',
    about: 'an old Word document under its own name',
    bytes: bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    problem: /old Word document/,
  },
  {
    file: 'archive.docx',
    about: 'an archive that is no document',
    bytes: bytesOf([0x50, 0x4b, 0x05, 0x06, ...Array.from({ length: 18 }, () => 0)]),
    problem: /ZIP archive without a Word document/,
  },
  {
    file: 'damaged.docx',
    about: 'a document cut short',
    bytes: word([paragraph('text')]).then((bytes) => bytes.subarray(0, 2_000)),
    problem: /damaged/,
  },
  {
    file: 'old.doc.docx',
    about: 'an old or locked Word document',
    bytes: bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    problem: /old Word document/,
  },
  { file: 'rich.md', about: 'RTF', bytes: utf8('{\\rtf1 text}'), problem: /rich text \(\.rtf\)/ },
  {
    file: 'word.pdf',
    about: 'a Word document named as PDF',
    bytes: word([paragraph('The bridge is shut, she said.')]),
    text: 'The bridge is shut, she said.',
    warning: /says a PDF, but it is a Word document/,
  },
  {
    file: 'simple.pdf',
    about: 'lines, paragraphs, hyphens, running heads and page numbers',
    bytes: pdf(
      [0, 1, 2].map((page) => (sheet, font) => {
        sheet.drawText('The Ledger, May 2026', { x: 60, y: 810, size: 9, font });
        sheet.drawText(`- ${page + 1} -`, { x: 290, y: 30, size: 9, font });
        if (page === 0) sheet.drawText(TITLE, { x: 60, y: 760, size: 22, font });
        const at = column(
          sheet,
          font,
          page === 0
            ? 'The mayor shut the well-known harbour bridge on Monday, and no-one knew for how long the engin-'
            : (SENTENCES[page] ?? ''),
          { x: 60, y: 700, letters: 70 },
        );
        if (page === 0)
          column(sheet, font, 'eers would need for it.', { x: 60, y: at, letters: 70 });
      }),
      { title: 'untitled', author: 'By Ann Lee' },
    ),
    text: `${TITLE}\n\nThe mayor shut the well-known harbour bridge on Monday, and no-one knew for how long the engineers would need for it.\n\n${SENTENCES[1]}\n\n${SENTENCES[2]}`,
    out: ['The Ledger, May 2026', '- 1 -'],
    details: { title: TITLE, author: 'Ann Lee' },
  },
  {
    file: 'columns.pdf',
    about: 'two columns, one after the other, under a headline',
    bytes: pdf([
      (sheet, font) => {
        sheet.drawText(`${TITLE}, and nobody knows for how long`, {
          x: 50,
          y: 780,
          size: 20,
          font,
        });
        const [first = '', second = '', third = '', fourth = ''] = SENTENCES;
        column(sheet, font, second, {
          x: 50,
          y: column(sheet, font, first, { x: 50, y: 720, letters: 40 }) - 8,
          letters: 40,
        });
        column(sheet, font, fourth, {
          x: 310,
          y: column(sheet, font, third, { x: 310, y: 720, letters: 40 }) - 8,
          letters: 40,
        });
      },
    ]),
    text: `${TITLE}, and nobody knows for how long\n\n${SENTENCES.slice(0, 4).join('\n\n')}`,
  },
  ...[90, 180, 270].map((angle): Input => ({
    file: `turned-${angle}.pdf`,
    about: 'a page that is shown turned, with its text upright then',
    bytes: pdf([
      (sheet, font) => {
        sheet.setRotation(degrees(angle));
        const lines = ['The mayor shut the bridge, and nobody', 'knew for how long it would be.'];
        lines.forEach((line, index) => {
          const [x = 0, y = 0] = { 90: [60, 40], 180: [500, 700], 270: [500, 800] }[angle] ?? [];
          const [right = 0, down = 0] = { 90: [1, 0], 180: [0, 1], 270: [-1, 0] }[angle] ?? [];
          sheet.drawText(line, {
            x: x + 13 * index * right,
            y: y + 13 * index * down,
            size: 11,
            font,
            rotate: degrees(angle),
          });
        });
      },
    ]),
    text: 'The mayor shut the bridge, and nobody knew for how long it would be.',
  })),
  {
    file: 'scan.pdf',
    about: 'a scanned PDF',
    bytes: pdf([(sheet) => sheet.drawRectangle({ x: 50, y: 50, width: 400, height: 600 })]),
    problem: /pictures of pages and no text\. Have the text recognised \(OCR\)/,
  },
  {
    file: 'locked.pdf',
    about: 'a PDF with a password',
    bytes: utf8(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n' +
        `trailer<</Root 1 0 R/ID[<01><01>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>>>\n%%EOF`,
    ),
    problem: /locked with a password/,
  },
  {
    file: 'damaged.pdf',
    about: 'no PDF behind its first letters',
    bytes: utf8('%PDF-1.7\nnothing'),
    problem: /damaged, or no PDF/,
  },
  {
    file: 'named.pdf',
    about: 'text named as PDF',
    bytes: utf8('The bridge is shut, she said.'),
    text: 'The bridge is shut, she said.',
    warning: /says a PDF, but it is plain text/,
  },
];

const INPUTS = [...TEXTS, ...PAGES, ...DOCUMENTS];

describe('article files as people have them', () => {
  it('are forty or more', () => expect(INPUTS.length).toBeGreaterThanOrEqual(40));

  it.each(INPUTS)(
    '$file: $about',
    async ({ file, bytes, text, out = [], reasons = [], details = {}, warning, problem }) => {
      const read = await readBytes({ name: file, bytes: await bytes });
      if (problem) {
        expect(read).toEqual({ ok: false, problem: expect.stringMatching(problem) });
        return;
      }
      if (!read.ok) throw new Error(read.problem);
      const { blocks } = read.value;
      if (typeof text === 'string') expect(textOf(blocks)).toBe(text);
      if (text instanceof RegExp) expect(textOf(blocks)).toMatch(text);
      const left = blocks.filter(({ kept }) => !kept);
      expect(left.map((block) => block.text.trim())).toEqual(expect.arrayContaining([...out]));
      for (const { reason } of left) expect(reason).toMatch(/./);
      expect(left.map(({ reason }) => reason)).toEqual(expect.arrayContaining([...reasons]));
      expect(read.value.details).toMatchObject(details);
      if (warning) expect(read.value.warnings).toContainEqual(expect.stringMatching(warning));
      else
        expect(
          read.value.warnings.filter((each) => !each.startsWith('The article could not')),
        ).toEqual([]);
    },
  );

  it('leaves what is hidden out of rich text, wherever it stands', async () => {
    const bytes = utf8(
      '<div class="comments"><p>Shown</p><p style="display:none">Hidden</p></div>',
    );
    const read = await readBytes({ name: 'Pasted text', bytes, pasted: true });
    expect(read.ok && read.value.blocks.map(({ text }) => text.trim())).toEqual(['Shown']);
  });
});
