// Small pieces that the pages of the ground-floor rooms draw alike: terms of office, links to acts, what is not recorded.
import { type Html, html } from '../kernel/pages/html.ts';
import { showDay } from '../surfaces/web/components/day.ts';

export { showDay, showInstant } from '../surfaces/web/components/day.ts';

export const notRecorded: Html = html`<span class="gt-figure__gap">Not recorded</span>`;

export function orNotRecorded(text: string | null | undefined): Html {
  return text ? html`${text}` : notRecorded;
}

export function showDayOrNot(day: string | null): Html {
  return day === null ? notRecorded : html`${showDay(day)}`;
}

/** "Since 1 April 2024", "1 April 2024 to 3 May 2025", "Until 3 May 2025". */
export function showTerm(fromOn: string | null, untilOn: string | null): string {
  if (fromOn === null && untilOn === null) return 'Dates not recorded';
  if (fromOn === null) return `Until ${showDay(untilOn ?? '')}`;
  return untilOn === null ? `Since ${showDay(fromOn)}` : `${showDay(fromOn)} to ${showDay(untilOn)}`;
}

export function link(href: string, text: string): Html {
  return html`<a class="govuk-link" href="${href}">${text}</a>`;
}

export interface Act {
  href: string;
  text: string;
}

/** Links to what can be done from a page; nothing where nothing can. */
export function acts(list: readonly (Act | false)[]): Html {
  const offered = list.filter((act) => act !== false);
  if (offered.length === 0) return html``;
  return html`<ul class="govuk-list">${offered.map(({ href, text }) => html`<li>${link(href, text)}</li>`)}</ul>`;
}

/** Says that a long list is cut on the page; the download is never cut. */
export const mostRows = 500;
export function cutNote(total: number): Html | false {
  return (
    total > mostRows &&
    html`<p class="govuk-body">Showing the first ${mostRows} of ${total}. Filter the list, or download all of it.</p>`
  );
}

/** The address of a list with these filters; empty ones are left out. */
export function addressWith(path: string, search: Record<string, string | undefined>): string {
  const kept = Object.entries(search).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return kept.length === 0 ? path : `${path}?${new URLSearchParams(kept).toString()}`;
}
