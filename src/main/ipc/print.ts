import { app, dialog, type BrowserWindow } from 'electron';
import { basename } from 'node:path';
import { fileNameFor } from '../../core/exchange/file-names';
import { writeReport } from '../../core/exchange/report';
import { failure, success, type Result } from '../../core/result';
import { withReport } from '../report-window';
import { writeDurably } from '../store/json-file';
import type { Workspace } from '../store/workspace';

interface Printing {
  readonly workspace: Workspace;
}

/** The countries that print on Letter; all others print on A4. */
const LETTER_COUNTRIES = new Set(['US', 'CA', 'MX', 'CL', 'CO', 'CR', 'PA', 'PH', 'PR', 'VE']);

/** The space around the text, in inches, as Chromium counts it. */
const MARGIN = 0.8;

const PAGE_NUMBER =
  '<p style="width: 100%; font: 8px sans-serif; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></p>';

/** What Chromium says when the user closes its print dialog. */
const CANCELLED = 'Print job canceled';

/** Prints a comparison's report, after asking how; the problem in words when it cannot. */
export async function printReport({ workspace }: Printing, id: string): Promise<Result<null>> {
  const report = await reportOf(workspace, id);
  if (!report.ok) return report;
  return withReport(
    report.value.html,
    async (contents) =>
      new Promise((done) => {
        contents.print({}, (printed, reason) => {
          done(
            printed || reason === CANCELLED
              ? success(null)
              : failure(
                  `It was not printed: ${reason}. Choose Save as PDF instead, and print that.`,
                ),
          );
        });
      }),
  );
}

/** Asks where to, then writes a comparison's report as PDF; the file's name, or null when the user cancels. */
export async function savePdf(
  { workspace }: Printing,
  window: BrowserWindow,
  id: string,
): Promise<Result<string | null>> {
  const report = await reportOf(workspace, id);
  if (!report.ok) return report;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the comparison as PDF',
    defaultPath: `${fileNameFor(report.value.title)}.pdf`,
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (canceled || !filePath) return success(null);
  try {
    const pdf = await withReport(report.value.html, async (contents) =>
      contents.printToPDF({
        pageSize: LETTER_COUNTRIES.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
        margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: PAGE_NUMBER,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
    );
    await writeDurably(filePath, pdf);
    return success(basename(filePath));
  } catch (error) {
    return failure(
      `“${basename(filePath)}” could not be written: ${(error as Error).message}. Choose another place.`,
    );
  }
}

async function reportOf(
  workspace: Workspace,
  id: string,
): Promise<Result<{ readonly title: string; readonly html: string }>> {
  const read = await workspace.read(id);
  if (!read.ok) return read;
  const settings = await workspace.settings.read();
  return success({ title: read.value.title, html: writeReport(read.value, { settings }) });
}
