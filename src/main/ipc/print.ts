import { app, dialog, type BrowserWindow } from 'electron';
import { basename } from 'node:path';
import { failure, success, type Result } from '../../core/result';
import { writeDurably } from '../store/json-file';

/** The countries that print on Letter; all others print on A4. */
const LETTER_COUNTRIES = new Set(['US', 'CA', 'MX', 'CL', 'CO', 'CR', 'PA', 'PH', 'PR', 'VE']);

/** The space around the text, in inches, as Chromium counts it. */
const MARGIN = 0.8;

const PAGE_NUMBER =
  '<p style="width: 100%; font: 8px sans-serif; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></p>';

/** What Chromium says when the user closes its print dialog. */
const CANCELLED = 'Print job canceled';

/** Prints what the page shows on paper, after asking how; the problem in words when it cannot. */
export async function printPage(window: BrowserWindow): Promise<Result<null>> {
  return new Promise((done) => {
    window.webContents.print({}, (printed, reason) => {
      done(
        printed || reason === CANCELLED
          ? success(null)
          : failure(`It was not printed: ${reason}. Choose Save as PDF instead, and print that.`),
      );
    });
  });
}

/** Asks where to, then writes what the page shows on paper as PDF; the file's name, or null when the user cancels. */
export async function savePdf(window: BrowserWindow, name: string): Promise<Result<string | null>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the comparison as PDF',
    defaultPath: name,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || !filePath) return success(null);
  try {
    const pdf = await window.webContents.printToPDF({
      pageSize: LETTER_COUNTRIES.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
      margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: PAGE_NUMBER,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    await writeDurably(filePath, pdf);
    return success(basename(filePath));
  } catch (error) {
    return failure(
      `“${basename(filePath)}” could not be written: ${(error as Error).message}. Choose another place.`,
    );
  }
}
