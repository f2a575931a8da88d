// npm run bench:launch: how long the built app takes from its start to its window, beside an Electron that shows an empty one.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, withElectron } from './app.mjs';
import { SetupError, main, root } from './tools.mjs';

const RUNS = 9;
const READY = 'diptych: ready';
const GOAL = 1_000;

const BARE = `
const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false });
  window.once('ready-to-show', () => window.show());
  window.once('show', () => process.stdout.write('${READY}\\n'));
  window.loadURL('data:text/html,<h1>Nothing</h1>');
});`;

await main(() =>
  withElectron(async (electron) => {
    await build();
    const folder = await mkdtemp(join(tmpdir(), 'diptych-launch-'));
    try {
      const bare = join(folder, 'main.js');
      await writeFile(bare, BARE);
      await writeFile(join(folder, 'package.json'), '{"name":"bare","main":"main.js"}');
      const kinds = {
        'an Electron with an empty window': [folder],
        'Diptych, on an empty library': [root],
        'Diptych, on the sample': [root, '--sample'],
      };
      const times = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, []]));
      // They take turns, so that a busy moment falls on all of them; the first round fills the system's caches.
      for (let run = 0; run <= RUNS; run++)
        for (const [kind, words] of Object.entries(kinds)) {
          const profile = join(folder, `${run}-${Object.keys(kinds).indexOf(kind)}`);
          const time = await launch(electron, words, profile);
          if (run > 0) times[kind].push(time);
        }
      console.table(
        Object.entries(times).map(([name, all]) => {
          const median = Math.round(all.toSorted((a, b) => a - b)[RUNS >> 1]);
          return { name, median, unit: 'ms', goal: `<= ${GOAL}`, met: median <= GOAL };
        }),
      );
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  }),
);

/** Starts an app with a profile of its own and ends it when it shows its window; the time to there in milliseconds. */
function launch({ executable, args, env }, words, profile) {
  const start = performance.now();
  const own = [`--user-data-dir=${profile}`, `--workspace=${join(profile, 'workspace')}`];
  const child = spawn(executable, [...args, ...words, ...own], { cwd: root, env });
  return new Promise((done, fail) => {
    let time;
    child.stdout.on('data', (chunk) => {
      if (!chunk.toString().includes(READY)) return;
      time ??= performance.now() - start;
      child.kill('SIGKILL');
    });
    child.once('error', fail);
    child.once('exit', () =>
      time === undefined
        ? fail(new SetupError('the app ended before it showed a window.'))
        : done(time),
    );
  });
}
