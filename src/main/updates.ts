import { app, dialog, session, shell, type MenuItemConstructorOptions } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure, type Result } from '../core/result';
import { announcedAt, newerRelease, type Release } from './releases';

/** How long GitHub may take to answer, in milliseconds, and how long its answer may be, in bytes. */
const PATIENCE = 10_000;
const LONGEST = 1_000_000;

/** The menu's item that looks for a newer Diptych; none where the app does not say where it comes from, as in development. */
export function updateItems(): MenuItemConstructorOptions[] {
  homepage ??= homepageOf();
  const from = homepage;
  const address = announcedAt(from);
  if (!address) return [];
  return [
    {
      id: 'checkForUpdates',
      label: 'Check for Updates…',
      click: () => void checkForUpdates(from, address),
    },
  ];
}

const GITHUB = 'https://api.github.com/';

/** What package.json says, once it was read. */
let homepage: string | null = null;

function homepageOf(): string {
  const about = JSON.parse(readFileSync(join(app.getAppPath(), 'package.json'), 'utf8')) as {
    readonly homepage?: unknown;
  };
  return typeof about.homepage === 'string' ? about.homepage : '';
}

/** Looks for a newer release, once, and only when the user says yes: Diptych never goes to the network by itself. */
async function checkForUpdates(home: string, address: string): Promise<void> {
  const yes = await ask(
    'Look for a newer Diptych?',
    'Diptych asks github.com once which version is the newest. Nothing about you or your work is sent. It never asks by itself.',
    'Ask github.com',
  );
  if (!yes) return;
  const found = await newest(home, address);
  if (!found.ok) {
    await tell('The newest version could not be found out.', found.problem);
  } else if (found.value === null) {
    await tell('This is the newest Diptych.', `Version ${app.getVersion()}`);
  } else {
    const { version, page } = found.value;
    const words = `This is version ${app.getVersion()}. The new one is at\n${page}`;
    if (await ask(`Diptych ${version} is out.`, words, 'Open in the Browser')) await open(page);
  }
}

async function open(page: string): Promise<void> {
  try {
    await shell.openExternal(page);
  } catch (error) {
    await tell('Your browser did not open the page.', `${(error as Error).message} ${page}`);
  }
}

async function newest(home: string, address: string): Promise<Result<Release | null>> {
  // A session of its own: those of the pages are kept from the network.
  const own = session.fromPartition('updates', { cache: false });
  // GitHub sends on whoever asks for a repository that has another name now.
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !url.startsWith(GITHUB) }));
  try {
    const answer = await own.fetch(address, {
      credentials: 'omit',
      headers: { accept: 'application/vnd.github+json' },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status === 404) return failure(`No release is published at ${home}.`);
    if (!answer.ok)
      return failure(`github.com answered with the error ${answer.status}. Try again later.`);
    const body = await answer.text();
    if (body.length > LONGEST) return failure('GitHub’s answer is too long.');
    return newerRelease(app.getVersion(), home, fromJson(body));
  } catch (error) {
    return failure(
      `github.com could not be reached: ${(error as Error).message}. Check your connection, or look at ${home} yourself.`,
    );
  }
}

/** What JSON says; null for what is none. */
function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

async function ask(message: string, detail: string, yes: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message,
    detail,
    buttons: [yes, 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

async function tell(message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({ type: 'info', message, detail, buttons: ['OK'] });
}
