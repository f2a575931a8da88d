import type { BrowserWindow } from 'electron';
import { basename } from 'node:path';
import { writeDiptychJson } from '../../core/exchange/diptych-json';
import { fileNameFor } from '../../core/exchange/file-names';
import { comparisonProblem, type Comparison } from '../../core/model/comparison';
import { failure, success, type Result } from '../../core/result';
import { writeDurably } from '../store/json-file';
import { askWhere, writing } from './export';

/**
 * Asks where to, then writes a comparison as a window shows it as Diptych JSON, durably; nothing is asked of the
 * workspace, which may be full or gone. The answer is the file's name, or null when the user cancels.
 */
export async function saveCopy(
  window: BrowserWindow,
  comparison: Comparison,
): Promise<Result<string | null>> {
  const problem = comparisonProblem(comparison);
  if (problem !== null) return failure(`The copy was not saved. ${problem}`);
  const path = await askWhere(window, {
    title: 'Save a copy of the comparison',
    defaultPath: `${fileNameFor(comparison.title)}.diptych.json`,
    filters: [{ name: 'Diptych JSON', extensions: ['json'] }],
  });
  if (path === null) return success(null);
  return writing(path, async () => {
    await writeDurably(path, writeDiptychJson(comparison));
    return basename(path);
  });
}
