import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { COMMAND_IDS, commandOf, keyLabel, type Command, type CommandId } from '../ipc/commands';
import type { Events, MenuState } from '../ipc/contract';

const MAC = process.platform === 'darwin';

/** Sets the native menu to what can be done now. */
export function showMenu(window: BrowserWindow, state: MenuState): void {
  const send = <K extends keyof Events>(event: K, payload: Events[K]) => {
    // On a Mac the app and its menu outlive the window.
    if (!window.isDestroyed()) window.webContents.send(event, payload);
  };
  const item = (id: CommandId): MenuItemConstructorOptions => ({
    id,
    ...labelAndKey(id, state),
    enabled: state.enabled.includes(id),
    click: () => send('command', id),
  });
  const items = (menu: Command['menu']): MenuItemConstructorOptions[] =>
    COMMAND_IDS.filter((id) => commandOf(id).menu === menu).flatMap((id) =>
      commandOf(id).group ? [SEPARATOR, item(id)] : [item(id)],
    );
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(MAC ? [{ role: 'appMenu' as const }] : []),
      { label: '&File', submenu: [...items('file'), SEPARATOR, { role: MAC ? 'close' : 'quit' }] },
      {
        label: '&Edit',
        submenu: [
          ...items('edit'),
          SEPARATOR,
          { role: 'cut' },
          { role: 'copy' },
          { role: 'paste' },
          { role: 'selectAll' },
        ],
      },
      {
        label: '&Annotate',
        submenu: [...items('annotate'), ...tagMenu(state, (name) => send('tag', name))],
      },
      {
        label: '&View',
        submenu: [
          ...items('view'),
          SEPARATOR,
          // The keys without Shift change the articles' text only.
          { role: 'zoomIn', accelerator: 'Shift+CmdOrCtrl+=' },
          { role: 'zoomOut', accelerator: 'Shift+CmdOrCtrl+-' },
          { role: 'resetZoom', accelerator: 'Shift+CmdOrCtrl+0' },
          SEPARATOR,
          { role: 'togglefullscreen' },
        ],
      },
      { role: 'windowMenu' },
      { role: 'help', submenu: [...items('help'), ...(MAC ? [] : [SEPARATOR, ABOUT])] },
    ]),
  );
}

/** The tags of one's own as a menu of their own; none while there are none. */
function tagMenu(
  { tags, enabled }: MenuState,
  tag: (name: string) => void,
): MenuItemConstructorOptions[] {
  if (tags.length === 0) return [];
  const submenu = tags.map(({ name, key }) => ({
    id: `tag-${name}`,
    // An ampersand would underline the letter after it.
    label: titleCase(name).replaceAll('&', '&&'),
    ...keyHint(key),
    enabled: enabled.includes('tagAs'),
    click: () => tag(name),
  }));
  return [{ label: 'My Tags', submenu }];
}

/** Shows a tag's key, where the system can show one without registering it. */
function keyHint(key: string): MenuItemConstructorOptions {
  return key === '' || MAC ? {} : { accelerator: key, registerAccelerator: false };
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };
const ABOUT: MenuItemConstructorOptions = {
  label: 'About Diptych',
  click: () => app.showAboutPanel(),
};

function labelAndKey(id: CommandId, state: MenuState): MenuItemConstructorOptions {
  const { label, key } = commandOf(id);
  const named = id === 'undo' ? state.undo : id === 'redo' ? state.redo : null;
  const text = named ? `${label} ${titleCase(named)}` : label;
  if (!key) return { label: text };
  // The page handles all keys, so that single keys do not fire while typing; a Mac cannot show a key without
  // registering it, so there such a key is named in the label.
  if (MAC && !key.includes('CmdOrCtrl')) return { label: `${text}  (${keyLabel(key, true)})` };
  return { label: text, accelerator: key, registerAccelerator: false };
}

function titleCase(name: string): string {
  return name.replaceAll(
    /(^|\s)(\p{Ll})/gu,
    (_match, space: string, letter: string) => space + letter.toUpperCase(),
  );
}
