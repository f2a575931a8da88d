import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeDiptychJson } from '../src/core/exchange/diptych-json';
import { FORMATS, type FormatId } from '../src/core/exchange/formats';
import { DEFAULT_SETTINGS } from '../src/core/model/settings';
import type { Comparison } from '../src/core/model/comparison';
import { expect, test, type Diptych } from './fixtures';
import { hostileComparison } from './hostile/comparison';
import { ARTICLE_FILES, page as pageOf, type ArticleFile } from './hostile/files';
import { payloads } from './hostile/payloads';
import { NOTHING_FIRED, probe, unescaped, withoutPolicy } from './hostile/probe';
import { seenOf, watchPages } from './watch/watch';

/** Whether every kind of file carries everything; otherwise each thing comes in by one kind of article. */
const ALL = process.env['DIPTYCH_HOSTILE'] === 'all';
const AT_ONCE = 4;

test.use({ watched: true });

test('whatever an import says stays text', async ({ launch, folder }) => {
  if (ALL) test.setTimeout(600_000);
  const canary = join(folder, 'canary.txt');
  await writeFile(canary, 'nobody may read this');
  const hostile = payloads(pathToFileURL(canary).href);
  const all = hostileComparison('all', hostile);
  const named = '<img src=x data-hostile onerror="window.hacked=1">';
  const diptych = await launch(`${named}.txt`, 'x.txt');
  const { app, page, library, workspace } = diptych;
  await expect(page.getByRole('alert').filter({ hasText: named })).toBeVisible();
  await watchPages(diptych);
  await watchTags(page);
  let imports = 0;

  const kinds = Object.entries(ARTICLE_FILES);
  for (const [turn, [kind, make]] of kinds.entries())
    await test.step(`articles: ${kind}`, async () => {
      const carried = hostile.filter((_, index) => ALL || index % kinds.length === turn);
      imports += await readAll(page, await Promise.all(carried.map(async (each) => make(each))));
    });
  await test.step('articles: pasted', async () => {
    imports += await readAll(
      page,
      (ALL ? hostile : hostile.slice(0, 4)).map((each) => ({ name: '', pasted: pageOf(each) })),
    );
  });

  await test.step('folders and tables of pairs, and passim’s output', async () => {
    const rows = hostile.map((each) => ({
      title: each,
      left_text: `${each}\nx`,
      right_text: `Right of it\n${each}`,
      left_title: each,
      left_outlet: each,
      left_author: each,
      left_url: each,
    }));
    const lines = (records: readonly object[]) =>
      records.map((each) => JSON.stringify(each)).join('\n');
    const aligned = hostile.map((each, index) => ({
      id1: `${index} ${each}`,
      id2: `other ${index} ${each}`,
      title1: each,
      title2: each,
      series1: each,
      series2: each,
      b1: 0,
      e1: 9,
      b2: 0,
      e2: 9,
      s1: `${each} and so on`.slice(0, 9),
      s2: `${each} and so on`.slice(0, 9),
    }));
    await mkdir(join(folder, 'pairs'));
    for (const [index, each] of hostile.entries())
      for (const side of ['left', 'right'])
        await writeFile(join(folder, 'pairs', `${fileName(`${index} ${each}`)}.${side}.txt`), each);
    const sources = [
      ['folder', 'pairs', ''],
      ['table', 'pairs.csv', Papa.unparse(rows)],
      ['table', 'pairs.jsonl', lines(rows)],
      ['passim', 'passim.json', lines(aligned)],
    ] as const;
    for (const [kind, name, text] of sources) {
      if (kind !== 'folder') await writeFile(join(folder, name), text);
      await diptych.answerDialogs([join(folder, name)]);
      await diptych.chooseMenu('newComparisons');
      const dialog = page.getByRole('dialog', { name: 'New comparisons' });
      await dialog
        .getByRole('button', { name: `From ${kind === 'passim' ? '' : 'a '}${kind}…` })
        .click();
      await dialog.getByRole('button', { name: /^Make \d+ comparisons$/ }).click();
      const made = await dialog.getByText(/^\d+ comparisons made/).textContent();
      imports += Number.parseInt(made ?? '', 10);
      await page.keyboard.press('Escape');
    }
  });

  await test.step('Diptych JSON', async () => {
    const single = hostile.map((each, index) => {
      const text = writeDiptychJson(hostileComparison(`one-${index}`, [each]));
      return { name: `${each}.diptych.json`, bytes: new TextEncoder().encode(text) };
    });
    imports += await page.evaluate(async (files) => {
      let read = 0;
      for (const { name, bytes } of files)
        if ((await window.diptych.importDropped(name, bytes)).ok) read++;
      await window.diptych.closeComparison();
      return read;
    }, single);
    await drop(diptych, all);
    imports += hostile.length;
  });

  for (const format of ['web-annotation', 'label-studio', 'csv', 'brat', 'jsonl'] as const)
    await test.step(`annotations: ${format}`, async () => {
      const bare = { ...all, id: `bare-${format}`, annotations: [], links: [] };
      await page.getByRole('button', { name: 'Library' }).click();
      await drop(diptych, bare);
      await diptych.answerDialogs([await written(folder, format, { ...all, id: bare.id })]);
      await diptych.chooseMenu('importAnnotations');
      await expect(page.getByRole('dialog', { name: 'Annotations imported' })).toContainText(
        /Placed where the file says\s*\d+/,
      );
      await page.keyboard.press('Escape');
      await expect(workspace.annotations).not.toHaveCount(0);
      imports += hostile.length;
    });

  await test.step('every screen shows it', async () => {
    const copy = join(folder, 'workspace/comparisons/all.json');
    for (const each of hostile.slice(0, 4))
      await copyFile(copy, copy.replace(/\.json$/, ` (${fileName(each)}).json`));
    await page.getByRole('button', { name: 'Library' }).click();
    await expect(library.heading).toBeVisible();
    await expect(page.getByText('all (<img src=x data-hostile').first()).toBeVisible();
    await scrollThrough(page, library.list);
    await library.search.fill('data-hostile');
    await expect(library.list.locator('mark').first()).toBeVisible();
    await library.search.fill('');
    const said = hostile[1] ?? '';
    await library.drop(
      ['left', 'right'].map((side) => ({ name: `${said} ${side}.html`, text: pageOf(said) })),
    );
    await page.getByRole('button', { name: 'Create comparison' }).click();
    await expect(workspace.article('left')).toBeVisible();
    expect(
      await page.evaluate(async (names) => {
        const tags = names.map((name) => ({ name, colour: 'plum' as const, key: '' }));
        return window.diptych.setSettings({ analyst: names[0] ?? '', tags, relations: names });
      }, namesOf(hostile)),
    ).toMatchObject({ ok: true });
    await page.evaluate(async () => window.diptych.openComparison('all'));
    await page.reload();
    await watchTags(page);
    await expect(workspace.article('left')).toContainText('<script data-hostile>');
    await page.keyboard.press('g');
    for (const key of ['1', '2', '3', '5', '4', '4', '1']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(100);
    }
    await workspace.annotations.first().click();
    for (const command of [
      'editDetails',
      'tags',
      'exportComparison',
      'palette',
      'earlierVersions',
    ]) {
      await diptych.chooseMenu(command);
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });

  await test.step('a copy with other notes is merged', async () => {
    const annotations = all.annotations.map((each) => ({ ...each, note: `${each.note} again` }));
    const path = join(folder, `${fileName(named)}.diptych.json`);
    await writeFile(path, writeDiptychJson({ ...all, annotations }));
    await diptych.answerDialogs([path]);
    await diptych.chooseMenu('mergeCopy');
    const dialog = page.getByRole('dialog', { name: 'Merge a copy' });
    await expect(dialog).toContainText(named);
    await dialog.getByRole('button', { name: 'Merge' }).click();
    await expect(dialog).toHaveCount(0);
    imports++;
  });

  const reports: string[] = [];
  await test.step('exports: reports, PDF and tables', async () => {
    for (const format of ['html', 'csv'] as const) {
      const to = join(folder, `all-${format}`);
      await diptych.answerDialogs([to]);
      await diptych.chooseMenu('exportAll');
      const dialog = page.getByRole('dialog');
      await dialog.getByText(FORMATS[format].label, { exact: true }).click();
      await page.keyboard.press('Enter');
      await expect(page.getByText(`exported to all-${format}.`)).toBeVisible({ timeout: 60_000 });
      for (const name of await readdir(to)) {
        const text = await readFile(join(to, name), 'utf8');
        if (format === 'html') reports.push(text);
        else
          for (const cell of Papa.parse<string[]>(text.slice(1)).data.flat()) expectHarmless(cell);
      }
    }
    expect(reports.length).toBeGreaterThan(100);
    await diptych.answerDialogs([join(folder, 'all.pdf')]);
    expect(await page.evaluate(async () => window.diptych.savePdf('all'))).toMatchObject({
      ok: true,
    });
  });

  await test.step('nothing was run, asked for, opened, gone to or read', async () => {
    expect(await page.evaluate(() => ['hacked' in window, window.liveTags])).toEqual([false, []]);
    const { requests, navigations, windows, network, files } = await seenOf(diptych);
    expect({ requests, navigations, network }).toEqual({
      requests: [],
      navigations: [],
      network: [],
    });
    expect(windows).toBe(1);
    // The names of the pairs' own files say the same words.
    const others = files.filter((file) => !file.startsWith(join(folder, 'pairs')));
    expect(others.filter((file) => /canary|passwd/.test(file))).toEqual([]);
    expect(app.windows()).toHaveLength(1);
  });

  await test.step('the same pages without their defences: the watch sees it', async () => {
    const shown = (await page.content()).replaceAll(
      /<(script|link)\b[^>]*diptych|\bsrc="\.\//g,
      '<x',
    );
    const printed = reports.find((report) => report.includes('Line 1 says')) ?? '';
    const everything = withoutPolicy(reports.join('\n'));
    const path = join(folder, 'probe.html');
    // Escaped, and let loose otherwise: nothing happens.
    expect(await probe(diptych, path, everything)).toEqual(NOTHING_FIRED);
    // Not escaped, under the policy: neither scripts nor requests.
    expect(await probe(diptych, path, unescaped(printed))).toMatchObject({
      scripts: false,
      requests: 0,
      files: 0,
      tags: expect.any(Number),
    });
    // Neither: all of it.
    for (const html of [unescaped(withoutPolicy(printed)), unescaped(shown)]) {
      const fired = await probe(diptych, path, html);
      expect(fired.scripts).toBe(true);
      for (const count of [fired.requests, fired.files, fired.navigations, fired.tags])
        expect(count).toBeGreaterThan(0);
    }
    await app.evaluate((_electron, file) => {
      process.getBuiltinModule('node:fs').readFileSync(file);
    }, canary);
    expect((await seenOf(diptych)).files).toContain(canary);
    await page.evaluate(() => {
      const live = document.createElement('b');
      live.dataset['hostile'] = '';
      document.body.append(live);
    });
    await expect.poll(async () => page.evaluate(() => window.liveTags)).toEqual(['B']);
  });
  test.info().annotations.push({ type: 'hostile imports', description: String(imports) });
  expect(imports).toBeGreaterThan(ALL ? 600 : 400);
});

/** A text as the name of a file. */
function fileName(text: string): string {
  return text.replaceAll(process.platform === 'win32' ? /[^\w .()'-]/g : /[\0/]/g, '_');
}

/** Texts as names of tags, each once. */
function namesOf(texts: readonly string[]): readonly string[] {
  const names = texts.map((each) => [each.trim().toLowerCase().slice(0, 100), each] as const);
  return [...new Map(names).values()].map((each) => each.slice(0, 100));
}

/** Notes every element that comes into the page and is none of the app's. */
async function watchTags(page: Page): Promise<void> {
  await page.evaluate(() => {
    const live: string[] = [];
    Object.assign(window, { liveTags: live });
    const foreign =
      '[data-hostile], script, iframe, embed, object, webview, img, video, audio, base, meta, link, form[action], [onerror], [onload], [href^="javascript"]';
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element)
            for (const each of [node, ...node.querySelectorAll('*')])
              if (each.matches(foreign) && each.closest('head') === null) live.push(each.tagName);
    }).observe(document, { childList: true, subtree: true });
  });
}

type ToRead = ArticleFile | { readonly name: string; readonly pasted: string };

/** Has files read as the page does, and a comparison made of each; how many there were. */
async function readAll(page: Page, files: readonly ToRead[]): Promise<number> {
  const problems = await page.evaluate(
    async ([toRead, atOnce]) => {
      const wrong: string[] = [];
      const left = [...toRead];
      const one = async () => {
        for (let file = left.pop(); file; file = left.pop()) {
          const read = await ('pasted' in file
            ? window.diptych.readPasted(file.pasted)
            : window.diptych.readArticle(file.name, file.bytes));
          if (!read.ok) {
            wrong.push(read.problem);
            continue;
          }
          const { details, blocks } = read.value;
          const article = { ...details, text: blocks.map(({ text }) => text).join('\n\n') };
          const title = details.title;
          const made = await window.diptych.createComparison({
            title,
            left: article,
            right: article,
          });
          if (!made.ok) wrong.push(made.problem);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, one));
      await window.diptych.closeComparison();
      return wrong;
    },
    [files, AT_ONCE] as const,
  );
  expect(problems).toEqual([]);
  return files.length;
}

/** Drops a comparison on the library and waits until it is open. */
async function drop({ library, workspace }: Diptych, comparison: Comparison): Promise<void> {
  await library.drop([{ name: 'x.diptych.json', text: writeDiptychJson(comparison) }]);
  await expect(workspace.article('left')).toContainText('Line 1 says');
}

/** Writes a comparison in a format; the file to be chosen for importing its annotations. */
async function written(folder: string, format: FormatId, comparison: Comparison): Promise<string> {
  const context = { withText: true, settings: DEFAULT_SETTINGS };
  const { ending, writeOne } = FORMATS[format];
  const files = writeOne(comparison, context).map(({ name, text }) => ({
    path: join(folder, format, ending === null ? name : `x${name}`),
    text,
  }));
  await mkdir(join(folder, format));
  for (const { path, text } of files) await writeFile(path, text);
  const chosen = files.find(({ path }) => /annotations\.csv$|\.ann$|json|\.jsonl/.test(path));
  return chosen?.path ?? '';
}

async function scrollThrough(page: Page, list: ReturnType<Page['locator']>): Promise<void> {
  await list.hover();
  for (let turn = 0; turn < 12; turn++) {
    await page.mouse.wheel(0, 800);
    await page.waitForTimeout(50);
  }
}

/** A spreadsheet takes what begins so for a formula. */
function expectHarmless(cell: string): void {
  if (/^[=+\-@\t\r＝＋－＠]/.test(cell)) throw new Error(`a formula leaves the app: ${cell}`);
}

declare global {
  interface Window {
    readonly liveTags: readonly string[];
  }
}
