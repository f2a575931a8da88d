import { ExternalHyperlink, Paragraph, TextRun } from 'docx';
import { escapeMarkup } from '../../src/core/exchange/markup';
import { column, pdf, word } from '../../src/main/files/reading/testing/documents';
import { BODY, mhtml, newsPage, SENTENCES } from '../../src/main/files/reading/testing/pages';
import { lineOf } from './comparison';

/** An article file. */
export interface ArticleFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const ENCODER = new TextEncoder();

function plain(hostile: string): string {
  return `${hostile} in the title of it\n\n${SENTENCES[0]} ${hostile}\n\n${hostile}\n`;
}

/** A news page that says it in its head, in JSON for machines, as text and as markup. */
export function page(hostile: string): string {
  const said = escapeMarkup(hostile);
  const data = { '@type': 'NewsArticle', headline: hostile, author: { name: hostile } };
  return newsPage({
    head:
      `<title>${said}</title><meta property="og:title" content="${said}"><meta property="og:site_name" content="${said}">` +
      `<meta name="author" content="${said}"><link rel="canonical" href="${said}">` +
      `<script type="application/ld+json">${JSON.stringify(data).replaceAll('</', '<\\/')}</script>`,
    within: `<p>${SENTENCES[1]} ${said}</p>${BODY}<p>${hostile}</p><p>${SENTENCES[2]} ${hostile}</p>`,
  });
}

/** Writes what is hostile into every place that a kind of article file has for it. */
export const ARTICLE_FILES: Readonly<
  Record<string, (hostile: string) => Promise<ArticleFile> | ArticleFile>
> = {
  text: (hostile) => ({ name: `${hostile}.txt`, bytes: ENCODER.encode(plain(hostile)) }),
  markdown: (hostile) => ({
    name: `${hostile}.md`,
    bytes: ENCODER.encode(`# ${plain(hostile)}\n\`\`\`${hostile}\nx\n\`\`\`\n[x](${hostile})\n`),
  }),
  'web page': (hostile) => ({ name: `${hostile}.html`, bytes: ENCODER.encode(page(hostile)) }),
  'saved page': (hostile) => ({
    name: `${hostile}.mhtml`,
    bytes: ENCODER.encode(mhtml(page(hostile), '8bit', lineOf(hostile))),
  }),
  Word: async (hostile) => ({
    name: `${hostile}.docx`,
    bytes: await word(
      [
        new Paragraph({ text: hostile, heading: 'Heading1' }),
        ...SENTENCES.map((text) => new Paragraph(`${text} ${hostile}`)),
        new Paragraph({
          children: [new ExternalHyperlink({ link: hostile, children: [new TextRun(hostile)] })],
        }),
      ],
      { title: hostile, creator: hostile, description: hostile },
    ),
  }),
  PDF: async (hostile) => {
    // The font knows no others.
    const said = hostile.replaceAll(/[^\x20-\x7e]/g, ' ');
    const bytes = await pdf(
      [
        (sheet, font) => {
          column(sheet, font, `${said} ${SENTENCES[0]} ${said}`, { x: 50, y: 700, letters: 80 });
        },
      ],
      { title: hostile, author: hostile },
    );
    return { name: `${hostile}.pdf`, bytes };
  },
};
