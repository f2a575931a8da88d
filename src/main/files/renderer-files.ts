import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** What electron-vite writes where each answer's nonce belongs (`html.cspNonce` in electron.vite.config.ts). */
export const NONCE_PLACEHOLDER = 'DIPTYCH_CSP_NONCE';

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Answers a request for one of the renderer's own files in `root`, and for nothing else, under a strict CSP. */
export async function serveRendererFile(url: string, root: string): Promise<Response> {
  const nonce = randomBytes(16).toString('base64url');
  const { host, pathname } = new URL(url);
  const path = host === 'app' ? contained(root, pathname) : null;
  const type = path === null ? undefined : TYPES[extname(path)];
  if (path === null || type === undefined) return new Response('Not found', { status: 404 });
  try {
    const bytes = await readFile(path);
    const body = type.startsWith('text/html')
      ? bytes.toString('utf8').replaceAll(NONCE_PLACEHOLDER, nonce)
      : new Uint8Array(bytes);
    return new Response(body, {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': policy(nonce),
        'X-Content-Type-Options': 'nosniff',
      },
    });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}

/** The file under `root` that a URL's path names, or null when it names one outside. */
function contained(root: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes('\0')) return null;
  const path = join(root, decoded);
  return path.startsWith(root + sep) ? path : null;
}
