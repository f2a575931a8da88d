import { Check, Lock, TriangleAlert } from 'lucide-react';
import { commandOf, type CommandId } from '../../ipc/commands';
import { lookupOf } from '../../core/lookup/lookup';
import { canRun, run } from '../client/commands';
import { keyNameOf } from '../client/key-name';
import { useSession, type Session } from '../client/session';
import { count } from '../client/words';
import styles from './workspace.module.css';

/** One line of status: whether everything is saved, what there is, and what to do next. */
export function StatusBar() {
  const saving = useSession((state) => state.saving);
  const comparison = useSession((state) => state.comparison);
  const readOnly = useSession((state) => state.readOnly !== null);
  const hint = useSession(nextStep);
  if (!comparison) return null;
  const { claims, quotes, annotations, links } = lookupOf(comparison).summary;
  const others = annotations - claims - quotes;
  return (
    <footer className={styles.status} data-saving={saving.kind}>
      <span role="status">
        <SavingWords saving={saving} readOnly={readOnly} />
      </span>
      {saving.kind === 'problem' && saving.kept && (
        <button type="button" className={styles.copy} onClick={() => run('saveCopy')}>
          {commandOf('saveCopy').label}
        </button>
      )}
      <span>
        {[
          count(claims, 'claim'),
          count(quotes, 'quote'),
          ...(others > 0 ? [count(others, 'other')] : []),
          count(links, 'link'),
        ].join(' · ')}
      </span>
      <span className={styles.hint} aria-live="polite">
        {hint}
      </span>
    </footer>
  );
}

function SavingWords({ saving, readOnly }: Pick<Session, 'saving'> & { readOnly: boolean }) {
  if (saving.kind === 'problem')
    return (
      <>
        <TriangleAlert size={13} aria-hidden /> {saving.text}
      </>
    );
  if (saving.kind === 'saving') return 'Saving…';
  return readOnly ? (
    <>
      <Lock size={13} aria-hidden /> Read-only
    </>
  ) : (
    <>
      <Check size={13} aria-hidden /> Saved
    </>
  );
}

function nextStep(state: Session): string {
  const { picks, side, comparison } = state;
  const key = (id: CommandId) => keyNameOf(id, state) ?? `“${commandOf(id).label}”`;
  if (picks.left && picks.right) return canRun('link', state) ? `${key('link')} links the two` : '';
  const pick = picks[side];
  if (!pick)
    return comparison?.annotations.length === 0 ? 'Select words in an article to begin' : '';
  const other = side === 'left' ? 'right' : 'left';
  const tags = `${key('tagClaim')} tags it as claim, ${key('tagQuote')} as quote; `;
  return `${pick.kind === 'span' ? tags : ''}${key('link')} links it to what you choose in the ${other} article`;
}
