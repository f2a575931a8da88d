import { dialog, shell, type BrowserWindow } from 'electron';
import { failure, success, type Result } from '../../core/result';
import { webAddress } from '../web-address';

const [OPEN, CANCEL] = [0, 1];

/** Asks, showing the whole address, then opens it in the user's browser; refuses, in words, what is no plain https address. */
export async function openLink(window: BrowserWindow, url: string): Promise<Result<null>> {
  const address = webAddress(url);
  if (address === null)
    return failure('This address was not opened: Diptych opens plain https addresses only.');
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: 'Open this address in your browser?',
    detail: `${address}\n\nIt comes from the article’s details. Your browser will tell the site that you are there.`,
    buttons: ['Open', 'Cancel'],
    defaultId: CANCEL,
    cancelId: CANCEL,
    noLink: true,
  });
  if (response !== OPEN) return success(null);
  try {
    await shell.openExternal(address);
    return success(null);
  } catch (error) {
    return failure(
      `Your browser did not open the address: ${(error as Error).message}. Copy it from the details instead.`,
    );
  }
}
