import type { Settings } from '../../core/model/settings';
import { paintOf } from '../../core/model/tags';

/** The highlight layer of a tag; ::highlight() rules of these names are in styles/highlights.css and styles/tags.css. */
export function layerOf(tag: string, settings: Pick<Settings, 'tags'>): string {
  const paint = paintOf(tag, settings);
  if (paint === 'claim' || paint === 'quote') return paint;
  return paint === 'other' ? 'other-tag' : `tag-${paint}`;
}
