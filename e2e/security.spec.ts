import { expect, test } from './fixtures';

test('the page is confined: sandbox, strict CSP, no navigation, windows, permissions or network', async ({
  launch,
}) => {
  const { app, page, errors } = await launch('--sample');
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences: () => Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    sandbox: true,
    webviewTag: false,
    webSecurity: true,
  });
  expect(page.url()).toBe('diptych://app/index.html');
  const reach = await page.evaluate(async () => {
    const denied = async (attempt: () => unknown) => {
      try {
        await attempt();
        return false;
      } catch {
        return true;
      }
    };
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const before = location.href;
    const opened = window.open('https://example.org');
    return {
      node: 'require' in window || 'process' in window,
      api: Object.keys(window.diptych).length > 0,
      injected: 'injected' in window,
      // Not at once: what Playwright evaluates itself is let off the policy.
      eval: await denied(
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
      fetchWeb: await denied(() => fetch('https://example.org')),
      fetchFile: await denied(() => fetch('file:///etc/hostname')),
      opened: opened !== null,
      stayed: location.href === before,
      geolocation: await denied(
        () => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)),
      ),
    };
  });
  expect(reach).toEqual({
    node: false,
    api: true,
    injected: false,
    eval: true,
    fetchWeb: true,
    fetchFile: true,
    opened: false,
    stayed: true,
    geolocation: true,
  });
  await page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe('diptych://app/index.html');
  expect(app.windows()).toHaveLength(1);
  // Each attempt was refused aloud, and nothing else went wrong.
  expect(errors.splice(0).filter((error) => !error.startsWith('Refused to '))).toEqual([]);
});

test('every window is confined, and only Diptych’s page is answered', async ({ launch }) => {
  const { app, page, errors, openedBy } = await launch('--sample');
  const second = await openedBy(() => page.keyboard.press('ControlOrMeta+Shift+n'));
  const preferences = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) =>
      (
        webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences(),
    ),
  );
  expect(preferences).toHaveLength(2);
  for (const each of preferences)
    expect(each).toMatchObject({
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      webviewTag: false,
    });
  expect(await second.page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
  await second.page.evaluate(() => {
    location.href = 'https://example.org/';
  });
  await second.page.waitForTimeout(300);
  expect(second.page.url()).toBe('diptych://app/index.html');
  expect(app.windows()).toHaveLength(2);
  // A frame inside the page is not the page.
  const refused = await second.page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'diptych://app/index.html';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 300));
    return frame.contentDocument?.querySelector('h1') ?? null;
  });
  expect(refused).toBeNull();
  expect(errors.splice(0).filter((error) => !error.startsWith('Refused to '))).toEqual([]);
});

test('imported text is text, never markup', async ({ launch }) => {
  const { page, library, workspace } = await launch();
  const hostile =
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> "><b>bold</b>';
  await library.drop([
    { name: 'l.txt', text: `Hostile words in the title ${hostile}\n\n${hostile}` },
    { name: 'r.txt', text: `${hostile} and more words here\n\nText` },
  ]);
  await expect(workspace.article('left')).toContainText('<script>window.hacked=1</script>');
  await workspace.tag('left', 'Hostile words in the title', 'claim');
  await workspace.card.getByLabel('Speaker').fill(hostile);
  await workspace.card.getByLabel('Speaker').press('Enter');
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library.heading).toBeVisible();
  expect(
    await page.evaluate(() => [
      'hacked' in window,
      document.querySelectorAll('main img, main b, main script').length,
    ]),
  ).toEqual([false, 0]);
});

test('main refuses payloads that do not fit and edits that do not apply', async ({ launch }) => {
  const { page, workspace } = await launch('--sample');
  const answers = await page.evaluate(async () => {
    const api = window.diptych as unknown as Record<
      string,
      (...args: unknown[]) => Promise<unknown>
    >;
    const refused = async (name: string, ...args: unknown[]) => {
      try {
        return JSON.stringify(await api[name]?.(...args));
      } catch (error) {
        return String(error);
      }
    };
    const edit = { name: 'X', changes: [{ type: 'delete-annotation', id: 'nobody' }] };
    return [
      await refused('openComparison', '../../etc/passwd'),
      await refused('commit', 'sample', [{ name: 'X', changes: [{ type: 'format-disk' }] }], 0),
      await refused('commit', 'sample', [], 0),
      await refused('saveView', { places: { one: 7 }, panes: {} }),
      await refused('showContextMenu', [['formatDisk']], { x: 0, y: 0 }),
      await refused('openWindow', '../one'),
      await refused('openComparison', 'missing'),
      await refused('commit', 'sample', [edit], 0),
      await refused('commit', 'sample', [edit], 99),
    ];
  });
  for (const answer of answers.slice(0, 6)) expect(answer).toContain('do not fit the contract');
  expect(answers[6]).toContain('no longer in the workspace');
  expect(answers[7]).toContain('no longer there');
  expect(answers[8]).toContain('changed elsewhere');
  await workspace.tag('left', 'closed the harbour bridge', 'claim');
  await workspace.expectSaved();
});
