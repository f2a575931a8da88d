import { expect, test, type Diptych } from './fixtures';

const HOME = 'https://github.com/someone/diptych';

/** Answers for GitHub, chooses in the dialogs, and notes what was asked of whom. */
async function watchAsking({ app }: Diptych): Promise<void> {
  await app.evaluate(({ dialog, session, shell }) => {
    const noted = { asked: [] as string[], said: [] as string[], opened: [] as string[] };
    const github = { yes: true, status: 200, body: '', browser: true };
    Object.assign(globalThis, { noted, github });
    session.fromPartition('updates').protocol.handle('https', ({ url }) => {
      noted.asked.push(url);
      return github.status === 0
        ? Response.error()
        : new Response(github.body, { status: github.status });
    });
    dialog.showMessageBox = (options: unknown) => {
      const { message, detail } = options as Electron.MessageBoxOptions;
      noted.said.push(`${message} ${detail}`);
      return Promise.resolve({ response: github.yes ? 0 : 1, checkboxChecked: false });
    };
    shell.openExternal = (url) => {
      noted.opened.push(url);
      return github.browser ? Promise.resolve() : Promise.reject(new Error('No browser.'));
    };
  });
}

interface Answer {
  readonly yes: boolean;
  readonly status: number;
  readonly body: string;
  readonly browser: boolean;
}

/** Chooses the command and tells what came of it. */
async function check(diptych: Diptych, answer: Partial<Answer>, words: number) {
  await diptych.app.evaluate((_electron, given) => {
    const { noted, github } = globalThis as unknown as {
      readonly noted: Record<string, string[]>;
      readonly github: object;
    };
    for (const list of Object.values(noted)) list.length = 0;
    Object.assign(github, given);
  }, answer);
  await diptych.chooseMenu('checkForUpdates');
  const noted = async () =>
    diptych.app.evaluate(
      () =>
        (globalThis as unknown as { noted: Record<'asked' | 'said' | 'opened', string[]> }).noted,
    );
  await expect.poll(async () => (await noted()).said.length).toBe(words);
  return noted();
}

test.describe('of an app that says where it comes from', () => {
  test.use({ homepage: HOME });

  test('a newer version is looked for only when the user says so, at one address', async ({
    launch,
  }) => {
    const diptych = await launch();
    await watchAsking(diptych);
    const refused = await check(diptych, { yes: false }, 1);
    expect(refused).toMatchObject({ asked: [], opened: [] });
    expect(refused.said[0]).toContain('Nothing about you or your work is sent');

    const body = JSON.stringify({ tag_name: 'v987.6.5', html_url: 'https://evil.example/' });
    const newer = await check(diptych, { yes: true, body }, 2);
    expect(newer.asked).toEqual(['https://api.github.com/repos/someone/diptych/releases/latest']);
    expect(newer.said[1]).toContain('Diptych 987.6.5 is out.');
    await expect
      .poll(async () => (await check(diptych, {}, 2)).opened)
      .toEqual([`${HOME}/releases/tag/v987.6.5`]);
  });

  test('nothing but GitHub can be asked, and a browser that does not open is said', async ({
    launch,
  }) => {
    const diptych = await launch();
    await watchAsking(diptych);
    const body = JSON.stringify({ tag_name: 'v987.6.5' });
    const { said } = await check(diptych, { body, browser: false }, 3);
    expect(said[2]).toContain(`No browser. ${HOME}/releases/tag/v987.6.5`);
    const elsewhere = await diptych.app.evaluate(async ({ session }) => {
      const own = session.fromPartition('updates');
      own.protocol.unhandle('https');
      return own.fetch('https://evil.example/').catch((error: Error) => error.message);
    });
    expect(elsewhere).toContain('ERR_BLOCKED_BY_CLIENT');
  });

  test('what else GitHub may answer is told in words', async ({ launch }) => {
    const diptych = await launch();
    await watchAsking(diptych);
    const own = await diptych.app.evaluate(({ app }) => app.getVersion());
    const answers: readonly [Partial<Answer>, string][] = [
      [{ body: JSON.stringify({ tag_name: `v${own}` }) }, 'This is the newest Diptych.'],
      [{ body: 'not JSON' }, 'does not name a version'],
      [{ body: '{}' }, 'does not name a version'],
      [{ status: 404 }, `No release is published at ${HOME}.`],
      [{ status: 503 }, 'github.com answered with the error 503. Try again later.'],
      [{ status: 0 }, `Check your connection, or look at ${HOME} yourself.`],
    ];
    for (const [answer, words] of answers) {
      const { said, opened } = await check(diptych, answer, 2);
      expect(said[1]).toContain(words);
      expect(opened).toEqual([]);
    }
  });
});

test('an app that does not say where it comes from never looks for a newer one', async ({
  launch,
}) => {
  const diptych = await launch();
  expect(await diptych.menuItem('checkForUpdates')).toMatchObject({ label: '' });
  expect(await diptych.menuItem('undo')).not.toMatchObject({ label: '' });
});
