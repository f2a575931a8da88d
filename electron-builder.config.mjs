import { rm } from 'node:fs/promises';
import { join } from 'node:path';

// What `npm run package` makes. Without signing keys in the environment nothing is signed; electron-builder reads them
// itself: CSC_LINK and CSC_KEY_PASSWORD (macOS), WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD (Windows), and for notarisation
// APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID.
for (const name of ['CSC_LINK', 'WIN_CSC_LINK'])
  // A workflow's absent secret comes as an empty word, which would be taken for the path of a certificate.
  if (process.env[name] === '') delete process.env[name];
const canNotarise = ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'].every(
  (name) => process.env[name],
);

// Where its releases are: what Help → Check for Updates… asks about, on GitHub. A Debian package must name a home page, so one
// that has none names an address that nobody can have.
const homepage = process.env['DIPTYCH_HOMEPAGE'] || 'https://diptych.invalid';

/** The type of an exported comparison. Debian's packages bring the rule that tells it by its name. */
const MIME = 'application/vnd.diptych+json';
const association = {
  ext: 'diptych.json',
  name: 'Diptych comparison',
  description: 'A comparison of two articles',
  role: 'Editor',
};

/** What the stand-in Electron of development brings as its own app has no place in a package. */
async function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'linux')
    await rm(join(appOutDir, 'resources/app'), { recursive: true, force: true });
}

/** @type {import('electron-builder').Configuration} */
export default {
  afterPack,
  appId: 'org.diptych.app',
  productName: 'Diptych',
  extraMetadata: { homepage },
  copyright: 'Copyright © 2026 The Diptych authors',
  directories: { output: 'dist', buildResources: 'resources' },
  icon: 'resources/icon.png',
  // Main and page are bundled whole, so that no module is needed beside them; the command line runs on Node.
  files: [
    'package.json',
    'out/main',
    'out/preload',
    'out/renderer',
    '!out/*/licenses.md',
    '!node_modules',
  ],
  extraResources: [
    { from: 'resources', to: 'resources', filter: ['sample', 'comparison.schema.json'] },
    { from: 'LICENSE', to: 'licenses/Diptych.txt' },
    { from: 'out/main/licenses.md', to: 'licenses/main.md' },
    { from: 'out/renderer/licenses.md', to: 'licenses/page.md' },
  ],
  asar: true,
  npmRebuild: false,
  publish: null,
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    // Setting fuses breaks the signature Electron comes with, and a Mac with Apple silicon kills what has none that fits.
    resetAdHocDarwinSignature: process.platform === 'darwin',
  },
  // The runtime that needs no libfuse2; with the older one, the menu's entry goes without Chromium's sandbox.
  toolsets: { appimage: '1.0.3' },
  linux: {
    // And a .tar.gz, which scripts/package.mjs makes.
    target: ['AppImage', 'deb'],
    mimeTypes: [MIME],
    syncDesktopName: true,
    icon: 'resources/icon.svg',
    category: 'Office',
    synopsis: 'Compare two accounts of one event',
    maintainer: 'The Diptych authors',
    executableName: 'diptych',
  },
  mac: {
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    category: 'public.app-category.productivity',
    hardenedRuntime: true,
    notarize: canNotarise,
    // Where only the last part of a name counts, Diptych stands under Open With.
    fileAssociations: [association, { ext: 'json', name: 'JSON', rank: 'Alternate' }],
  },
  deb: { fpm: [`${import.meta.dirname}/resources/mime.xml=/usr/share/mime/packages/diptych.xml`] },
  win: {
    target: ['nsis', 'portable'],
    fileAssociations: [{ ...association, name: 'Diptych.Comparison' }],
  },
  nsis: {
    artifactName: '${productName}-${version}-${os}-${arch}-setup.${ext}',
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    include: 'resources/installer.nsh',
  },
  portable: { artifactName: '${productName}-${version}-${os}-${arch}-portable.${ext}' },
};
