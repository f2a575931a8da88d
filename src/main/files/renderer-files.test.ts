import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NONCE_PLACEHOLDER, serveRendererFile } from './renderer-files';

const PIXEL = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]);

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diptych-renderer-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await mkdir(join(folder, 'renderer-evil'));
  await mkdir(join(root, 'folder.js'));
  await writeFile(
    join(root, 'index.html'),
    `<style nonce="${NONCE_PLACEHOLDER}">é</style><link nonce="${NONCE_PLACEHOLDER}">`,
  );
  await writeFile(join(root, 'assets', 'app.js'), `const placeholder = '${NONCE_PLACEHOLDER}';`);
  await writeFile(join(root, 'assets', 'a b.png'), PIXEL);
  await writeFile(join(root, 'data.json'), '{}');
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'renderer-evil', 'secret.html'), 'secret');
});
afterAll(() => rm(folder, { recursive: true }));

function nonceOf(response: Response): string {
  const policy = response.headers.get('Content-Security-Policy') ?? '';
  return /'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? expect.fail(`no nonce in ${policy}`);
}

describe('serveRendererFile', () => {
  it.each([
    { url: 'diptych://app/index.html', type: 'text/html; charset=utf-8' },
    { url: 'diptych://app/index.html?x=1#y', type: 'text/html; charset=utf-8' },
    { url: 'diptych://app/assets/app.js', type: 'text/javascript; charset=utf-8' },
    { url: 'diptych://app/assets/a%20b.png', type: 'image/png' },
    { url: 'diptych://app/assets/../index.html', type: 'text/html; charset=utf-8' },
  ])('answers $url as $type', async ({ url, type }) => {
    const response = await serveRendererFile(url, root);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toBe(type);
    expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it.each([
    'diptych://app/../secret.html',
    'diptych://app/%2e%2e/secret.html',
    'diptych://app/%2e%2e%2fsecret.html',
    'diptych://app/..%2Fsecret.html',
    'diptych://app/assets/..%2f..%2fsecret.html',
    'diptych://app/..%2frenderer-evil%2fsecret.html',
    'diptych://app/..\\secret.html',
    'diptych://app/..%5csecret.html',
    'diptych://app/%252e%252e%252fsecret.html',
    'diptych://app/%00/index.html',
    'diptych://app/index.html%00.png',
    'diptych://app/%E0%A4%A.html',
    'diptych://app/',
    'diptych://app/assets',
    'diptych://app/folder.js',
    'diptych://app/data.json',
    'diptych://app/gone.html',
    'diptych://other/index.html',
    'diptych://app.other/index.html',
    'diptych:///index.html',
  ])('answers 404 to %s', async (url) => {
    const response = await serveRendererFile(url, root);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('Not found');
  });

  it('forbids everything but its own files', async () => {
    const response = await serveRendererFile('diptych://app/index.html', root);
    const policy = (response.headers.get('Content-Security-Policy') ?? '').split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "worker-src 'self'",
      `style-src 'self' 'nonce-${nonceOf(response)}'`,
      "font-src 'self'",
      "img-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it('puts the header’s nonce into every place of the page, a new one each time', async () => {
    const nonces = new Set<string>();
    for (let time = 0; time < 5; time++) {
      const response = await serveRendererFile('diptych://app/index.html', root);
      const nonce = nonceOf(response);
      expect(await response.text()).toBe(
        `<style nonce="${nonce}">é</style><link nonce="${nonce}">`,
      );
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(5);
  });

  it('leaves the bytes of other files alone', async () => {
    const script = await serveRendererFile('diptych://app/assets/app.js', root);
    expect(await script.text()).toBe(`const placeholder = '${NONCE_PLACEHOLDER}';`);
    const picture = await serveRendererFile('diptych://app/assets/a%20b.png', root);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(PIXEL);
  });
});
