import type { ElectronApplication, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Comparison } from '../src/core/model/comparison';
import { ROOT } from './fixtures';

const DIST = join(ROOT, 'node_modules/@recogito/text-annotator/dist');

declare global {
  interface Window {
    /** Puts the articles on the page, as plain paragraphs. */
    showTexts: (texts: readonly string[]) => void;
    /** Gives each article its annotations. */
    annotate: (spans: readonly (readonly PeerSpan[])[]) => void;
    addOne: (start: number) => void;
  }
}

interface PeerSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A window of the same Electron with the same texts as plain paragraphs, and Recogito text-annotator at hand. */
export async function openPeer(app: ElectronApplication, comparison: Comparison): Promise<Page> {
  const opened = app.waitForEvent('window');
  await app.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({ width: 1440, height: 900 });
    void window.loadURL('about:blank');
  });
  const page = await opened;
  await page.addStyleTag({ content: await readFile(join(DIST, 'text-annotator.css'), 'utf8') });
  await page.addStyleTag({
    content: `body { margin: 0; display: flex; height: 100vh; font: 17px/1.6 serif }
      section { flex: 1; overflow-y: auto } div { max-width: 40rem; padding: 2rem } p { margin: 0 0 1rem }`,
  });
  // It is made for bundlers, which put this in its place.
  await page.evaluate(() =>
    Object.assign(window, { process: { env: { NODE_ENV: 'production' } } }),
  );
  await page.evaluate(await readFile(join(DIST, 'text-annotator.umd.js'), 'utf8'));
  await page.evaluate(definePeer);
  await page.evaluate(
    (texts) => window.showTexts(texts),
    [comparison.left.text, comparison.right.text],
  );
  return page;
}

/** The annotations of a comparison as the peer takes them. */
export function peerSpans(comparison: Comparison): readonly (readonly PeerSpan[])[] {
  return (['left', 'right'] as const).map((side) =>
    comparison.annotations
      .filter((each) => each.side === side)
      .map(({ id, start, end, exact }) => ({ id, start, end, quote: exact })),
  );
}

function definePeer(): void {
  const { createTextAnnotator } = (window as unknown as { RecogitoJS: Recogito }).RecogitoJS;
  let annotators: readonly ReturnType<typeof createTextAnnotator>[] = [];
  window.showTexts = (texts) => {
    document.body.replaceChildren(
      ...texts.map((text) => {
        const [pane, article] = [document.createElement('section'), document.createElement('div')];
        // Each line keeps its end, so that offsets in the page are offsets in the text.
        for (const line of text.split(/(?<=\n)/)) {
          const paragraph = document.createElement('p');
          paragraph.textContent = line;
          article.append(paragraph);
        }
        pane.append(article);
        return pane;
      }),
    );
  };
  const annotationOf = ({ id, ...selector }: PeerSpan) => ({
    id,
    bodies: [],
    target: { annotation: id, selector: [selector] },
  });
  window.annotate = (spans) => {
    annotators = [...document.querySelectorAll('div')].map((article) =>
      createTextAnnotator(article, { renderer: 'CSS_HIGHLIGHTS' }),
    );
    performance.mark('comparison');
    annotators.forEach((each, index) =>
      each.setAnnotations((spans[index] ?? []).map(annotationOf)),
    );
  };
  window.addOne = (start) => {
    performance.mark('add');
    const quote = (document.querySelector('div')?.textContent ?? '').slice(start, start + 60);
    annotators[0]?.addAnnotation(
      annotationOf({ id: `added-${start}`, start, end: start + 60, quote }),
    );
  };
  interface Recogito {
    createTextAnnotator: (
      article: HTMLElement,
      options: object,
    ) => { setAnnotations: (list: object[]) => void; addAnnotation: (one: object) => void };
  }
}
