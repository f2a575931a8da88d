import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { CommandId } from '../ipc/commands';
import type { MenuState, Point } from '../ipc/contract';
import { commandItem, SEPARATOR } from './menu';

/** Shows a menu of commands, in groups, at a place of the window's page. */
export function popUpCommands(
  window: BrowserWindow,
  groups: readonly (readonly CommandId[])[],
  at: Point,
  state: MenuState,
  run: (id: CommandId) => void,
): void {
  const items = groups.flatMap((group, index) => [
    ...(index > 0 ? [SEPARATOR] : []),
    ...group.map((id) => commandItem(id, state, run)),
  ]);
  const zoom = window.webContents.getZoomFactor();
  if (items.length > 0) popUp(window, items, { x: at.x * zoom, y: at.y * zoom });
}

/** Offers to cut, copy and paste wherever text is typed; for all else the page asks for a menu itself. */
export function offerEditing(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags, x, y }) => {
    if (!isEditable) return;
    const items: MenuItemConstructorOptions[] = [
      { role: 'undo', enabled: editFlags.canUndo },
      { role: 'redo', enabled: editFlags.canRedo },
      SEPARATOR,
      { role: 'cut', enabled: editFlags.canCut },
      { role: 'copy', enabled: editFlags.canCopy },
      { role: 'paste', enabled: editFlags.canPaste },
      { role: 'selectAll', enabled: editFlags.canSelectAll },
    ];
    popUp(window, items, { x, y });
  });
}

function popUp(window: BrowserWindow, items: MenuItemConstructorOptions[], at: Point): void {
  Menu.buildFromTemplate(items).popup({ window, x: Math.round(at.x), y: Math.round(at.y) });
}
