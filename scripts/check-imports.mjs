// npm run check:imports: the import rules of .dependency-cruiser.cjs over src. A tool that sees
// nothing also finds nothing wrong, so this proves that it saw every file and that each rule bites.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { SetupError, main, require, root } from './tools.mjs';

const { forbidden, options } = require('../.dependency-cruiser.cjs');

// Wrong files: the rule that must find it, where, what it holds.
const wrong = [
  ['core', 'src/core/a.ts', `import 'node:fs';`],
  ['core', 'src/core/b.ts', `import type { FC } from 'react'; export type X = FC;`],
  ['core', 'src/core/c.ts', `import type { X } from '../ipc/ok'; export type Y = X;`],
  ['core-tests', 'src/core/a.test.ts', `import 'react';`],
  ['core-tests', 'src/core/testing/a.ts', `import '../../ipc/ok';`],
  ['ipc', 'src/ipc/a.ts', `import 'node:path';`],
  ['ipc', 'src/ipc/b.ts', `import '../main/ok';`],
  ['ipc-tests', 'src/ipc/a.test.ts', `import '../renderer/ok';`],
  ['preload', 'src/preload/a.ts', `import '../core/ok';`],
  ['preload-tests', 'src/preload/a.test.ts', `import '../main/ok';`],
  ['renderer', 'src/renderer/a.tsx', `import 'node:fs';`],
  ['renderer', 'src/renderer/b.tsx', `export const x = import('../main/ok');`],
  ['renderer-tests', 'src/renderer/a.test.tsx', `import '../preload/ok';`],
  ['model', 'src/core/model/a.ts', `import '../text/ok';`],
  ['text', 'src/core/text/a.ts', `import '../edit/ok';`],
  ['main', 'src/main/a.ts', `import '../renderer/ok';`],
  ['main', 'src/main/b.ts', `export * from '../preload/ok';`],
  ['cli', 'src/cli/a.ts', `import '../main/ok';`],
  ['cli', 'src/cli/b.ts', `import '../ipc/ok';`],
  ['main', 'src/main/g.ts', `import '../cli/ok';`],
  ['renderer', 'src/renderer/d.ts', `import '../cli/ok';`],
  ['bench', 'src/cli/c.ts', `import '../../bench/ok';`],
  ['electron', 'src/cli/d.ts', `import { app } from 'electron'; export const x = app;`],
  ['electron', 'src/main/store/a.ts', `import { app } from 'electron'; export const x = app;`],
  ['electron', 'src/renderer/c.ts', `import type { App } from 'electron'; export type X = App;`],
  ['test-code', 'src/core/d.ts', `import './testing/ok';`],
  ['test-code', 'src/main/c.ts', `import 'vitest';`],
  ['circular', 'src/main/d.ts', `import './e';`],
  ['unresolvable', 'src/main/f.ts', `import './nowhere';`],
];

// What the wrong files import; and files that are right, in which nothing may be found.
const right = [
  ...'core core/text core/edit core/testing ipc main main/files preload renderer cli'
    .split(' ')
    .map((folder) => [`src/${folder}/ok.ts`, 'export type X = string;']),
  ['bench/ok.ts', `import '../src/core/ok';`],
  ['src/cli/fine.ts', `import '../core/ok'; import '../main/files/ok'; import 'node:util';`],
  ['src/main/e.ts', `import type { X } from './d'; export type Y = X;`],
  ['src/core/fine.ts', `import 'zod'; import './edit/ok';`],
  ['src/core/fine.test.ts', `import 'vitest'; import 'node:fs'; import './testing/ok';`],
  ['src/core/testing/fine.ts', `import 'fast-check'; import '../fine';`],
  ['src/preload/fine.ts', `import 'electron'; import '../ipc/ok';`],
  ['src/main/window.ts', `import 'electron'; import '../ipc/ok'; import 'node:path';`],
  ['src/renderer/fine.tsx', `import 'react'; import '../core/fine'; import './ok';`],
];

const isSource = (path) => /\.m?tsx?$/.test(path);

await main(async () => {
  await prove();

  const { modules, summary } = await check(root);
  for (const { rule, from, to } of summary.violations) {
    const { comment } = forbidden.find(({ name }) => name === rule.name);
    console.error(`${from} -> ${to}\n  ${rule.name}: ${comment}`);
  }
  const seen = modules.map(({ source }) => source).filter((path) => path.startsWith('src/'));
  const files = (await readdir(join(root, 'src'), { recursive: true })).filter(isSource);
  const dependencies = modules.flatMap((module) => module.dependencies);
  const count = seen.filter(isSource).length;
  if (count === 0 || count !== files.length || dependencies.length === 0) {
    throw new SetupError(
      `the import check saw ${count} of ${files.length} files and ${dependencies.length} imports.`,
    );
  }
  console.log(
    `${count} files, ${dependencies.length} imports, ${forbidden.length} rules: ` +
      `${summary.violations.length} errors.`,
  );
  return summary.violations.length === 0 ? 0 : 1;
});

/** Cruises src in a folder by our rules. */
async function check(baseDir) {
  const ruleSet = { forbidden };
  const { output } = await cruise(['src'], { ...options, baseDir, ruleSet, validate: true });
  return output;
}

/** Fails unless every rule has wrong files, each is found by its rule, and no right file is. */
async function prove() {
  const folder = await mkdtemp(join(root, '.imports-proof-'));
  try {
    for (const [path, content] of [...right, ...wrong.map(([, ...file]) => file)]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const { violations } = (await check(folder)).summary;
    const found = (rule, path) => violations.some((v) => v.rule.name === rule && v.from === path);
    const faults = [
      ...forbidden
        .filter(({ name }) => !wrong.some(([rule]) => rule === name))
        .map(({ name }) => `${name} has no wrong file`),
      ...wrong
        .filter(([rule, path]) => !found(rule, path))
        .map(([rule, path]) => `${rule} does not find ${path}`),
      ...violations
        .filter(({ from }) => right.some(([path]) => path === from))
        .map(({ rule, from, to }) => `${rule.name} finds ${from} -> ${to}`),
    ];
    if (faults.length > 0)
      throw new SetupError(`the import rules are broken: ${faults.join('; ')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
