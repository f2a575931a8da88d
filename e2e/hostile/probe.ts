import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Diptych } from '../fixtures';

/** What a page did in a window that lets it. */
export interface Fired {
  readonly scripts: boolean;
  readonly requests: number;
  readonly files: number;
  readonly navigations: number;
  readonly tags: number;
}

export const NOTHING_FIRED: Fired = {
  scripts: false,
  requests: 0,
  files: 0,
  navigations: 0,
  tags: 0,
};

/** How long a page gets to do what it would do, in milliseconds. */
const PATIENCE = 700;

/** The markup as it would be had nobody escaped it. */
export function unescaped(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The markup without its policies. */
export function withoutPolicy(html: string): string {
  return html.replaceAll(/<meta http-equiv="Content-Security-Policy"[^>]*>/g, '');
}

/** Shows markup, written to `path`, in a window of its own that runs and loads everything, and tells what came of it. */
export async function probe({ app }: Diptych, path: string, html: string): Promise<Fired> {
  await writeFile(path, html);
  return app.evaluate(
    async ({ BrowserWindow, session }, [own, patience]) => {
      const fired = { scripts: false, requests: 0, files: 0, navigations: 0, tags: 0 };
      const open = session.fromPartition(`probe ${own}`);
      open.webRequest.onBeforeRequest(({ url }, answer) => {
        const isOwn = url === own;
        if (url.startsWith('file:') && !isOwn) fired.files++;
        else if (/^https?:/.test(url)) fired.requests++;
        answer({ cancel: !isOwn });
      });
      const window = new BrowserWindow({ show: false, webPreferences: { session: open } });
      window.webContents.on('will-frame-navigate', (event) => {
        fired.navigations++;
        event.preventDefault();
      });
      await window.loadURL(own).catch(() => undefined);
      await new Promise((done) => setTimeout(done, patience));
      const [scripts, tags] = (await window.webContents.executeJavaScript(
        "['hacked' in window, document.querySelectorAll('[data-hostile]').length]",
      )) as [boolean, number];
      window.destroy();
      return { ...fired, scripts, tags };
    },
    [pathToFileURL(path).href, PATIENCE] as const,
  );
}
