import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { WATCH_LOG, type Diptych } from '../fixtures';

/** What was noted of a running app since the watch began. */
export interface Seen {
  /** Addresses that pages or main asked for through Chromium, besides the app's own. */
  readonly requests: readonly string[];
  /** Addresses that pages went to, or tried to, besides the app's own. */
  readonly navigations: readonly string[];
  /** How many windows and the like were made. */
  readonly windows: number;
  /** What the JavaScript of main and its workers asked of the network. */
  readonly network: readonly string[];
  /** The files it opened. */
  readonly files: readonly string[];
}

interface Noted {
  readonly requests: string[];
  readonly navigations: string[];
  windows: number;
}

/** Begins to note what the pages of an app do, in all sessions and windows, those to come too. */
export async function watchPages({ app }: Pick<Diptych, 'app'>): Promise<void> {
  await app.evaluate(({ app: electron, session, webContents }) => {
    const noted: Noted = { requests: [], navigations: [], windows: 0 };
    Object.assign(globalThis, { noted });
    const own = /^diptych:\/\/(app|report)\/|^devtools:/;
    const request = ({ url }: { url: string }) => {
      if (!own.test(url)) noted.requests.push(url);
    };
    // What the app itself refuses ends in an error; nothing else than the app listens before requests.
    const watchSession = ({ webRequest }: Electron.Session) => {
      webRequest.onSendHeaders(request);
      webRequest.onErrorOccurred(request);
    };
    const navigation = ({ url }: { url: string }) => {
      if (!own.test(url)) noted.navigations.push(url);
    };
    const watchContents = (contents: Electron.WebContents) => {
      contents.on('did-start-navigation', navigation);
      contents.on('will-frame-navigate', navigation);
      contents.on('will-redirect', navigation);
    };
    electron.on('session-created', watchSession);
    for (const each of [session.defaultSession, session.fromPartition('report')])
      watchSession(each);
    electron.on('web-contents-created', (_event, contents) => {
      noted.windows++;
      watchContents(contents);
    });
    for (const contents of webContents.getAllWebContents()) watchContents(contents);
  });
}

/** What was seen so far; of main's own JavaScript only where the test is `watched`. */
export async function seenOf({ app, folder }: Pick<Diptych, 'app' | 'folder'>): Promise<Seen> {
  const noted = await app.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);
  const log = await readFile(join(folder, WATCH_LOG), 'utf8').catch(() => '');
  const lines = log
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { readonly kind: string; readonly subject: string });
  const of = (wanted: string) =>
    lines.filter(({ kind }) => kind === wanted).map(({ subject }) => subject);
  return { ...noted, network: of('network'), files: of('file') };
}
