// Who may import whom, as errors: core <- ipc <- { main, preload, renderer }; cli beside main.
// Run by scripts/check-imports.mjs, which also proves on wrong files that every rule bites.

const tests = '\\.test\\.tsx?$|^src/core/testing/';
const testTools = npm('vitest', 'fast-check', 'ajv', 'ajv-formats', 'jsonld', 'papaparse');

/** A pattern for npm packages, wherever node_modules is. */
function npm(...names) {
  return `(^|/)node_modules/(${names.join('|')})/`;
}

/** Two rules: what a folder may import and nothing else, and the test tools that its tests may. */
function only(name, folder, comment, ...allowed) {
  const severity = 'error';
  return [
    {
      name,
      severity,
      comment,
      from: { path: folder, pathNot: tests },
      to: { pathNot: allowed },
    },
    {
      name: `${name}-tests`,
      severity,
      comment: `${comment} Its tests may also import test tools and Node.`,
      from: { path: `(${folder}).*(${tests})|(${folder})testing/` },
      to: { pathNot: [...allowed, testTools], dependencyTypesNot: ['core'] },
    },
  ];
}

function never(name, from, comment, to) {
  return { name, severity: 'error', comment, from, to };
}

module.exports = {
  forbidden: [
    ...only('core', '^src/core/', 'core imports core and zod.', '^src/core/', npm('zod')),
    ...only('ipc', '^src/ipc/', 'ipc imports ipc, core and zod.', '^src/(ipc|core)/', npm('zod')),
    ...only(
      'preload',
      '^src/preload/',
      'preload imports ipc and electron.',
      '^src/(preload|ipc)/',
      npm('electron'),
    ),
    ...only(
      'renderer',
      '^src/renderer/',
      'renderer imports renderer, ipc, core and npm packages.',
      '^src/(renderer|ipc|core)/',
      npm('.+'),
    ),
    never(
      'model',
      { path: '^src/core/model/', pathNot: tests },
      'Within core, the model stands alone.',
      { path: '^src/core/[^/]+/', pathNot: '^src/core/model/' },
    ),
    never(
      'text',
      { path: '^src/core/text/', pathNot: tests },
      'Within core, text stands on the model alone.',
      { path: '^src/core/[^/]+/', pathNot: '^src/core/(text|model)/' },
    ),
    never('main', { path: '^src/main/' }, 'main imports neither renderer, preload nor cli.', {
      path: '^src/(renderer|preload|cli)/',
    }),
    never(
      'cli',
      { path: '^src/cli/' },
      'Of our own modules, cli imports cli, core, main/store, main/files and main/batch.',
      { path: '^src/', pathNot: '^src/(cli|core|main/store|main/files|main/batch)/' },
    ),
    never('bench', { path: '^src/' }, 'The app does not know its benchmarks.', { path: '^bench/' }),
    never(
      'electron',
      {
        path: '^src/',
        pathNot: '^src/(preload/|main/ipc/|main/[^/]+\\.ts$)',
      },
      'Only the preload and main import electron, and of main not store, files and batch.',
      { path: ['^electron(/|$)', npm('electron')] },
    ),
    never('test-code', { path: '^src/', pathNot: tests }, 'The app imports no test code.', {
      path: [tests, npm('vitest', 'fast-check', 'ajv', 'ajv-formats')],
    }),
    never('circular', { path: '^src/' }, 'No module imports itself by a detour.', {
      circular: true,
    }),
    never('unresolvable', { path: '^src/' }, 'Every import leads somewhere.', {
      couldNotResolve: true,
    }),
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types', 'style', 'require'],
    },
  },
};
