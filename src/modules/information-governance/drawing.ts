// Small pieces that the pages of information governance draw alike.
import { type Html, html } from '../../kernel/pages/html.ts';
import { kindWord } from './declared.ts';
import { showDay } from '../../surfaces/web/components/day.ts';

export const home = { text: 'Information governance', href: '/information-governance' };

export function link(href: string, text: string): Html {
  return html`<a class="govuk-link" href="${href}">${text}</a>`;
}

export function buttonLink(href: string, text: string): Html {
  return html`<a class="govuk-button" role="button" draggable="false" data-module="govuk-button" href="${href}">${text}</a>`;
}

/** A record by its title where it may be shown, otherwise by its kind and number; with the way to its page. */
export function recordLink(record: { ref: string; title?: string | null; path?: string | null }): Html {
  const kind = kindWord(record.ref);
  const { path } = record;
  if (record.title && path) {
    return html`${link(path, record.title)} <span class="gt-ref">(${kind.toLowerCase()})</span>`;
  }
  const number = html`<code class="gt-ref">${record.ref.slice(record.ref.indexOf('/') + 1)}</code>`;
  return path ? html`${link(path, kind)} ${number}` : html`${kind} ${number}`;
}

export function byOn(name: string | null, on: string | null): string {
  if (on === null) return 'Not yet';
  return `${name ?? 'The operator'}, ${showDay(on)}`;
}
