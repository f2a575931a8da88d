import { z } from '../zod';
import { lineSchema, linkKindSchema } from './fields';
import { rejectionKey, spanSchema } from './rejection';
import { spanProblem } from './span-problem';

/** A link that another program proposes, named by `source`; `score` is 0..1, offsets are UTF-16 code units. */
export const proposedLinkSchema = z
  .strictObject({
    left: spanSchema,
    right: spanSchema,
    kind: linkKindSchema,
    score: z.number().min(0).max(1),
    source: lineSchema,
  })
  .readonly();

export type ProposedLink = z.infer<typeof proposedLinkSchema>;

/** What tells one proposed link from another: that of the suggestion it is shown as. A comparison holds each once. */
export function proposedKey({ left, right }: Pick<ProposedLink, 'left' | 'right'>): string {
  return rejectionKey({ kind: 'link', left, right });
}

/** Orders proposed links by their places, those of the left article first. */
export function compareProposed(a: ProposedLink, b: ProposedLink): number {
  return (
    a.left.start - b.left.start ||
    a.left.end - b.left.end ||
    a.right.start - b.right.start ||
    a.right.end - b.right.end
  );
}

/** Why two texts cannot hold a proposed link, or null when they can. */
export function proposedProblem(
  texts: { readonly left: string; readonly right: string },
  { left, right }: ProposedLink,
): string | null {
  return spanProblem(texts.left, left) ?? spanProblem(texts.right, right);
}
