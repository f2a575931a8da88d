import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOW, workedComparisons } from '../testing/arbitraries';
import type { Annotation } from '../model/annotation';
import { apply } from './apply';
import { deleteAnnotations, retagAll } from './build-bulk-edits';
import { editSchema } from './edit';

const AUTHOR = { by: 'tester', now: NOW, newId: () => 'new' };

test('deleteAnnotations takes annotations and their links away in one step that is undone exactly', () => {
  fc.assert(
    fc.property(workedComparisons, fc.func(fc.boolean()), (comparison, wanted) => {
      const chosen = comparison.annotations.filter(({ id }) => wanted(id));
      const edit = deleteAnnotations(comparison, chosen);
      expect(edit === null).toBe(chosen.length === 0);
      if (!edit) return;
      const applied = apply(comparison, editSchema.parse(edit));
      if (!applied.ok) throw new Error(applied.problem);
      const { annotations, links } = applied.value.comparison;
      const left = new Set(annotations.map(({ id }) => id));
      expect(annotations).toEqual(comparison.annotations.filter((each) => !chosen.includes(each)));
      expect(links).toEqual(
        comparison.links.filter((each) => left.has(each.left) && left.has(each.right)),
      );
      expect(apply(applied.value.comparison, applied.value.inverse)).toMatchObject({
        value: { comparison },
      });
    }),
  );
});

test('retagAll changes those that have another tag, in one step that is undone exactly', () => {
  fc.assert(
    fc.property(workedComparisons, (comparison) => {
      const edit = retagAll(comparison.annotations, 'quote', AUTHOR);
      expect(edit === null).toBe(comparison.annotations.every(({ tag }) => tag === 'quote'));
      if (!edit) return;
      const applied = apply(comparison, editSchema.parse(edit));
      if (!applied.ok) throw new Error(applied.problem);
      const { annotations } = applied.value.comparison;
      expect(annotations.every(({ tag }) => tag === 'quote')).toBe(true);
      expect(annotations).toHaveLength(comparison.annotations.length);
      expect(apply(applied.value.comparison, applied.value.inverse)).toMatchObject({
        value: { comparison },
      });
    }),
  );
});

test('the names of bulk edits count what they change', () => {
  const [comparison] = fc.sample(
    workedComparisons.filter(({ annotations }) => annotations.length > 2),
    1,
  );
  if (!comparison) throw new Error('no sample');
  const { annotations } = comparison;
  const [first, second] = annotations as [Annotation, Annotation];
  expect(deleteAnnotations(comparison, annotations)?.name).toBe(
    `Delete ${annotations.length} annotations`,
  );
  expect(deleteAnnotations(comparison, [first])?.name).toBe(`Delete ${first.tag}`);
  expect(retagAll([first, second], 'figures', AUTHOR)?.name).toBe(
    'Change 2 annotations to figures',
  );
  expect(retagAll([first], 'figures', AUTHOR)?.name).toBe('Change to figures');
});
