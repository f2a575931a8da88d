import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, ROOT, test } from './fixtures';

const SEED = join(ROOT, '../shared/samples/seed');

interface ExportFile {
  readonly id: string;
  readonly offsetUnit: string;
  readonly articles: Readonly<
    Record<'left' | 'right', { readonly text: string; readonly length: number }>
  >;
  readonly annotations: readonly {
    readonly article: 'left' | 'right';
    readonly start: number;
    readonly end: number;
    readonly exact: string;
  }[];
  readonly links: readonly unknown[];
  readonly summary: Readonly<Record<string, number>>;
}

async function readExport(path: string): Promise<ExportFile> {
  return JSON.parse(await readFile(path, 'utf8')) as ExportFile;
}

test('the seed pair: six spans, three links, exported, checked and imported again, equal', async ({
  launch,
  folder,
}) => {
  test.skip(!existsSync(SEED), 'the seed pair (shared/samples/seed) is not here');
  const diptych = await launch(join(SEED, 'left.txt'), join(SEED, 'right.txt'));
  const { page, workspace, library } = diptych;
  await workspace.link(
    'attempting to reassure Ukraine that it is not pressing Kiev into any peace talks with Moscow',
    'trying to reassure Kyiv that it is not pressing it into any peace talks with Moscow',
  );
  await workspace.link(
    'Moscow has repeatedly stated that it would not rule out talks with Kiev',
    'Moscow has repeatedly stated that it would not rule out talks',
  );
  await workspace.link(
    'Ukraine could not achieve a military victory',
    'Ukraine could not achieve a military victory',
  );
  await workspace.tag(
    'left',
    '“When there’s an opportunity to negotiate, when peace can be achieved, seize it. Seize the moment,”',
    'quote',
  );
  await workspace.card.getByLabel('Speaker').fill('General Mark Milley 🎖️');
  await workspace.card.getByLabel('Speaker').press('Enter');
  await workspace.tag('left', '“restoration of [Ukraine’s] territorial integrity,”', 'quote');
  await workspace.tag('right', 'resuming any negotiations isn’t possible', 'claim');
  await workspace.expectSaved();
  await expect(page.locator('footer')).toContainText('7 claims · 2 quotes · 3 links');

  const first = join(folder, 'first.diptych.json');
  await diptych.answerDialogs([first]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to first.diptych.json.')).toBeVisible();
  const exported = await readExport(first);
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const schema = JSON.parse(
    await readFile(join(ROOT, 'resources/comparison.schema.json'), 'utf8'),
  ) as object;
  const valid = ajv.validate(schema, exported);
  expect(ajv.errors).toBeNull();
  expect(valid).toBe(true);
  expect(exported.offsetUnit).toBe('codePoint');
  expect(exported.annotations).toHaveLength(9);
  for (const { article, start, end, exact } of exported.annotations) {
    const points = Array.from(exported.articles[article].text);
    expect(points.slice(start, end).join('')).toBe(exact);
    expect(points).toHaveLength(exported.articles[article].length);
  }
  expect(exported.articles.left.text).toBe(await readFile(join(SEED, 'left.txt'), 'utf8'));

  await diptych.answerDialogs([first]);
  await page.keyboard.press('ControlOrMeta+o');
  // The imported one is open when there is nothing to undo.
  await expect(workspace.undoButton).toHaveAttribute('aria-disabled', 'true');
  await expect(workspace.annotations).toHaveCount(9);
  const second = join(folder, 'second.diptych.json');
  await diptych.answerDialogs([second]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to second.diptych.json.')).toBeVisible();
  const again = await readExport(second);
  expect(again.id).not.toBe(exported.id); // The first one is still in the library.
  expect({ ...again, id: exported.id }).toEqual(exported);
  await page.getByRole('button', { name: 'Library' }).click();
  await expect(library.list.getByRole('row')).toHaveCount(2);
});

test('files that are no Diptych comparison are refused with the reason', async ({
  launch,
  folder,
}) => {
  const diptych = await launch('--sample');
  const { page, workspace } = diptych;
  await workspace.tag('left', 'closed the harbour bridge', 'claim');
  const good = join(folder, 'good.diptych.json');
  await diptych.answerDialogs([good]);
  await workspace.exportJson();
  await expect(page.getByText('Exported to good.diptych.json.')).toBeVisible();
  const json = await readFile(good, 'utf8');

  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['plain.json', 'not json', /does not hold JSON/],
    ['other.json', '{"format":"else"}', /not a Diptych comparison/],
    ['newer.json', json.replace('"version": 1', '"version": 2'), /newer Diptych/],
    ['changed.json', json.replace('ferries', 'boats').replace('Ferries', 'Boats'), /SHA-256/],
    ['damaged.json', json.replace('"tag": "claim"', '"tag": 7'), /damaged.*annotations\.0\.tag/],
  ];
  for (const [name, text, problem] of cases) {
    const path = join(folder, name);
    await writeFile(path, text);
    await diptych.answerDialogs([path]);
    await page.keyboard.press('ControlOrMeta+o');
    await expect(page.getByRole('alert')).toHaveText(problem);
  }
  await expect(workspace.annotations).toHaveCount(1);
});

test('an export that cannot be written says why', async ({ launch, folder }) => {
  const diptych = await launch('--sample');
  const inTheWay = join(folder, 'file');
  await writeFile(inTheWay, '');
  await diptych.answerDialogs([join(inTheWay, 'out.diptych.json')]);
  await diptych.workspace.exportJson();
  await expect(diptych.page.getByRole('alert')).toHaveText(
    /“out.diptych.json” could not be written/,
  );
});
