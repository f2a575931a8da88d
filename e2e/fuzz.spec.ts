import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { renameComparison } from '../src/core/edit/build-edits';
import type { Comparison } from '../src/core/model/comparison';
import { CALLS, type Calls } from '../src/ipc/contract';
import { DEFAULT_PREFERENCES } from '../src/ipc/preferences';
import { fuzzChannel } from './fuzz/in-page';
import { expect, ROOT, test, type Diptych } from './fixtures';

const TIMES = Number(process.env['DIPTYCH_FUZZ'] ?? 12);
const SEED = Number(process.env['DIPTYCH_SEED'] ?? 1);

const ARTICLE = {
  title: 'T',
  outlet: '',
  author: '',
  date: '',
  url: '',
  language: '',
  text: 'A b',
};
const BYTES = new TextEncoder().encode('Some words of a text');
const CHOICE = { format: 'csv', withText: true } as const;

/** Arguments that fit each channel. */
const fittingOf = (sample: Comparison): { readonly [K in keyof Calls]: Parameters<Calls[K]> } => ({
  start: [],
  library: [],
  searchTexts: ['bridge'],
  snippet: ['sample', 'bridge'],
  createComparison: [{ title: '', left: ARTICLE, right: ARTICLE }],
  openComparison: ['sample'],
  openSample: [],
  closeComparison: [],
  openWindow: ['nobody'],
  mayClose: ['edits'],
  clearRecent: [],
  commit: ['sample', [renameComparison('Harbour bridge closure')], 0],
  earlierDays: ['sample'],
  openEarlier: ['sample', '2026-01-31'],
  copyEarlier: ['sample', '2026-01-31'],
  readCopy: [{ id: 'sample', file: 'sample (1).json' }],
  putCopyAside: [{ id: 'sample', file: 'sample (1).json' }],
  chooseCopy: [],
  duplicateComparison: ['sample'],
  deleteComparison: ['nobody'],
  restoreComparison: ['nobody'],
  chooseArticle: ['left'],
  readChosen: [],
  readArticle: ['a.html', BYTES],
  readPasted: ['<p>x</p>'],
  stopReading: [],
  saveCopy: [sample],
  exportComparison: ['sample', CHOICE],
  exportAll: [CHOICE],
  cancelExport: [],
  chooseAnnotationFiles: [],
  importComparison: [],
  importDropped: ['a.diptych.json', BYTES],
  chooseBatch: ['table'],
  makeBatch: [],
  stopBatch: [],
  saveView: [{ places: { sample: { left: 0, right: 0, selected: null } }, panes: { text: 40 } }],
  setPreferences: [DEFAULT_PREFERENCES],
  copyText: ['x'],
  openLink: ['https://example.org/'],
  showContextMenu: [[['undo']], { x: 1, y: 1 }],
  print: ['nobody'],
  savePdf: ['nobody'],
  setMenu: [{ enabled: ['undo'], keys: { undo: 'CmdOrCtrl+Z' }, undo: 'X', redo: null, tags: [] }],
  setSettings: [{ analyst: '', tags: [{ name: 'fact', colour: 'plum', key: '' }], relations: [] }],
});

/** Has every question cancelled, and nothing leave the app. */
async function cancelAll(diptych: Diptych): Promise<void> {
  await diptych.answerDialogs(null);
  await diptych.keepContextMenus();
  await diptych.app.evaluate(({ dialog, shell }) => {
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { cancelId }: Electron.MessageBoxOptions) =>
        Promise.resolve({ response: cancelId, checkboxChecked: false }),
    });
    shell.openExternal = () => Promise.reject(new Error('nothing may be opened'));
  });
}

async function closeOthers({ app }: Diptych): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const each of BrowserWindow.getAllWindows().filter(({ id }) => id !== 1)) each.destroy();
  });
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !name.startsWith('user/'));
}

const OWN_FILES =
  /^watched\.jsonl$|^workspace\/((index|workspace|in-use)\.json|texts\.index|comparisons\/([\w-]{1,64}\.(json|journal|backup\.json|backup\.journal)|history\/[\w-]{1,64}\/[\d-]{10}\.json))$/;

test('every channel answers hostile arguments in words', async ({ launch, folder }) => {
  const diptych = await launch('--sample');
  const { page } = diptych;
  await cancelAll(diptych);
  const opened = await page.evaluate(async () => window.diptych.openComparison('sample'));
  if (!opened.ok || !opened.value) throw new Error('the sample does not open');
  const fitting = fittingOf(JSON.parse(opened.value.comparison) as Comparison);
  for (const [index, name] of CALLS.entries())
    await test.step(name, async () => {
      const seed = SEED + index;
      const wrongs = await page.evaluate(fuzzChannel, {
        name,
        fitting: fitting[name],
        times: TIMES,
        seed,
      });
      expect.soft(wrongs, `with DIPTYCH_SEED=${SEED}`).toEqual([]);
      await closeOthers(diptych);
    });
  expect((await filesIn(folder)).filter((name) => !OWN_FILES.test(name))).toEqual([]);
  await page.reload();
  await expect(page.locator('h1')).toBeVisible();
  await diptych.quit();

  const checked = await promisify(execFile)(process.execPath, [
    join(ROOT, 'out/cli/index.js'),
    'validate',
    join(folder, 'workspace'),
  ]);
  expect(checked.stderr).toBe('');
  const again = await launch('--sample');
  await expect(again.workspace.article('left')).toContainText('harbour bridge');
  await again.workspace.tag('left', 'closed the harbour bridge', 'claim');
  await again.workspace.expectSaved();
});
