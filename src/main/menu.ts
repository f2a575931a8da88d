import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import { COMMAND_IDS, commandOf, keyLabel, type Command, type CommandId } from '../ipc/commands';
import type { MenuState, RecentComparison } from '../ipc/contract';
import { updateItems } from './updates';

const MAC = process.platform === 'darwin';

/** What the native menu shows and does. */
export interface MenuParts {
  readonly state: MenuState;
  readonly recent: readonly RecentComparison[];
  readonly run: (id: CommandId) => unknown;
  /** Opens a recent comparison. */
  readonly open: (id: string) => unknown;
  /** Tags with the tag of that name. */
  readonly tag: (name: string) => void;
}

/** Sets the native menu to what can be done now. */
export function showMenu({ state, recent, run, open, tag }: MenuParts): void {
  const item = (id: CommandId) => commandItem(id, state, run);
  const items = (menu: Command['menu']): MenuItemConstructorOptions[] =>
    COMMAND_IDS.filter((id) => commandOf(id).menu === menu).flatMap((id) => {
      const shown = id === 'clearRecent' ? recentMenu(item(id), recent, open) : item(id);
      return commandOf(id).group ? [SEPARATOR, shown] : [shown];
    });
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
        submenu: [...items('annotate'), ...tagMenu(state, tag)],
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
      {
        role: 'help',
        submenu: [...items('help'), ...apart([...updateItems(), ...(MAC ? [] : [ABOUT])])],
      },
    ]),
  );
}

function apart(items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.length > 0 ? [SEPARATOR, ...items] : [];
}

/** A command as an item of a native menu. */
export function commandItem(
  id: CommandId,
  state: MenuState,
  run: (id: CommandId) => unknown,
): MenuItemConstructorOptions {
  return {
    id,
    ...labelAndKey(id, state),
    enabled: state.enabled.includes(id),
    click: () => void run(id),
  };
}

/** The recent comparisons as a menu of their own, with the item that clears them at its end. */
function recentMenu(
  clear: MenuItemConstructorOptions,
  recent: readonly RecentComparison[],
  open: (id: string) => unknown,
): MenuItemConstructorOptions {
  return {
    label: 'Open &Recent',
    enabled: recent.length > 0,
    submenu: [
      ...recent.map(({ id, title }) => ({
        id: `recent-${id}`,
        // An ampersand would underline the letter after it.
        label: title.replaceAll('&', '&&'),
        click: () => void open(id),
      })),
      SEPARATOR,
      clear,
    ],
  };
}

export const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

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

const ABOUT: MenuItemConstructorOptions = {
  label: 'About Diptych',
  click: () => app.showAboutPanel(),
};

function labelAndKey(id: CommandId, state: MenuState): MenuItemConstructorOptions {
  const { label } = commandOf(id);
  const key = state.keys[id];
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
