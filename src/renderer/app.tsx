import { useEffect } from 'react';
import { Announcements } from './announcements';
import { BatchDialog } from './batch/batch-dialog';
import { run, enabledCommands } from './client/commands';
import { keepFocus, takesText } from './client/focus';
import type { MenuState } from '../ipc/contract';
import { handleKey, handlePaneKey, handleSideButton } from './client/keys';
import { handleContextMenu, handleContextMenuKey } from './context-menus';
import { handleCopy } from './client/copying';
import { followWindows } from './client/other-windows';
import { keysNow } from '../ipc/keymap';
import { catchUp } from './client/paint-first';
import { onShown, session, useSession, type Session } from './client/session';
import { tagWith } from './client/tags';
import { AnalystDialog } from './dialogs/analyst-dialog';
import { Correct } from './correct/correct';
import { DetailsDialog } from './dialogs/details-dialog';
import { EarlierDialog } from './dialogs/earlier-dialog';
import { ExportDialog } from './dialogs/export-dialog';
import { KeysDialog } from './dialogs/keys-dialog';
import { MergeDialog } from './dialogs/merge-dialog';
import { PlacedDialog } from './dialogs/placed-dialog';
import { PreferencesDialog } from './dialogs/preferences-dialog';
import { DropTarget } from './library/drop-target';
import { TagsDialog } from './dialogs/tags-dialog';
import { Library } from './library/library';
import { NewComparison } from './new-comparison/new-comparison';
import { Notice } from './dialogs/notice';
import { Palette } from './dialogs/palette';
import { ReadOnlyFrame } from './read-only/read-only-frame';
import { Workspace } from './workspace/workspace';

/** The app: one screen at a time, its messages and its dialogs. */
export function App() {
  const screen = useSession((state) => state.screen);
  const dialog = useSession((state) => state.dialog);
  useCommands();
  return (
    <>
      <ReadOnlyFrame>
        {screen === 'library' && <Library />}
        {screen === 'new-comparison' && <NewComparison />}
        {screen === 'workspace' && (
          <DropTarget>
            <Workspace />
          </DropTarget>
        )}
        {screen === 'correct' && <Correct />}
      </ReadOnlyFrame>
      <Notice />
      <Announcements />
      {dialog === 'details' && <DetailsDialog />}
      {dialog === 'earlier' && <EarlierDialog />}
      {dialog === 'export' && <ExportDialog />}
      {dialog === 'merge' && <MergeDialog />}
      {dialog === 'placed' && <PlacedDialog />}
      {dialog === 'analyst' && <AnalystDialog />}
      {dialog === 'keys' && <KeysDialog />}
      {dialog === 'preferences' && <PreferencesDialog />}
      {dialog === 'palette' && <Palette />}
      {dialog === 'tags' && <TagsDialog />}
      {dialog === 'batch' && <BatchDialog />}
    </>
  );
}

/** What the user does, before it changes anything: a field that follows later would lose what is typed into it. */
const INPUTS = ['keydown', 'pointerdown', 'beforeinput'] as const;

/** Commands come from keys and from the menu; the menu is told what can be done. */
function useCommands(): void {
  useEffect(() => {
    // What the user does next is done to what they see.
    for (const input of INPUTS) window.addEventListener(input, catchUp, { capture: true });
    window.addEventListener('keydown', handlePaneKey, { capture: true });
    window.addEventListener('keydown', handleKey);
    window.addEventListener('mouseup', handleSideButton);
    window.addEventListener('keydown', handleContextMenuKey);
    window.addEventListener('contextmenu', handleContextMenu);
    document.addEventListener('copy', handleCopy);
    const offCommand = window.diptych.on('command', (id) => {
      const typing = takesText(document.activeElement);
      // In a field, Undo and Redo are the field's own.
      if (typing && (id === 'undo' || id === 'redo')) document.execCommand(id);
      else run(id);
    });
    const offWindows = followWindows();
    const offTag = window.diptych.on('tag', tagWith);
    let shown = '';
    const offMenu = onShown((state) => {
      const key = menuKey(state);
      if (key !== shown) showMenu(state);
      shown = key;
    });
    showMenu(session());
    // In a field, the menu's Undo and Redo are the field's.
    const onFocus = () => showMenu(session());
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onFocus);
    const offFocus = onShown(keepFocus);
    return () => {
      for (const input of INPUTS) window.removeEventListener(input, catchUp, { capture: true });
      window.removeEventListener('keydown', handlePaneKey, { capture: true });
      window.removeEventListener('keydown', handleKey);
      window.removeEventListener('mouseup', handleSideButton);
      window.removeEventListener('keydown', handleContextMenuKey);
      window.removeEventListener('contextmenu', handleContextMenu);
      document.removeEventListener('copy', handleCopy);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onFocus);
      offFocus();
      offCommand();
      offWindows();
      offTag();
      offMenu();
    };
  }, []);
}

function menuState(state: Session): MenuState {
  const keys = keysNow(state.preferences);
  const tags = state.settings.tags.map(({ name, key }) => ({ name, key }));
  if (takesText(document.activeElement)) {
    const enabled = new Set([...enabledCommands(state), 'undo', 'redo'] as const);
    return { enabled: [...enabled], keys, undo: null, redo: null, tags };
  }
  return {
    enabled: enabledCommands(state),
    keys,
    undo: state.history.done.at(-1)?.edit.name ?? null,
    redo: state.history.undone.at(-1)?.edit.name ?? null,
    tags,
  };
}

function menuKey(state: Session): string {
  return JSON.stringify(menuState(state));
}

function showMenu(state: Session): void {
  void window.diptych.setMenu(menuState(state));
}
