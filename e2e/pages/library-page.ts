import type { Locator, Page } from '@playwright/test';

/** The library as a person sees it. */
export class LibraryPage {
  readonly heading: Locator;
  readonly list: Locator;
  readonly search: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole('heading', { name: 'Library', level: 1 });
    this.list = page.getByRole('grid', { name: 'Comparisons' });
    this.search = page.getByRole('searchbox', { name: 'Search comparisons' });
  }

  entry(title: string): Locator {
    return this.list.getByRole('row').filter({ hasText: title });
  }

  async titles(): Promise<string[]> {
    const rows = await this.list.getByRole('row').all();
    return Promise.all(rows.map(async (row) => (await row.getAttribute('aria-label')) ?? ''));
  }

  async act(title: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${title}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: action }).click();
  }

  /** Drops files anywhere on the library's screen. */
  async drop(files: readonly { name: string; text: string }[]): Promise<void> {
    await this.heading.waitFor();
    await this.dropHere(files);
  }

  /** Drops files anywhere on whatever screen is shown. */
  async dropHere(files: readonly { name: string; text: string }[]): Promise<void> {
    const data = await this.page.evaluateHandle((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    await this.page.dispatchEvent('main', 'dragenter', { dataTransfer: data });
    await this.page.dispatchEvent('main', 'drop', { dataTransfer: data });
  }
}
