import { BrowserWindow, session, type WebContents } from 'electron';
import { randomUUID } from 'node:crypto';
import { REPORT_POLICY } from '../core/exchange/report';
import { confineSession } from './window';

const ADDRESS = 'diptych://report/';

/** The reports being laid out, by their addresses. */
const reports = new Map<string, string>();

/** Lays a report out in a hidden window that runs no scripts and can load nothing else, for as long as `task` needs it. */
export async function withReport<T>(
  html: string,
  task: (contents: WebContents) => Promise<T>,
): Promise<T> {
  const address = ADDRESS + randomUUID();
  // Nothing of this session is kept on the disk.
  const own = session.fromPartition('report');
  if (!own.protocol.isProtocolHandled('diptych')) {
    own.protocol.handle('diptych', serveReport);
    confineSession(own);
  }
  reports.set(address, html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      javascript: false,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  });
  try {
    await window.loadURL(address);
    return await task(window.webContents);
  } finally {
    reports.delete(address);
    window.destroy();
  }
}

function serveReport({ url }: Request): Response {
  const html = reports.get(url);
  if (html === undefined) return new Response('Not found', { status: 404 });
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': REPORT_POLICY,
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
