import { rm } from 'node:fs/promises';
import { join } from 'node:path';

// What `npm run package` makes. Without signing keys in the environment nothing is signed; electron-builder reads them
// itself: CSC_LINK and CSC_KEY_PASSWORD (macOS), WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD (Windows), and for notarisation
// APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID.
const canNotarise = ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'].every(
  (name) => process.env[name],
);

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
  copyright: 'Copyright © 2026 The Diptych authors',
  directories: { output: 'dist', buildResources: 'resources' },
  icon: 'resources/icon.png',
  // Main and page are bundled whole, so that no module is needed beside them; the command line runs on Node.
  files: ['package.json', 'out/main', 'out/preload', 'out/renderer', '!node_modules'],
  extraResources: [{ from: 'resources', to: 'resources' }],
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
  },
  linux: {
    // And a .tar.gz, which scripts/package.mjs makes.
    target: ['AppImage', 'deb'],
    mimeTypes: [MIME],
    syncDesktopName: true,
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
    fileAssociations: [association],
  },
  deb: { fpm: [`${import.meta.dirname}/resources/mime.xml=/usr/share/mime/packages/diptych.xml`] },
  win: { target: ['nsis', 'portable'], fileAssociations: [association] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};
