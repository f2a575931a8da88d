import { FileSpreadsheet, Folder, Network } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { reportLine, type BatchReport, type Remark } from '../../core/exchange/batch-report';
import type { ChosenBatch } from '../../ipc/contract';
import { chooseBatch, copyReport, dropBatch, makeBatch, stopBatch } from '../client/batch';
import { useSession } from '../client/session';
import { count } from '../client/words';
import { closeDialog, Modal } from '../dialogs/modal';
import { BatchProgressBar } from './batch-progress';
import styles from './batch.module.css';

const SOURCES = [
  {
    kind: 'table',
    icon: FileSpreadsheet,
    label: 'From a table…',
    help: 'CSV, TSV or JSON lines; one row a pair, with the columns left and right.',
  },
  {
    kind: 'folder',
    icon: Folder,
    label: 'From a folder…',
    help: 'Files named alike, such as x.left.txt and x.right.txt, or the folders left and right.',
  },
  {
    kind: 'passim',
    icon: Network,
    label: 'From passim…',
    help: 'Reuse found in many articles; the aligned passages become suggestions.',
  },
] as const;

/** New comparisons from a table, a folder or passim's output: chosen, looked at, made, reported. */
export function BatchDialog() {
  const batch = useSession((state) => state.batch);
  const content = useRef<HTMLDivElement>(null);
  // What had the focus goes with its step; the next one begins at its first control.
  useEffect(() => {
    const dialog = content.current;
    if (dialog && !dialog.contains(document.activeElement))
      dialog.querySelector<HTMLElement>('[data-first]')?.focus();
  }, [batch.step]);
  return (
    <Modal title="New comparisons" wide>
      <div ref={content} className={styles.content}>
        {batch.step === 'choosing' && <Sources problem={batch.problem} />}
        {batch.step === 'looking' && (
          <>
            <p role="status">Looking through it…</p>
            <p className={styles.buttons}>
              <button type="button" data-first className={styles.button} onClick={stopBatch}>
                Cancel
              </button>
            </p>
          </>
        )}
        {batch.step === 'chosen' && <Chosen chosen={batch.chosen} problem={batch.problem} />}
        {batch.step === 'making' && <BatchProgressBar progress={batch.progress} />}
        {batch.step === 'made' && <Report report={batch.report} />}
      </div>
    </Modal>
  );
}

function Sources({ problem }: { problem: string | null }) {
  return (
    <>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <ul className={styles.sources}>
        {SOURCES.map(({ kind, icon: Icon, label, help }, index) => (
          <li key={kind}>
            <button
              type="button"
              className={styles.source}
              aria-describedby={`batch-${kind}`}
              data-first={index === 0 || undefined}
              onClick={() => void chooseBatch(kind)}
            >
              <Icon size={18} aria-hidden /> {label}
            </button>
            <p id={`batch-${kind}`}>{help}</p>
          </li>
        ))}
      </ul>
      <p className={styles.buttons}>
        <button type="button" className={styles.button} onClick={closeDialog}>
          Close
        </button>
      </p>
    </>
  );
}

function Chosen({
  chosen: { kind, name, corpus, preview },
  problem,
}: {
  chosen: ChosenBatch;
  problem: string | null;
}) {
  const { pairs, problems, notes } = preview;
  const makeable = preview.count - problems.length;
  const rest = makeable - pairs.length;
  return (
    <>
      <p>
        <strong dir="auto">{name}</strong>: {count(makeable, 'pair')}
        {problems.length > 0 && `, ${count(problems.length, 'problem')}`}
      </p>
      {notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {kind === 'passim' && (
        <p>
          <button
            type="button"
            className={styles.button}
            onClick={() => void chooseBatch('corpus')}
          >
            {corpus === null ? 'Add the corpus…' : 'Another corpus…'}
          </button>{' '}
          {corpus !== null && <span dir="auto">{corpus}</span>}
        </p>
      )}
      {pairs.length > 0 && (
        <div className={styles.scroll} role="region" aria-label="First pairs" tabIndex={0}>
          <table className={styles.pairs}>
            <thead>
              <tr>
                <th scope="col">Left</th>
                <th scope="col">Right</th>
              </tr>
            </thead>
            <tbody>
              {pairs.map(({ where, left, right }) => (
                <tr key={where}>
                  <td dir="auto">{left}</td>
                  <td dir="auto">{right}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {rest > 0 && <p className={styles.note}>and {rest.toLocaleString('en')} more</p>}
        </div>
      )}
      <Remarks title="Problems" remarks={problems} />
      <p className={styles.buttons}>
        <button type="button" className={styles.button} onClick={dropBatch}>
          Back
        </button>
        {makeable > 0 && (
          <button
            type="button"
            data-first
            className={styles.primary}
            onClick={() => void makeBatch()}
          >
            Make {count(makeable, 'comparison')}
          </button>
        )}
      </p>
    </>
  );
}

function Report({ report }: { report: BatchReport }) {
  return (
    <>
      <p>
        {reportLine(report)}
        {report.cancelled &&
          ' What is made stays; the same source can be imported again for the rest.'}
      </p>
      <Remarks title="Failed" remarks={report.failed} />
      <Remarks title="Notes" remarks={report.notes} />
      <p className={styles.buttons}>
        <button type="button" className={styles.button} onClick={() => void copyReport()}>
          Copy report
        </button>
        <button type="button" data-first className={styles.primary} onClick={closeDialog}>
          Close
        </button>
      </p>
    </>
  );
}

const SHOWN = 200;

/** What is to be said of single items; of very many, the first. */
function Remarks({ title, remarks }: { title: string; remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <section className={styles.scroll} aria-label={title} tabIndex={0}>
      <h3>{title}</h3>
      <ul className={styles.remarks}>
        {remarks.slice(0, SHOWN).map(({ where, text }, index) => (
          <li key={index} dir="auto">
            <strong>{where}</strong>: {text}
          </li>
        ))}
      </ul>
      {remarks.length > SHOWN && (
        <p className={styles.note}>and {(remarks.length - SHOWN).toLocaleString('en')} more</p>
      )}
    </section>
  );
}
