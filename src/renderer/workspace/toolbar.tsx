import {
  ArrowUpDown,
  ChevronLeft,
  Link2,
  Percent,
  Redo2,
  Share,
  Sparkles,
  Undo2,
  UnfoldVertical,
  Waypoints,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { commandOf, type CommandId } from '../../ipc/commands';
import { canRun, run } from '../client/commands';
import { KeyName, useKeyName } from '../client/key-name';
import { useSession } from '../client/session';
import { TagMenu } from './tag-menu';
import styles from './toolbar.module.css';

/** The commands used most, above the articles. */
export function Toolbar() {
  const title = useSession((state) => state.comparison?.title ?? '');
  const undoName = useSession((state) => state.history.done.at(-1)?.edit.name);
  const redoName = useSession((state) => state.history.undone.at(-1)?.edit.name);
  return (
    <header className={styles.toolbar} data-pane="toolbar">
      <CommandButton id="showLibrary" label="Library" quiet>
        <ChevronLeft size={15} aria-hidden /> <span className={styles.word}>Library</span>
      </CommandButton>
      <h1 className={styles.title}>
        <button
          type="button"
          dir="auto"
          onClick={() => run('editDetails')}
          title={`${title}\nChange the title and the articles’ details`}
        >
          {title}
        </button>
      </h1>
      <CommandButton id="tagClaim" label="Tag as claim">
        <i className={styles.claim} /> Claim <KeyName hidden id="tagClaim" />
      </CommandButton>
      <CommandButton id="tagQuote" label="Tag as quote">
        <i className={styles.quote} /> Quote <KeyName hidden id="tagQuote" />
      </CommandButton>
      <TagMenu />
      <CommandButton id="link" label="Link">
        <Link2 size={15} aria-hidden /> <span className={styles.word}>Link</span>{' '}
        <KeyName hidden id="link" />
      </CommandButton>
      <span className={styles.gap} />
      <CommandButton id="undo" label="Undo" hint={undoName && `Undo ${undoName}`} quiet>
        <Undo2 size={16} aria-hidden />
      </CommandButton>
      <CommandButton id="redo" label="Redo" hint={redoName && `Redo ${redoName}`} quiet>
        <Redo2 size={16} aria-hidden />
      </CommandButton>
      <ScrollButton />
      <span className={styles.gap} />
      <CommandButton id="suggest" label="Suggest">
        <Sparkles size={14} aria-hidden /> <span className={styles.word}>Suggest</span>{' '}
        <KeyName hidden id="suggest" />
      </CommandButton>
      <CommandButton id="exportComparison" label="Export…">
        <Share size={14} aria-hidden /> <span className={styles.word}>Export…</span>
      </CommandButton>
    </header>
  );
}

const SCROLLING = {
  off: { words: 'each alone', icon: UnfoldVertical },
  proportion: { words: 'in proportion', icon: Percent },
  links: { words: 'by links', icon: Waypoints },
} as const;

/** Says how the articles scroll together, and goes through the ways. */
function ScrollButton() {
  const { words, icon: Icon } = useSession((state) => SCROLLING[state.preferences.scroll]);
  const name = `Scroll together: ${words}`;
  return (
    <CommandButton id="scrollTogether" label={name} hint={name} quiet>
      <ArrowUpDown size={15} aria-hidden />
      <Icon size={13} aria-hidden />
    </CommandButton>
  );
}

function CommandButton({
  id,
  label,
  hint,
  quiet = false,
  children,
}: {
  id: CommandId;
  label: string;
  hint?: string | undefined;
  quiet?: boolean;
  children: ReactNode;
}) {
  const enabled = useSession((state) => canRun(id, state));
  const key = useKeyName(id);
  return (
    <button
      type="button"
      className={quiet ? styles.quiet : styles.button}
      aria-label={label}
      // Not `disabled`: the focus must not be lost when a command becomes impossible.
      aria-disabled={!enabled}
      title={`${hint ?? commandOf(id).label}${key ? ` (${key})` : ''}`}
      // A press must not take the selection away from the article.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(id)}
    >
      {children}
    </button>
  );
}
