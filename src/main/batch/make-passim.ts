import { placePassages, textOfPassages } from '../../core/exchange/passim-texts';
import type { PassimPair } from '../../core/exchange/passim-pairs';
import type { Passage, PassimDocument } from '../../core/exchange/passim-record';
import type { ArticleDetails } from '../../core/model/article';
import type { Comparison } from '../../core/model/comparison';
import { SIDES, type Side } from '../../core/model/fields';
import { compareProposed, proposedKey, type ProposedLink } from '../../core/model/proposed';
import { failure, success, type Result } from '../../core/result';
import { linkKind } from '../../core/text/compare-words';
import type { Span } from '../../core/text/quote-selector';
import type { ArticleDraft } from '../../ipc/contract';
import type { Made } from './batch';
import type { Corpus } from './corpus';
import { makeComparison } from './make-comparison';

const SOURCE = 'passim';
const LONGEST_NAME = 300;

/** One document with its passages' places; a null place is one that was not found. */
interface Placed {
  readonly draft: ArticleDraft;
  readonly spans: readonly (Span | null)[];
}

/** Makes the comparison of two documents, with passim's passages as suggestions: of their texts in the corpus or, without one, of the passages. */
export async function makePassim(
  { left, right, passages }: PassimPair,
  corpus: Corpus | null,
  now: string,
): Promise<Result<Made>> {
  const placed: Partial<Record<Side, Placed>> = {};
  for (const side of SIDES) {
    const document = side === 'left' ? left : right;
    const own = passages.map((each) => each[side]);
    const found = corpus ? await inCorpus(document, own, corpus) : success(alone(document, own));
    if (!found.ok) return found;
    placed[side] = found.value;
  }
  const ends = placed as Record<Side, Placed>;
  const made = makeComparison(
    `${SOURCE} ${corpus ? 'texts' : 'passages'} ${left.id} ${right.id}`,
    { title: titleOf(left, right), left: ends.left.draft, right: ends.right.draft },
    now,
  );
  if (!made.ok) return made;
  const found = passages.flatMap(({ score }, index) => {
    const spans = [ends.left.spans[index], ends.right.spans[index]] as const;
    return spans[0] && spans[1] ? proposedLink(made.value, spans[0], spans[1], score) : [];
  });
  const lost = passages.length - found.length;
  if (found.length === 0)
    return failure('its passages are not in its texts. Is this the corpus that passim compared?');
  const notes = lost > 0 ? [`${lost} of ${passages.length} passages were not found.`] : [];
  return success({ comparison: { ...made.value, proposed: eachOnce(found) }, notes });
}

/** Without the white space around them, passages can be the same; of those, the one with the highest score. */
function eachOnce(links: readonly ProposedLink[]): readonly ProposedLink[] {
  const best = new Map(
    links.toSorted((a, b) => a.score - b.score).map((link) => [proposedKey(link), link]),
  );
  return [...best.values()].toSorted(compareProposed);
}

async function inCorpus(
  { id, details }: PassimDocument,
  passages: readonly Passage[],
  corpus: Corpus,
): Promise<Result<Placed>> {
  const found = await corpus.document(id);
  if (!found) return failure(`the corpus holds no document “${shortName(id)}”.`);
  const draft = { ...draftOf(id, known(found.details, details)), text: found.text };
  return success({ draft, spans: placePassages(found.text, passages) });
}

function alone({ id, details }: PassimDocument, passages: readonly Passage[]): Placed {
  const { text, spans } = textOfPassages(passages);
  const draft = draftOf(id, details);
  return { draft: { ...draft, title: `${draft.title} (passages only)`, text }, spans };
}

/** What is known of a document, from its own entry first and else from passim's record. */
function known(own: ArticleDetails, echoed: ArticleDetails): ArticleDetails {
  const told = Object.entries(own).filter(([, value]) => value !== '');
  return { ...echoed, ...Object.fromEntries(told) };
}

function draftOf(id: string, details: ArticleDetails): ArticleDetails {
  return { ...details, title: details.title || shortName(id) };
}

function titleOf(left: PassimDocument, right: PassimDocument): string {
  return [left, right].map(({ id, details }) => shortName(details.title || id)).join(' — ');
}

function shortName(name: string): string {
  const characters = Array.from(name);
  return characters.length > LONGEST_NAME ? `${characters.slice(0, LONGEST_NAME).join('')}…` : name;
}

function proposedLink({ left, right }: Comparison, a: Span, b: Span, score: number): ProposedLink {
  const spans = {
    left: { ...a, exact: left.text.slice(a.start, a.end) },
    right: { ...b, exact: right.text.slice(b.start, b.end) },
  };
  const kind = linkKind(spans.left.exact, spans.right.exact);
  return { ...spans, kind, score, source: SOURCE };
}
