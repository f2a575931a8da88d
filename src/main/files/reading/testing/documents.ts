import * as docx from 'docx';
import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';

/** A Word document out of its parts. */
export async function word(
  children: docx.ISectionOptions['children'],
  more: Partial<docx.IPropertiesOptions> = {},
): Promise<Uint8Array> {
  const document = new docx.Document({ ...more, sections: [{ children }] });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}

/** A PDF whose pages are drawn one after the other, in points from the lower left corner of an A4 page. */
export async function pdf(
  pages: readonly ((page: PDFPage, font: PDFFont) => void)[],
  about: { readonly title?: string; readonly author?: string } = {},
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  if (about.title) document.setTitle(about.title);
  if (about.author) document.setAuthor(about.author);
  for (const draw of pages) draw(document.addPage([595, 842]), font);
  return document.save();
}

/** Draws a text in lines of about so many letters; the answer is where the next line would stand. */
export function column(
  page: PDFPage,
  font: PDFFont,
  text: string,
  { x, y, letters, size = 11 }: { x: number; y: number; letters: number; size?: number },
): number {
  let line = '';
  let at = y;
  const draw = () => {
    if (line !== '') page.drawText(line, { x, y: at, size, font });
    at -= 1.2 * size;
    line = '';
  };
  for (const next of text.split(' ')) {
    if (line !== '' && line.length + next.length + 1 > letters) draw();
    line = line === '' ? next : `${line} ${next}`;
  }
  draw();
  return at;
}
