import { useEffect, useMemo, useState } from 'react';
import { differenceTo, returnTo, type Difference } from '../../core/edit/build-return';
import type { Annotation } from '../../core/model/annotation';
import type { Comparison } from '../../core/model/comparison';
import { lookupOf } from '../../core/lookup/lookup';
import type { Result } from '../../core/result';
import { goBackTo } from '../client/earlier';
import { copyEarlier } from '../client/navigation';
import { useSession } from '../client/session';
import { count, formatDay, shorten, tagName } from '../client/words';
import dialogs from './dialogs.module.css';
import styles from './earlier-dialog.module.css';
import { closeDialog, Modal } from './modal';

/** The most annotations that are listed of each kind of difference. */
const LISTED = 200;

/** The open comparison as it was on earlier days: what was different, with ways to go back or to keep it as a copy. */
export function EarlierDialog() {
  const comparison = useSession((state) => state.comparison);
  const id = comparison?.id ?? '';
  const days = useAnswer(id, () => window.diptych.earlierDays(id));
  const [chosen, setChosen] = useState<string | null>(null);
  const day = chosen ?? (days?.ok ? newestOf(days.value) : null);
  const then = useAnswer(day, (each) => window.diptych.openEarlier(id, each));
  const isOther = useMemo(
    () => comparison !== null && then?.ok === true && returnTo(comparison, then.value, '') !== null,
    [comparison, then],
  );
  if (!comparison) return null;
  const problem = [days, then].find((answer) => answer?.ok === false);
  return (
    <Modal title="Earlier versions" wide>
      <p className={dialogs.help}>
        Diptych keeps a comparison as it was on the last seven days on which it was changed, then on
        one day of each of four weeks.
      </p>
      {problem?.ok === false && <p role="alert">{problem.problem}</p>}
      {day !== null && days?.ok && (
        <div className={styles.versions}>
          <fieldset className={styles.days}>
            <legend>As it was at the end of</legend>
            {days.value.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="day"
                  checked={each === day}
                  onChange={() => setChosen(each)}
                />
                {formatDay(each)}
                {each === today() && ' (today so far)'}
              </label>
            ))}
          </fieldset>
          {then?.ok && <Version day={day} isOther={isOther} now={comparison} then={then.value} />}
        </div>
      )}
      <p className={dialogs.buttons}>
        <button type="button" className={dialogs.button} onClick={closeDialog}>
          Close
        </button>
        {day !== null && then?.ok && (
          <>
            <button
              type="button"
              className={dialogs.button}
              onClick={() => void copyEarlier(id, day)}
            >
              Open as a copy
            </button>
            <button
              type="button"
              className={dialogs.primary}
              aria-disabled={!isOther}
              onClick={() => isOther && goBackTo(then.value, day)}
            >
              Go back to it
            </button>
          </>
        )}
      </p>
    </Modal>
  );
}

/** The newest of the days before today, else today, if there is a copy of it; null when there is none at all. */
function newestOf(days: readonly string[]): string | null {
  return days.find((day) => day !== today()) ?? days[0] ?? null;
}

/** The day now, in UTC as the copies are named. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** What main answers to a question about something; null while it has not. */
function useAnswer<T, A>(about: A | null, ask: (about: A) => Promise<Result<T>>): Result<T> | null {
  const [answered, setAnswered] = useState<{ about: A; answer: Result<T> } | null>(null);
  useEffect(() => {
    let stale = false;
    if (about !== null)
      void ask(about).then((answer) => {
        if (!stale) setAnswered({ about, answer });
      });
    return () => {
      stale = true;
    };
    // The question is the same for the same thing.
    // eslint-disable-next-line react/exhaustive-deps
  }, [about]);
  return answered && answered.about === about ? answered.answer : null;
}

function Version({
  day,
  isOther,
  now,
  then,
}: {
  day: string;
  isOther: boolean;
  now: Comparison;
  then: Comparison;
}) {
  const { claims, quotes, links } = lookupOf(then).summary;
  const difference = useMemo(() => differenceTo(now, then), [now, then]);
  const { annotations } = difference;
  return (
    <section className={styles.version} aria-label={`As it was on ${formatDay(day)}`}>
      <p aria-live="polite">
        {count(claims, 'claim')}, {count(quotes, 'quote')}, {count(links, 'link')}.{' '}
        {isOther
          ? 'Going back is one step; Undo takes it back. Against now:'
          : 'Nothing is different now.'}
      </p>
      <Articles difference={difference} />
      <Group title="Coming back" annotations={annotations.back} />
      <Group title="Going away" annotations={annotations.away} />
      <Group title="Changing to" annotations={annotations.changed} />
      <Rest difference={difference} />
    </section>
  );
}

/** What would be said of the comparison and its articles, and whose texts would be others. */
function Articles({ difference: { title, texts, details } }: { difference: Difference }) {
  if (title === null && texts.length + details.length === 0) return null;
  return (
    <>
      <h3>Articles</h3>
      <ul>
        {title !== null && (
          <li dir="auto">
            <span>Title of the comparison:</span> {shorten(title, 140)}
          </li>
        )}
        {texts.map((side) => (
          <li key={side}>
            <span>{tagName(side)} article: the text as it was</span>
          </li>
        ))}
        {details.map(({ side, field, value }) => (
          <li key={`${side} ${field}`} dir="auto">
            <span>
              {tagName(side)} article, {DETAIL_NAMES[field]}:
            </span>{' '}
            {value === '' ? <span>none</span> : shorten(value, 140)}
          </li>
        ))}
      </ul>
    </>
  );
}

const DETAIL_NAMES = {
  title: 'title',
  outlet: 'outlet',
  author: 'author',
  date: 'date',
  url: 'URL',
  language: 'language',
} as const;

/** What is only counted. */
function Rest({ difference: { links, rejections } }: { difference: Difference }) {
  const counts = [
    { what: 'Coming back', number: links.back.length },
    { what: 'Going away', number: links.away.length },
    { what: 'Changing', number: links.changed.length },
  ].flatMap(({ what, number }) => (number === 0 ? [] : `${what}: ${count(number, 'link')}.`));
  if (rejections > 0)
    counts.push(`Turned down or proposed again: ${count(rejections, 'suggestion')}.`);
  return counts.length > 0 && <p className={styles.links}>{counts.join(' ')}</p>;
}

function Group({
  title,
  annotations,
}: {
  title: string;
  annotations: readonly Pick<Annotation, 'id' | 'tag' | 'side' | 'exact'>[];
}) {
  if (annotations.length === 0) return null;
  const more = annotations.length - LISTED;
  return (
    <>
      <h3>
        {title}: {count(annotations.length, 'annotation')}
      </h3>
      <ul>
        {annotations.slice(0, LISTED).map(({ id, tag, side, exact }) => (
          <li key={id} dir="auto">
            <span>
              {tagName(tag)}, {side}
            </span>{' '}
            {shorten(exact, 140)}
          </li>
        ))}
        {more > 0 && <li>and {more.toLocaleString('en')} more</li>}
      </ul>
    </>
  );
}
