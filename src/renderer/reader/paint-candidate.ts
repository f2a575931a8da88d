import type { Side } from '../../core/model/fields';
import type { Span } from '../../core/text/quote-selector';
import { domOf } from './doms';
import { layer } from './layers';

/** Marks one candidate in its article, in place of the one before; none with null. */
export function paintCandidate(
  candidate: { readonly side: Side; readonly span: Span } | null,
): void {
  const painted = layer('candidate');
  // Each change has Chromium rebuild every mark, this one, too.
  if (painted.size > 0) painted.clear();
  const range = candidate && domOf(candidate.side)?.rangeOf(candidate.span);
  if (range) painted.add(range);
}
