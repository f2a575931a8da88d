import { useEffect } from 'react';
import { run, enabledCommands } from './client/commands';
import { keepFocus, takesText } from './client/focus';
import type { MenuState } from '../ipc/contract';
import { handleKey, handlePaneKey } from './client/keys';
import { openComparison, tell } from './client/navigation';
import { session, useSession, type Session } from './client/session';
import { AnalystDialog } from './dialogs/analyst-dialog';
import { DetailsDialog } from './dialogs/details-dialog';
import { KeysDialog } from './dialogs/keys-dialog';
import { Library } from './library/library';
import { NewComparison } from './new-comparison/new-comparison';
import { Notice } from './dialogs/notice';
import { Workspace } from './workspace/workspace';

/** The app: one screen at a time, its messages and its dialogs. */
export function App() {
  const screen = useSession((state) => state.screen);
  const dialog = useSession((state) => state.dialog);
  useCommands();
  return (
    <>
      {screen === 'library' && <Library />}
      {screen === 'new-comparison' && <NewComparison />}
      {screen === 'workspace' && <Workspace />}
      <Notice />
      {dialog === 'details' && <DetailsDialog />}
      {dialog === 'analyst' && <AnalystDialog />}
      {dialog === 'keys' && <KeysDialog />}
    </>
  );
}

/** Commands come from keys and from the menu; the menu is told what can be done. */
function useCommands(): void {
  useEffect(() => {
    window.addEventListener('keydown', handlePaneKey, { capture: true });
    window.addEventListener('keydown', handleKey);
    const offCommand = window.diptych.on('command', (id) => {
      const typing = takesText(document.activeElement);
      // In a field, Undo and Redo are the field's own.
      if (typing && (id === 'undo' || id === 'redo')) document.execCommand(id);
      else run(id);
    });
    const offOpen = window.diptych.on('open', (opened) => {
      if (opened.ok) void openComparison(opened.value);
      else tell(opened.problem);
    });
    let shown = '';
    const offMenu = useSession.subscribe((state) => {
      const key = menuKey(state);
      if (key !== shown) showMenu(state);
      shown = key;
    });
    showMenu(session());
    // In a field, the menu's Undo and Redo are the field's.
    const onFocus = () => showMenu(session());
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onFocus);
    const offFocus = useSession.subscribe(keepFocus);
    return () => {
      window.removeEventListener('keydown', handlePaneKey, { capture: true });
      window.removeEventListener('keydown', handleKey);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onFocus);
      offFocus();
      offCommand();
      offOpen();
      offMenu();
    };
  }, []);
}

function menuState(state: Session): MenuState {
  if (takesText(document.activeElement)) {
    const enabled = new Set([...enabledCommands(state), 'undo', 'redo'] as const);
    return { enabled: [...enabled], undo: null, redo: null };
  }
  return {
    enabled: enabledCommands(state),
    undo: state.history.done.at(-1)?.edit.name ?? null,
    redo: state.history.undone.at(-1)?.edit.name ?? null,
  };
}

function menuKey(state: Session): string {
  return JSON.stringify(menuState(state));
}

function showMenu(state: Session): void {
  void window.diptych.setMenu(menuState(state));
}
