import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures';

const LEFT = `إغلاق جسر الميناء أمام حركة المرور

أغلقت بلدية المدينة جسر الميناء أمام جميع المركبات يوم الجمعة بعد أن وجد المفتشون شروخاً في اثنين من أعمدته.

BBC كانت أول من نشر الخبر صباح الجمعة، وذكرت أن الإغلاق سيستمر أحد عشر أسبوعاً حتى عام 2025.

The company said in English that it would pay its share of the repairs.
`;
const RIGHT = `העירייה סגרה את גשר הנמל לתנועה

עיריית העיר סגרה ביום שישי את גשר הנמל לכל כלי הרכב, לאחר שמפקחים מצאו סדקים בשניים מעמודיו.
`;
const CLOSED = 'جسر الميناء أمام جميع المركبات';

test('articles run their own way, paragraph by paragraph, and spans, handles and links with them', async ({
  launch,
  folder,
}) => {
  const files = { left: join(folder, 'left.txt'), right: join(folder, 'right.txt') };
  await writeFile(files.left, LEFT);
  await writeFile(files.right, RIGHT);
  const { page, workspace } = await launch(files.left, files.right);

  const directions = await page
    .locator('[data-text="left"] [data-start]')
    .evaluateAll((paragraphs) => paragraphs.map((each) => getComputedStyle(each).direction));
  expect(directions.filter((each) => each !== '')).toEqual(['rtl', 'rtl', 'rtl', 'ltr']);

  // From the right end of the first word to the left end of the last.
  const { start, end } = await page.evaluate((wanted) => {
    for (const paragraph of document.querySelectorAll('[data-text="left"] p')) {
      const at = paragraph.textContent.indexOf(wanted);
      const node = paragraph.firstChild;
      if (at === -1 || !node) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (first && last)
        return {
          start: { x: first.right, y: first.top + first.height / 2 },
          end: { x: last.left, y: last.top + last.height / 2 },
        };
    }
    throw new Error('not found');
  }, CLOSED);
  await page.mouse.move(start.x - 2, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x + 6, end.y, { steps: 3 });
  await page.mouse.move(end.x + 2, end.y);
  await page.mouse.up();
  await page.keyboard.press('c');
  await expect(workspace.annotation(CLOSED)).toHaveCount(1);

  const centre = async (edge: 'start' | 'end') => {
    const box = await page.locator(`[data-handle="${edge}"]`).boundingBox();
    if (!box) throw new Error(`The ${edge} has no handle.`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  expect(Math.abs((await centre('start')).x - start.x)).toBeLessThan(4);
  expect(Math.abs((await centre('end')).x - end.x)).toBeLessThan(4);

  await workspace.article('right').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('s');
  await page.keyboard.press('l');
  await expect(workspace.ribbons).toHaveCount(1);
  await expect(workspace.card.locator('[dir="auto"]').first()).toHaveCSS('direction', 'rtl');
});
