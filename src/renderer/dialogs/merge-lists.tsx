import type { Conflict } from '../../core/edit/build-merge';
import styles from './merge-dialog.module.css';

/** The most records that are listed of each kind; the others go the usual way. */
const LISTED = 200;

interface Named {
  readonly id: string;
}

/** What both have in different versions, each with the choice between the two; `chosen` are those taken from the copy. */
export function ChangedInBoth<T extends Named>({
  conflicts,
  wordsOf,
  chosen,
  onChoose,
}: {
  conflicts: readonly Conflict<T>[];
  wordsOf: (record: T) => string;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  return (
    <>
      {conflicts.slice(0, LISTED).map(({ ours, theirs }) => (
        <fieldset key={ours.id} className={styles.conflict}>
          <legend className="unseen">{wordsOf(ours)}</legend>
          {([ours, theirs] as const).map((version) => {
            const isTheirs = version === theirs;
            return (
              <label key={String(isTheirs)}>
                <input
                  type="radio"
                  name={`version of ${ours.id}`}
                  checked={chosen.has(ours.id) === isTheirs}
                  onChange={() => onChoose(withId(chosen, ours.id, isTheirs))}
                />
                <span>{isTheirs ? 'In the copy' : 'Here'}</span>
                <span dir="auto">{wordsOf(version)}</span>
              </label>
            );
          })}
        </fieldset>
      ))}
      <More number={conflicts.length - LISTED} words="more stay as they are here" />
    </>
  );
}

/** What is only in the copy, each to be taken or left. */
export function OnlyInCopy<T extends Named>({
  records,
  wordsOf,
  left,
  onLeave,
}: {
  records: readonly T[];
  wordsOf: (record: T) => string;
  left: ReadonlySet<string>;
  onLeave: (left: ReadonlySet<string>) => void;
}) {
  if (records.length === 0) return null;
  return (
    <ul className={styles.records}>
      {records.slice(0, LISTED).map((record) => (
        <li key={record.id}>
          <label>
            <input
              type="checkbox"
              checked={!left.has(record.id)}
              onChange={({ target }) => onLeave(withId(left, record.id, !target.checked))}
            />
            <span dir="auto">{wordsOf(record)}</span>
          </label>
        </li>
      ))}
      <More number={records.length - LISTED} words="more come" as="li" />
    </ul>
  );
}

function More({
  number,
  words,
  as: Element = 'p',
}: {
  number: number;
  words: string;
  as?: 'p' | 'li';
}) {
  return number > 0 ? (
    <Element>
      and {number.toLocaleString('en')} {words}
    </Element>
  ) : null;
}

function withId(ids: ReadonlySet<string>, id: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}
