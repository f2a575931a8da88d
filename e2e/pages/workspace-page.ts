import { expect, type Locator, type Page } from '@playwright/test';

export type Side = 'left' | 'right';

/** Where a text stands on the screen, in CSS pixels. */
interface Place {
  readonly start: { x: number; y: number };
  readonly end: { x: number; y: number };
}

/** An open comparison as a person sees it. */
export class WorkspacePage {
  readonly status: Locator;
  readonly annotations: Locator;
  readonly claimButton: Locator;
  readonly quoteButton: Locator;
  readonly linkButton: Locator;
  readonly undoButton: Locator;
  readonly redoButton: Locator;
  readonly exportButton: Locator;
  readonly card: Locator;
  readonly ribbons: Locator;
  readonly suggestButton: Locator;
  readonly suggestions: Locator;
  /** The suggestion worked on. */
  readonly suggestion: Locator;

  constructor(private readonly page: Page) {
    this.status = page.getByRole('status');
    this.annotations = page.getByRole('list', { name: 'Annotations' }).getByRole('listitem');
    this.claimButton = page.getByRole('button', { name: 'Tag as claim' });
    this.quoteButton = page.getByRole('button', { name: 'Tag as quote' });
    this.linkButton = page.getByRole('button', { name: 'Link', exact: true });
    this.undoButton = page.getByRole('button', { name: 'Undo' });
    this.redoButton = page.getByRole('button', { name: 'Redo' });
    this.exportButton = page.getByRole('button', { name: 'Export…' });
    this.card = page.getByRole('region', { name: 'Selected annotation' });
    this.ribbons = page.locator('[data-link]');
    this.suggestButton = page.getByRole('button', { name: 'Suggest', exact: true });
    this.suggestions = page.getByRole('list', { name: 'Suggestions' }).getByRole('listitem');
    this.suggestion = page
      .getByRole('list', { name: 'Suggestions' })
      .locator('[aria-current="true"]');
  }

  /** Asks for an export and takes the format that is offered first. */
  async exportJson(): Promise<void> {
    await this.exportAs('Diptych JSON');
  }

  /** Exports in a format, by keyboard. */
  async exportAs(format: string): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+e');
    const choice = this.page.getByRole('radio', { name: format, exact: true });
    await expect(choice).toBeVisible();
    const formats = await this.page.getByRole('radio').count();
    for (let step = 0; step < formats && !(await choice.isChecked()); step++)
      await this.page.keyboard.press('ArrowDown');
    await expect(choice).toBeFocused();
    await this.page.keyboard.press('Enter');
  }

  article(side: Side): Locator {
    return this.page.getByRole('region', {
      name: side === 'left' ? 'Left article' : 'Right article',
    });
  }

  annotation(text: string): Locator {
    return this.annotations.filter({ hasText: text });
  }

  /** Brings a text into view and tells where it stands. */
  async placeOf(side: Side, text: string): Promise<Place> {
    const place = await this.page.evaluate(
      ([where, wanted]) => {
        for (const paragraph of document.querySelectorAll(`[data-text="${where}"] [data-start]`)) {
          const at = paragraph.textContent.indexOf(wanted);
          const node = paragraph.firstChild;
          if (at === -1 || !node) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const seen = range.getBoundingClientRect();
          const pane = paragraph.closest('[data-pane]')?.getBoundingClientRect();
          if (pane && (seen.top < pane.top + 60 || seen.bottom > pane.bottom - 60))
            paragraph.scrollIntoView({ block: 'center' });
          const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
          const [first, last] = [rects[0], rects.at(-1)];
          if (!first || !last) return null;
          return {
            start: { x: first.left + 1, y: first.top + first.height / 2 },
            end: { x: last.right - 1, y: last.top + last.height / 2 },
          };
        }
        return null;
      },
      [side, text] as const,
    );
    if (!place) throw new Error(`The ${side} article does not say “${text}” in one paragraph.`);
    return place;
  }

  /** Selects a text by dragging the mouse over it. */
  async select(side: Side, text: string, { alt = false } = {}): Promise<void> {
    const { start, end } = await this.placeOf(side, text);
    if (alt) await this.page.keyboard.down('Alt');
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, end.y, { steps: 2 });
    await this.page.mouse.move(end.x, end.y, { steps: 2 });
    await this.page.mouse.up();
    if (alt) await this.page.keyboard.up('Alt');
  }

  /** Clicks into the middle of a text's first line. */
  async click(side: Side, text: string): Promise<void> {
    const { start } = await this.placeOf(side, text);
    await this.page.mouse.click(start.x + 12, start.y);
  }

  async tag(side: Side, text: string, tag: 'claim' | 'quote'): Promise<void> {
    const before = await this.annotations.count();
    await this.select(side, text);
    await this.page.keyboard.press(tag === 'claim' ? 'c' : 'q');
    await expect(this.annotations).toHaveCount(before + 1);
  }

  async link(left: string, right: string): Promise<void> {
    const footer = this.page.locator('footer');
    const before = Number(/(\d+) links?/.exec((await footer.textContent()) ?? '')?.[1]);
    await this.select('left', left);
    await this.select('right', right);
    await this.page.keyboard.press('l');
    await expect(footer).toContainText(`${before + 1} link`);
  }

  tab(name: 'Annotations' | 'Suggestions' | 'Coverage'): Locator {
    return this.page.getByRole('tab', { name });
  }

  /** Shows the suggestions, by keyboard, once there are some. */
  async suggest(): Promise<void> {
    await this.page.keyboard.press('g');
    await expect(this.suggestion).toBeFocused();
  }

  async expectSaved(): Promise<void> {
    await expect(this.status).toHaveText('Saved');
  }

  /** The offset of the first character that can be seen in an article. */
  async firstVisible(side: Side): Promise<number> {
    return this.article(side).evaluate((pane) => {
      const top = pane.getBoundingClientRect().top;
      const seen = [...pane.querySelectorAll<HTMLElement>('[data-start]')].find(
        (paragraph) => paragraph.getBoundingClientRect().bottom > top + 12,
      );
      return Number(seen?.dataset['start'] ?? 0);
    });
  }

  /** How much higher or lower, in pixels, one paragraph of the left article begins than one of the right. */
  async distance(left: string, right: string): Promise<number> {
    const top = async (side: Side, text: string) =>
      (await this.article(side).getByText(text).boundingBox())?.y ?? Number.NaN;
    return Math.abs((await top('left', left)) - (await top('right', right)));
  }

  /** How far an article is scrolled, as a share of how far it can be. */
  async scrolled(side: Side): Promise<number> {
    return this.article(side).evaluate(
      (pane) => pane.scrollTop / (pane.scrollHeight - pane.clientHeight),
    );
  }

  /** What an article's highlights of one name cover. */
  async painted(name: string): Promise<string[]> {
    return this.page.evaluate(
      (layer) => [...(CSS.highlights.get(layer) ?? [])].map((range) => (range as Range).toString()),
      name,
    );
  }
}
