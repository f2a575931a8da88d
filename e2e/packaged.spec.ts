import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium, type Page } from '@playwright/test';
import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writeDiptychJson } from '../src/core/exchange/diptych-json';
import { comparisonOf } from '../src/core/testing/arbitraries';
import { expect, ROOT, test as base } from './fixtures';
import { LibraryPage } from './pages/library-page';
import { WorkspacePage } from './pages/workspace-page';

/** Where `npm run package:folder` puts the program. */
const PROGRAM = [
  'linux-unpacked/diptych',
  'linux-arm64-unpacked/diptych',
  'win-unpacked/Diptych.exe',
  'win-arm64-unpacked/Diptych.exe',
  'mac/Diptych.app/Contents/MacOS/Diptych',
  'mac-arm64/Diptych.app/Contents/MacOS/Diptych',
]
  .map((path) => join(ROOT, 'dist', path))
  .find((path) => existsSync(path));

interface Packaged {
  readonly page: Page;
  readonly workspace: WorkspacePage;
  readonly quit: () => Promise<void>;
}

/** The packaged app, started as a person does: its fuses refuse the inspector that Playwright starts Electron with. */
const test = base.extend<{
  readonly program: string;
  readonly run: (...words: string[]) => Promise<Packaged>;
  /** The same as an ordinary user, with Chromium's sandbox. */
  readonly runSandboxed: (...words: string[]) => Promise<Packaged>;
  /** Starts the program once more, which hands its words to the one that runs. */
  readonly runAgain: (...words: string[]) => Promise<void>;
}>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names from the pattern.
  program: async ({}, use) => {
    test.skip(!PROGRAM, 'there is no packaged app; `npm run package:folder` makes it');
    await use(PROGRAM ?? '');
  },
  run: async ({ program, folder }, use) => {
    const running: Packaged[] = [];
    await use(async (...words) => {
      const packaged = await start(program, [...FLAGS, ...switches(folder), ...words]);
      running.push(packaged);
      return packaged;
    });
    for (const { page, quit } of running) if (!page.isClosed()) await quit();
  },
  runSandboxed: async ({ program, folder }, use) => {
    const running: Packaged[] = [];
    await use(async (...words) => {
      if (process.getuid?.() !== 0) {
        running.push(await start(program, [...switches(folder), ...words]));
      } else {
        // Nobody may look into root's folders.
        const copy = join(folder, 'program');
        await cp(dirname(program), copy, { recursive: true });
        await chown(folder, NOBODY.uid, NOBODY.gid);
        const env = { ...process.env, HOME: folder };
        const own = join(copy, basename(program));
        running.push(await start(own, [...switches(folder), ...words], { ...NOBODY, env }));
      }
      return running.at(-1) as Packaged;
    });
    for (const { page, quit } of running) if (!page.isClosed()) await quit();
  },
  runAgain: async ({ program, folder }, use) => {
    await use(async (...words) => {
      const child = spawn(program, [...FLAGS, ...switches(folder), ...words], { stdio: 'ignore' });
      await new Promise((done) => {
        child.once('exit', done);
      });
    });
  },
});

async function start(
  program: string,
  words: readonly string[],
  options: SpawnOptions = {},
): Promise<Packaged> {
  const child = spawn(program, ['--remote-debugging-port=0', ...words], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done());
  });
  const address = await new Promise<string>((found, fail) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const match = /DevTools listening on (ws:\S+)/.exec(said);
      if (match?.[1]) found(match[1]);
    });
    child.once('exit', () => fail(new Error(`The packaged app ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  if (!context) throw new Error('The packaged app has no window.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  await page.waitForSelector('h1');
  const quit = async () => {
    await Promise.all(context.pages().map((each) => each.close({ runBeforeUnload: true })));
    // A Mac's app outlives its windows.
    if (process.platform === 'darwin') child.kill();
    await ended;
    await browser.close();
  };
  return { page, workspace: new WorkspacePage(page), quit };
}

/** What Electron needs on this machine; as root, to go without the sandbox. */
const FLAGS = JSON.parse(process.env['DIPTYCH_ELECTRON_ARGS'] ?? '[]') as readonly string[];
/** The user that owns nothing, on every Linux. */
const NOBODY = { uid: 65_534, gid: 65_534 };

function switches(folder: string): readonly string[] {
  return [`--user-data-dir=${join(folder, 'user')}`, `--workspace=${join(folder, 'workspace')}`];
}

/** Whether this machine lets ordinary users make the namespaces that Chromium's sandbox is made of. */
function canSandbox(): boolean {
  const user = process.getuid?.() === 0 ? NOBODY : {};
  return process.platform === 'linux' && spawnSync('unshare', ['-U', 'true'], user).status === 0;
}

/** What the kernel says of the processes that show the pages of the app whose files are in a folder: 2 is a filter of its calls. */
async function seccompOfPages(folder: string): Promise<readonly string[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    all.map(async (id) => {
      const words = await readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '');
      if (!words.includes('--type=renderer') || !words.includes(folder)) return [];
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '');
      return /^Seccomp:\s*(\d)/m.exec(status)?.[1] ?? [];
    }),
  );
  return found.flat();
}

test('the packaged app annotates, saves and brings everything back', async ({ run }) => {
  const first = await run('--sample');
  await first.workspace.article('left').focus();
  for (const key of ['s', 'c']) await first.page.keyboard.press(key);
  await expect(first.workspace.status).toContainText('Saved');
  await expect(first.workspace.annotations).toHaveCount(1);
  await first.quit();

  const again = await run();
  await expect(again.workspace.annotations).toHaveCount(1);
  expect(again.page.url()).toBe('diptych://app/index.html');
});

test('the packaged app reads articles of any kind, and opens an exported comparison that is double-clicked', async ({
  run,
  runAgain,
  folder,
}) => {
  const page = (words: string) =>
    `<!doctype html><title>${words}</title><article><h1>${words}</h1><p>${`${words} were seen by the river, as the mayor said. `.repeat(8)}</p></article>`;
  const [left, right] = [join(folder, 'left.html'), join(folder, 'right.html')];
  await writeFile(left, page('Two herons'));
  await writeFile(right, page('Three herons'));
  const { page: window, workspace } = await run(left, right);
  await expect(workspace.article('left')).toContainText('Two herons were seen');
  await expect(workspace.article('right')).toContainText('Three herons were seen');

  const exported = join(folder, 'exported.diptych.json');
  await writeFile(exported, writeDiptychJson(comparisonOf('Four swans came.', 'Five swans came.')));
  await window.keyboard.press('ControlOrMeta+l');
  await expect(new LibraryPage(window).heading).toBeVisible();
  await runAgain(exported);
  await expect(workspace.article('left')).toContainText('Four swans came.');

  await window.keyboard.press('ControlOrMeta+l');
  const broken = join(folder, 'broken.diptych.json');
  await writeFile(broken, '{');
  await runAgain(broken);
  await expect(window.getByText('“broken.diptych.json” was not imported.')).toBeVisible();
});

test('files that are double-clicked while the first one starts are all opened by it', async ({
  run,
  folder,
}) => {
  const names = ['One', 'Two', 'Three'];
  const files: string[] = [];
  for (const name of names) {
    const file = join(folder, `${name}.diptych.json`);
    const comparison = { ...comparisonOf(`${name} swans came.`, 'Swans came.'), id: name };
    await writeFile(file, writeDiptychJson(comparison));
    files.push(file);
  }
  const [one = '', ...others] = files;
  const first = run(one);
  // Of two that ask for Chromium's lock in the same moment, both may get it: until it can be called, the first one has none.
  if (process.platform === 'linux')
    await expect.poll(() => existsSync(join(folder, 'user', 'SingletonSocket'))).toBe(true);
  const starts = [first, ...others.map((file) => run(file))];
  const stayed = (await Promise.allSettled(starts)).filter((each) => each.status === 'fulfilled');
  expect(stayed).toHaveLength(1);
  const shown = async (name: string) => {
    const pages = stayed[0]?.value.page.context().pages() ?? [];
    const found = await Promise.all(
      pages.map((each) => each.getByText(`${name} swans came.`).count()),
    );
    return found.some((count) => count > 0);
  };
  for (const name of names) await expect.poll(() => shown(name), name).toBe(true);
});

test('an ordinary user has Chromium’s sandbox around every page, and can do everything', async ({
  runSandboxed,
  folder,
}) => {
  test.skip(!canSandbox(), 'this machine gives ordinary users no namespaces of their own');
  const { page, workspace } = await runSandboxed('--sample');
  await workspace.article('left').focus();
  for (const key of ['s', 'c']) await page.keyboard.press(key);
  await expect(workspace.status).toContainText('Saved');
  await expect(workspace.annotations).toHaveCount(1);
  const pages = await seccompOfPages(folder);
  expect(pages.length).toBeGreaterThan(0);
  expect(new Set(pages)).toEqual(new Set(['2']));
});

test('it brings the licenses of what is in it', async ({ program }) => {
  const resources = process.platform === 'darwin' ? '../Resources' : 'resources';
  const licenses = join(dirname(program), resources, 'licenses');
  const read = async (name: string) => readFile(join(licenses, name), 'utf8');
  expect(await read('Diptych.txt')).toBe(await readFile(join(ROOT, 'LICENSE'), 'utf8'));
  expect(await read('main.md')).toMatch(/^## mammoth - .+\s+Copyright/m);
  expect(await read('page.md')).toMatch(/^## @fontsource-variable\/inter - .+\s+Copyright/m);
});

test('its fuses are set: it runs its own code only, and no other program runs it as Node', async ({
  program,
}) => {
  const fuses = await getCurrentFuseWire(program);
  expect(
    Object.fromEntries(
      (
        [
          'RunAsNode',
          'EnableNodeOptionsEnvironmentVariable',
          'EnableNodeCliInspectArguments',
          'EnableEmbeddedAsarIntegrityValidation',
          'OnlyLoadAppFromAsar',
          'GrantFileProtocolExtraPrivileges',
        ] as const
      ).map((name) => [name, String.fromCharCode(Number(fuses[FuseV1Options[name]])) === '1']),
    ),
  ).toEqual({
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  });
});
