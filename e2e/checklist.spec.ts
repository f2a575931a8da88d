import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CALLS } from '../src/ipc/contract';
import { expect, ROOT, test, type Diptych } from './fixtures';
import { seenOf, watchPages } from './watch/watch';

const PAGE = 'diptych://app/index.html';
const WINDOWS = ['the first window', 'a second window'] as const;

/** The live preferences of every window, the hidden one that lays out reports among them. */
async function livePreferences(diptych: Diptych): Promise<Record<string, unknown>[]> {
  await diptych.app.evaluate(({ app, BrowserWindow }) => {
    type Contents = Electron.WebContents & {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    const of = (contents: Electron.WebContents) => (contents as Contents).getLastWebPreferences();
    app.once('browser-window-created', (_event, { webContents }) => {
      webContents.print = (_options, done) => {
        Object.assign(globalThis, {
          preferences: BrowserWindow.getAllWindows().map((each) => of(each.webContents)),
        });
        done?.(false, 'Print job canceled');
      };
    });
  });
  await diptych.page.evaluate(async () => window.diptych.print('sample'));
  return diptych.app.evaluate(
    () => (globalThis as unknown as { preferences: Record<string, unknown>[] }).preferences,
  );
}

// The numbers are those of Electron's security checklist.
test('Electron’s security checklist holds in every window', async ({ launch }) => {
  const diptych = await launch('--sample');
  const { app, page, errors, openedBy } = diptych;
  await watchPages(diptych);
  const second = await openedBy(() => page.keyboard.press('ControlOrMeta+Shift+n'));
  const pages = [page, second.page];
  const preferences = await livePreferences(diptych);
  expect(preferences).toHaveLength(3);

  await test.step('1. only secure content is loaded', async () => {
    for (const each of pages) {
      expect(await each.evaluate(() => isSecureContext)).toBe(true);
      const loaded = await each.evaluate(() =>
        [...document.querySelectorAll('script, link')].map(
          (element) =>
            new URL(
              element.getAttribute('src') ?? element.getAttribute('href') ?? '',
              location.href,
            ).protocol,
        ),
      );
      expect(new Set(loaded)).toEqual(new Set(['diptych:']));
    }
  });

  const settings: readonly (readonly [item: string, on: boolean, names: readonly string[]])[] = [
    [
      '2. no Node integration',
      false,
      ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'],
    ],
    ['3. context isolation', true, ['contextIsolation']],
    ['4. a sandbox', true, ['sandbox']],
    ['6. web security', true, ['webSecurity']],
    ['8. no insecure content', false, ['allowRunningInsecureContent']],
    ['9. no experimental features', false, ['experimentalFeatures']],
    ['10. no Blink features', false, ['enableBlinkFeatures']],
    ['11. no webviews, so none that may open windows', false, ['webviewTag']],
  ];
  for (const [item, on, names] of settings)
    await test.step(item, () => {
      for (const each of preferences)
        for (const name of names) expect([name, Boolean(each[name])]).toEqual([name, on]);
    });
  await test.step('4. the app itself never turns the system’s sandbox off', async () => {
    const isOff = await app.evaluate(({ app: electron }) =>
      electron.commandLine.hasSwitch('no-sandbox'),
    );
    expect(isOff).toBe((process.env['DIPTYCH_ELECTRON_ARGS'] ?? '').includes('--no-sandbox'));
  });

  for (const [index, each] of pages.entries()) {
    const where = WINDOWS[index] ?? '';
    await test.step(`2. nothing of Node in ${where}`, async () => {
      expect(
        await each.evaluate(() =>
          ['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(
            (name) => name in window,
          ),
        ),
      ).toEqual([]);
    });
    await test.step(`5. permissions are denied in ${where}`, async () => {
      const granted = await each.evaluate(async () => {
        const outcome = (attempt: Promise<unknown>) =>
          attempt.then(
            () => 'granted',
            () => 'denied',
          );
        const states = await Promise.all(
          ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(
            async (name) => (await navigator.permissions.query({ name: name as 'midi' })).state,
          ),
        );
        return [
          ...states,
          await Notification.requestPermission(),
          await outcome(navigator.mediaDevices.getUserMedia({ audio: true })),
          await outcome(navigator.mediaDevices.getDisplayMedia()),
          await outcome(navigator.clipboard.readText()),
          await outcome(navigator.requestMIDIAccess()),
          await outcome(
            new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
          ),
        ].filter((answer) => answer !== 'denied');
      });
      expect(granted).toEqual([]);
    });
    await test.step(`7. a strict content security policy in ${where}`, async () => {
      expect(await attemptsOf(each)).toEqual({
        injected: false,
        evaluated: false,
        web: false,
        disk: false,
        framed: false,
        styled: false,
      });
    });
    await test.step(`12. no webview is attached in ${where}`, async () => {
      const attached = await each.evaluate(async () => {
        const view = document.createElement('webview');
        view.setAttribute('src', 'https://example.org/');
        document.body.append(view);
        await new Promise((done) => setTimeout(done, 100));
        const made = 'getURL' in view;
        view.remove();
        return made;
      });
      expect(attached).toBe(false);
    });
    await test.step(`13. ${where} goes nowhere else`, async () => {
      for (const url of [
        'https://example.org/',
        'http://example.org/',
        'file:///etc/hosts',
        'diptych://app/other.html',
        'data:text/html,x',
      ])
        await each.evaluate((to) => {
          const link = document.createElement('a');
          link.href = to;
          document.body.append(link);
          link.click();
          link.remove();
          location.href = to;
        }, url);
      await each.waitForTimeout(200);
      expect(each.url()).toBe(PAGE);
      expect(await each.evaluate(() => document.querySelector('h1') !== null)).toBe(true);
    });
    await test.step(`14. ${where} opens no other`, async () => {
      const opened = await each.evaluate(() =>
        ['https://example.org/', 'file:///etc/hosts', 'about:blank', location.href, '']
          .map((url) => window.open(url))
          .filter((made) => made !== null),
      );
      expect(opened).toEqual([]);
      expect(app.windows()).toHaveLength(2);
    });
    await test.step(`18. the file protocol is not there in ${where}`, async () => {
      expect(new URL(each.url()).protocol).toBe('diptych:');
      const image = await each.evaluate(
        () =>
          new Promise((done) => {
            const picture = new Image();
            picture.addEventListener('load', () => done(true));
            picture.addEventListener('error', () => done(false));
            picture.src = 'file:///usr/share/pixmaps/debian-logo.png';
          }),
      );
      expect(image).toBe(false);
    });
    await test.step(`20. ${where} has the contract and nothing of Electron’s`, async () => {
      const given = await each.evaluate(() => ({
        calls: Object.values(window.diptych).every((call) => typeof call === 'function'),
        names: Object.keys(window.diptych).filter((name) =>
          /ipc|send|invoke|require|remote|shell|process/i.test(name),
        ),
      }));
      expect(given).toEqual({ calls: true, names: [] });
      // What main says arrives without the event, which would lead back to Electron.
      const told = each.evaluate(
        () =>
          new Promise((done) => {
            const off = (window.diptych.on as (...args: unknown[]) => () => void)(
              'recent',
              (...args: unknown[]) => {
                off();
                done(args);
              },
            );
          }),
      );
      await each.evaluate(() => 0);
      await app.evaluate(({ BrowserWindow }) => {
        for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send('recent', []);
      });
      expect(await told).toEqual([[]]);
    });
  }

  await test.step('1. the pages’ sessions refuse the network, whoever asks', async () => {
    const answers = await app.evaluate(async ({ session }) =>
      Promise.all(
        [session.defaultSession, session.fromPartition('report')].flatMap((own) =>
          ['https://example.org/', 'http://127.0.0.1:9/'].map((url) =>
            own.fetch(url).then(
              () => 'answered',
              (error: Error) => error.message,
            ),
          ),
        ),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['net::ERR_BLOCKED_BY_CLIENT']));
  });

  await test.step('16. Electron is the one that the lock file names', async () => {
    const read = async (file: string) =>
      JSON.parse(await readFile(join(ROOT, file), 'utf8')) as {
        devDependencies: Record<string, string>;
        packages: Record<string, { version: string }>;
      };
    const wanted = (await read('package.json')).devDependencies['electron'] ?? '';
    expect(wanted).toMatch(/^\d+\.\d+\.\d+$/);
    expect((await read('package-lock.json')).packages['node_modules/electron']?.version).toBe(
      wanted,
    );
  });

  await test.step('nothing came of any attempt', async () => {
    const { navigations, requests } = await seenOf(diptych);
    expect(
      requests.filter((url) => !/^(https?:\/\/(example|127)|file:\/\/\/etc)/.test(url)),
    ).toEqual([]);
    expect(navigations.length).toBeGreaterThan(0);
  });
  await test.step('17. only the page’s own top frame is answered, on every channel', async () => {
    // The one other page that Chromium lets a window go to unasked.
    await second.page.evaluate(() => {
      location.href = 'about:blank';
    });
    await second.page.waitForURL('about:blank');
    const elsewhere = await second.page.evaluate(async () => {
      const { on: _on, ...calls } = window.diptych;
      const api = calls as unknown as Record<string, () => Promise<unknown>>;
      return Promise.all(
        Object.entries(api).map(([name, call]) =>
          call().then(
            () => `${name} was answered`,
            (error: Error) => error.message,
          ),
        ),
      );
    });
    expect(elsewhere).toHaveLength(CALLS.length);
    expect(elsewhere.filter((answer) => !SENDER_REFUSED.test(answer))).toEqual([]);

    const { count, answered } = await app.evaluate(async ({ BrowserWindow, ipcMain }, own) => {
      // Electron's own table of handlers: frames that cannot be made in the app can be told of there.
      const { _invokeHandlers: handlers } = ipcMain as unknown as {
        _invokeHandlers: Map<string, (event: object) => Promise<unknown>>;
      };
      const sender = BrowserWindow.getAllWindows().find(
        ({ webContents }) => webContents.getURL() === own,
      )?.webContents;
      const frames = [
        null,
        { url: own, parent: {} },
        ...[`${own}#x`, `${own}?x`, 'diptych://report/x', 'diptych://app.example/index.html'].map(
          (url) => ({ url, parent: null }),
        ),
        ...['https://example.org/', 'file:///index.html', 'data:text/html,x', ''].map((url) => ({
          url,
          parent: null,
        })),
      ];
      const events = [
        ...frames.map((senderFrame) => ({ sender, senderFrame })),
        { sender: {}, senderFrame: { url: own, parent: null } },
      ];
      const answers = [...handlers].flatMap(([name, handler]) =>
        events.map(async (event) => {
          try {
            await handler(event);
            return `${name} was answered`;
          } catch (error) {
            return (error as Error).message;
          }
        }),
      );
      return { count: handlers.size, answered: await Promise.all(answers) };
    }, PAGE);
    expect(count).toBe(CALLS.length);
    expect(answered.filter((answer) => !SENDER_REFUSED.test(answer))).toEqual([]);
  });
  // Each attempt was refused aloud, and nothing else went wrong.
  expect(errors.splice(0).filter((error) => !REFUSALS.test(error))).toEqual([]);
});

const SENDER_REFUSED = /refused, the sender is not Diptych’s page/;
const REFUSALS = /^(Refused to |Not allowed to |Blocked |Failed to load resource)/;

/** What a script in the page can do that its policy forbids. */
function attemptsOf(page: Diptych['page']) {
  return page.evaluate(async () => {
    const works = (attempt: () => unknown) =>
      Promise.resolve()
        .then(attempt)
        .then(
          () => true,
          () => false,
        );
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const image = document.createElement('div');
    image.innerHTML = '<img src="x" onerror="window.injected = true">';
    const style = document.createElement('style');
    style.textContent = 'body { --hacked: 1 }';
    document.body.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'diptych://app/index.html';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 200));
    const result = {
      injected: 'injected' in window,
      // Not at once: what Playwright evaluates itself is let off the policy.
      evaluated: await works(
        () =>
          new Promise((done, fail) =>
            setTimeout(() => {
              try {
                done(new Function('return 1')());
              } catch (error) {
                fail(error);
              }
            }),
          ),
      ),
      web: await works(() => fetch('https://example.org')),
      disk: await works(() => fetch('file:///etc/hosts')),
      framed: (frame.contentDocument?.querySelector('h1') ?? null) !== null,
      styled: getComputedStyle(document.body).getPropertyValue('--hacked') !== '',
    };
    for (const each of [script, style, frame]) each.remove();
    return result;
  });
}
