import { BUILT_IN_TAGS } from '../model/annotation';
import type { Comparison } from '../model/comparison';
import { BUILT_IN_RELATIONS } from '../model/link';
import type { Names, WriteContext } from './format';

/** The names that a comparison uses. */
export function namesIn({ annotations, links }: Pick<Comparison, 'annotations' | 'links'>): Names {
  return {
    tags: new Set(annotations.map(({ tag }) => tag)),
    relations: new Set(links.map(({ relation }) => relation)),
  };
}

/** The names another tool is to offer: the built-in ones, those of the workspace, then those that are used besides. */
export function offeredNames(used: Names, { settings }: Pick<WriteContext, 'settings'>): Names {
  return {
    tags: new Set([...BUILT_IN_TAGS, ...settings.tags.map(({ name }) => name), ...used.tags]),
    relations: new Set([...BUILT_IN_RELATIONS, ...settings.relations, ...used.relations]),
  };
}
