import type { Comparison } from '../model/comparison';
import { SIDES } from '../model/fields';
import { failure, success, type Result } from '../result';
import { codePointsOf } from '../text/code-points';
import { describeQuote, type Span } from '../text/quote-selector';
import {
  foreignAnnotation,
  foreignLink,
  listOf,
  properties,
  text,
  type Foreign,
  type ForeignAnnotation,
  type ForeignLink,
} from './foreign';

type Properties = Readonly<Record<string, unknown>>;

/** Whether a value of JSON is a task of Label Studio, or a list of them. */
export function isLabelStudio(value: unknown): boolean {
  const [first] = listOf(value);
  const { data, annotations, completions, predictions } = properties(first);
  return (
    typeof data === 'object' &&
    [annotations, completions, predictions].some((each) => Array.isArray(each))
  );
}

/**
 * The regions and relations of the task that is this comparison's: by its id, by its texts, or as the only one there is.
 * Regions of a task with one text are of whichever article holds them. Label Studio counts code points.
 */
export function readLabelStudio(value: unknown, comparison: Comparison): Result<Foreign> {
  const task = taskFor(listOf(value).map(properties), comparison);
  if (!task)
    return failure(
      'The file holds several tasks, and none of them is of this comparison. Export the task of these two articles alone.',
    );
  const { results, skipped } = latestResults(task);
  const readRegion = regionReader(properties(task['data']), results);
  const regions = new Map<string, ForeignAnnotation>();
  const links: ForeignLink[] = [];
  for (const result of results.filter(({ type }) => type === 'labels')) {
    const region = readRegion(result);
    regions.set(region.key, region);
    const [, ...more] = labelsOf(result);
    for (const label of more)
      skipped.push(`Label Studio’s second label ${text(label)} of “${region.exact}”.`);
  }
  for (const result of results) {
    const { type, id, from_id: from, to_id: to, labels } = result;
    if (type === 'relation')
      links.push(foreignLink(text(from), text(to), { relation: listOf(labels)[0] }));
    else if (!regions.has(text(id)))
      skipped.push(
        `Label Studio’s result of the type ${text(type) || 'unknown'} is not of a span.`,
      );
  }
  return success({ annotations: [...regions.values()], links, skipped });
}

function taskFor(tasks: readonly Properties[], comparison: Comparison): Properties | undefined {
  if (tasks.length === 1) return tasks[0];
  const data = (task: Properties) => properties(task['data']);
  return (
    tasks.find((task) => data(task)['comparison'] === comparison.id) ??
    tasks.find((task) => SIDES.every((side) => data(task)[side] === comparison[side].text))
  );
}

/** The results of the newest annotation that was not cancelled, else of the newest prediction, and what is left out. */
function latestResults({ annotations, completions, predictions }: Properties) {
  const made = [...listOf(annotations), ...listOf(completions)]
    .map(properties)
    .filter((each) => each['was_cancelled'] !== true);
  const chosen = made.at(-1) ?? listOf(predictions).at(-1);
  return {
    results: listOf(properties(chosen)['result']).map(properties),
    skipped: made
      .slice(0, -1)
      .map(() => 'An older annotation of the Label Studio task; the newest one counts.'),
  };
}

/** Makes annotations of a task's regions. */
function regionReader(
  data: Properties,
  results: readonly Properties[],
): (result: Properties) => ForeignAnnotation {
  const quoteIn = { left: quoterOf(text(data['left'])), right: quoterOf(text(data['right'])) };
  // What else is known of a region is in results of the same id.
  const answers = new Map<string, unknown>();
  for (const { id, from_name: control, value } of results) {
    const key = JSON.stringify([id, text(control).split('_').at(-1)]);
    if (!answers.has(key)) answers.set(key, value);
  }
  return (result) => {
    const id = text(result['id']);
    const said = (field: string) => {
      const { text: typed, choices } = properties(answers.get(JSON.stringify([id, field])));
      return textsOf(typed ?? choices);
    };
    const { start, end, text: exact } = properties(result['value']);
    const side = SIDES.find((each) => each === result['to_name']) ?? null;
    const span = { start: Number(start), end: Number(end) };
    return foreignAnnotation(id, side, {
      tag: labelsOf(result)[0],
      span,
      exact,
      ...(side === null ? {} : quoteIn[side](span)),
      speaker: said('speaker'),
      stance: said('stance'),
      certainty: said('certainty'),
      note: said('note') || textsOf(properties(result['meta'])['text']),
      origin: text(result['origin']).startsWith('prediction') ? 'suggested' : 'manual',
    });
  };
}

function labelsOf({ value }: Properties): readonly unknown[] {
  return listOf(properties(value)['labels']);
}

function textsOf(value: unknown): string {
  return listOf(value)
    .filter((each) => typeof each === 'string')
    .join('\n');
}

/** Tells what stands at a span of a task's own text, which is surer than what a region says. */
function quoterOf(task: string): (span: Span) => object {
  const points = codePointsOf(task);
  return ({ start, end }) =>
    start >= 0 && start < end && end <= points.length
      ? describeQuote(task, { start: points.toUtf16(start), end: points.toUtf16(end) })
      : {};
}
