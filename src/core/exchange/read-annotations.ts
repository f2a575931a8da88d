import type { Comparison } from '../model/comparison';
import { SIDES } from '../model/fields';
import { failure, success, type Result } from '../result';
import { parseExport, FORMAT, type Export } from './diptych-json-schema';
import { foreignAnnotation, foreignLink, listOf, properties, type Foreign } from './foreign';
import type { ExportedFile } from './format';
import { holdsTooMuch } from './json-values';
import { readBrat } from './read-brat';
import { readCsv } from './read-csv';
import { isLabelStudio, readLabelStudio } from './read-label-studio';
import { isWebAnnotation, readWebAnnotation } from './read-web-annotation';

/**
 * The annotations that files hold for a comparison, whichever of the formats they are in. Several files are one export:
 * a table of annotations and one of links, or brat's annotations and their document.
 */
export function readAnnotations(
  files: readonly ExportedFile[],
  comparison: Comparison,
): Result<Foreign> {
  const ending = (pattern: RegExp) => files.filter(({ name }) => pattern.test(name));
  const tables = ending(/\.[ct]sv$/i);
  const others = files.filter((file) => !tables.includes(file) && !BESIDE.test(file.name));
  if (others.length + Math.min(tables.length, 1) > 1)
    return failure(
      'More than one export was chosen. Import them one after the other; only the files of one export go together.',
    );
  const [standoff] = ending(/\.ann$/i);
  if (standoff)
    return success(readBrat(standoff.text, ending(/\.txt$/i)[0]?.text ?? null, comparison));
  if (tables.length > 0)
    return readCsv(
      tables.map(({ text }) => text),
      comparison,
    );
  return readJson((others[0] ?? files[0])?.text ?? '', comparison);
}

/** What brat and Label Studio have beside their annotations. */
const BESIDE = /\.(?:txt|conf|xml)$/i;

function readJson(text: string, comparison: Comparison): Result<Foreign> {
  if (holdsTooMuch(text))
    return failure(
      'It holds more values than the annotations of any comparison do. Export those of this one alone.',
    );
  const value = parse(text);
  if (value === undefined)
    return failure(
      'It is none of the formats that Diptych reads annotations from: Diptych JSON, JSON lines, Web Annotation JSON-LD, Label Studio JSON, brat (.ann) and CSV.',
    );
  if (listOf(value).some((each) => properties(each)['format'] === FORMAT))
    return readDiptych(listOf(value), comparison);
  if (isLabelStudio(value)) return readLabelStudio(value, comparison);
  if (isWebAnnotation(value)) return success(readWebAnnotation(value, comparison));
  return failure(
    'It is JSON, but holds neither a Diptych comparison nor Web Annotations nor a Label Studio task.',
  );
}

/** What a file of JSON, or of JSON lines, says; undefined when it is neither. */
function parse(text: string): unknown {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json) as unknown;
  } catch {
    try {
      const lines = json.split('\n').filter((line) => line.trim() !== '');
      return lines.length > 1 ? lines.map((line) => JSON.parse(line) as unknown) : undefined;
    } catch {
      return undefined;
    }
  }
}

function readDiptych(values: readonly unknown[], comparison: Comparison): Result<Foreign> {
  const chosen =
    values.length === 1
      ? values[0]
      : (values.find((each) => properties(each)['id'] === comparison.id) ??
        values.find((each) => isOfTexts(each, comparison)));
  if (chosen === undefined)
    return failure('It holds several comparisons, and none of them is this one.');
  const checked = parseExport(chosen);
  return checked.ok
    ? success(fromExport(checked.value))
    : failure('It is a Diptych file, but damaged, changed by hand or of a newer Diptych.');
}

/** Whether an exported comparison is of the same texts. */
function isOfTexts(value: unknown, comparison: Comparison): boolean {
  const articles = properties(properties(value)['articles']);
  return SIDES.every((side) => properties(articles[side])['sha256'] === comparison[side].sha256);
}

/** What waits for a place there is looked for here like the rest, by its text. */
function fromExport({ annotations, links, unplaced }: Export): Foreign {
  return {
    annotations: [
      ...annotations.map(({ id, article, start, end, ...rest }) =>
        foreignAnnotation(id, article, { ...rest, span: { start, end } }),
      ),
      ...unplaced.annotations.map(({ id, article, ...rest }) =>
        foreignAnnotation(id, article, rest),
      ),
    ],
    links: [...links, ...unplaced.links].map(({ left, right, ...rest }) =>
      foreignLink(left, right, rest),
    ),
    skipped: [],
  };
}
