import type { Comparison } from '../model/comparison';
import { SIDES } from '../model/fields';
import { failure, success, type Result } from '../result';
import { codePointsOf } from '../text/code-points';
import { describeQuote } from '../text/quote-selector';
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
  const results = latestResults(task);
  const regions = new Map<string, ForeignAnnotation>();
  const links: ForeignLink[] = [];
  const skipped: string[] = [];
  for (const result of results.filter(({ type }) => type === 'labels')) {
    const region = regionOf(result, properties(task['data']), results);
    regions.set(region.key, region);
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

/** The results of the newest annotation that was not cancelled, else of the newest prediction. */
function latestResults({
  annotations,
  completions,
  predictions,
}: Properties): readonly Properties[] {
  const made = [...listOf(annotations), ...listOf(completions)].map(properties);
  const chosen =
    made.findLast((each) => each['was_cancelled'] !== true) ?? listOf(predictions).at(-1);
  return listOf(properties(chosen)['result']).map(properties);
}

function regionOf(
  result: Properties,
  data: Properties,
  results: readonly Properties[],
): ForeignAnnotation {
  const id = text(result['id']);
  const { start, end, text: exact, labels } = properties(result['value']);
  // What else is known of a region is in results of the same id.
  const said = (field: string) => {
    const answer = results.find(
      (each) => each['id'] === id && text(each['from_name']).split('_').at(-1) === field,
    );
    const { text: typed, choices } = properties(answer?.['value']);
    return listOf(typed ?? choices)
      .filter((each) => typeof each === 'string')
      .join('\n');
  };
  const side = SIDES.find((each) => each === result['to_name']) ?? null;
  const span = { start: Number(start), end: Number(end) };
  return foreignAnnotation(id, side, {
    tag: listOf(labels)[0],
    span,
    exact,
    ...(side === null ? {} : quoteIn(text(data[side]), span)),
    speaker: said('speaker'),
    stance: said('stance'),
    certainty: said('certainty'),
    note: said('note') || listOf(properties(result['meta'])['text']).join('\n'),
    origin: text(result['origin']).startsWith('prediction') ? 'suggested' : 'manual',
  });
}

/** What stands at a span of a task's own text, which is surer than what a region says. */
function quoteIn(task: string, { start, end }: { start: number; end: number }): object {
  const points = codePointsOf(task);
  if (!(start >= 0 && start < end && end <= points.length)) return {};
  return describeQuote(task, { start: points.toUtf16(start), end: points.toUtf16(end) });
}
