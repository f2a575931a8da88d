import { lookupOf } from '../../core/lookup/lookup';
import type { ArticleDetails } from '../../core/model/article';
import { SIDES } from '../../core/model/fields';
import { takesText } from './focus';
import { currentLink } from './linking';
import { session, update, type Session } from './session';
import { formatDay, linkTitle } from './words';

/** A text of an article with its source: "“…” — The Ledger, 3 May 2026, City shuts bridge". */
export function quotation(exact: string, { outlet, date, title }: ArticleDetails): string {
  const source = [outlet, date && formatDay(date), title].filter(Boolean).join(', ');
  const quoted = `“${exact.replaceAll(/\s+/g, ' ').trim()}”`;
  return source ? `${quoted} — ${source}` : quoted;
}

/** What is picked, with its source; null when nothing is. */
export function quotationOf({ comparison, picks, side }: Session): string | null {
  const pick = picks[side];
  if (!comparison || !pick) return null;
  const { start, end } =
    pick.kind === 'span' ? pick.span : (lookupOf(comparison).annotation(pick.id) ?? NOTHING);
  return start < end ? quotation(comparison[side].text.slice(start, end), comparison[side]) : null;
}

const NOTHING = { start: 0, end: 0 };

/** The current link: what both articles say, each with its source, and how the two are related; null without one. */
function linkQuotation(state: Session): string | null {
  const link = currentLink(state);
  if (!state.comparison || !link) return null;
  const { comparison } = state;
  const lookup = lookupOf(comparison);
  const said = SIDES.map((side) => {
    const exact = lookup.annotation(link[side])?.exact ?? '';
    return quotation(exact, comparison[side]);
  });
  return [...said, linkTitle(link), ...(link.note ? [link.note] : [])].join('\n');
}

/** Copies what the current link ties, with the sources. */
export async function copyLink(state: Session): Promise<void> {
  const text = linkQuotation(state);
  if (text === null) return;
  await window.diptych.copyText(text);
  update({ notice: { tone: 'info', text: 'The link is copied with its sources.' } });
}

/** Copies what is picked, with its source. */
export async function copyWithSource(state: Session): Promise<void> {
  const text = quotationOf(state);
  if (text === null) return;
  await window.diptych.copyText(text);
  update({ notice: { tone: 'info', text: 'Copied with its source.' } });
}

/** Gives the page's own copying what is picked, where neither a field nor a selection has something to copy. */
export function handleCopy(event: ClipboardEvent): void {
  if (takesText(event.target) || window.getSelection()?.isCollapsed === false) return;
  const text = quotationOf(session());
  if (text === null || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', text);
  event.preventDefault();
}
