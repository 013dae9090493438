// Notes of rectification beside the record they are about, so that nobody reads the one without the other.
import type { RectificationNote } from '../../../kernel/records/rectification.ts';
import { type Html, html } from '../../../kernel/pages/html.ts';
import { showDay } from './day.ts';

const standing: Record<string, (note: RectificationNote) => string> = {
  open: () => 'Somebody says that this record is wrong. It is being looked into.',
  accepted: ({ decided_on }) =>
    `This record was found wrong on ${showDay(decided_on ?? '')}. Read it with this note.`,
  kept: ({ decided_on }) =>
    `Somebody says that this record is wrong. It was looked into on ${showDay(decided_on ?? '')} and stands as it is, with this note.`,
};

/** Nothing where there is none. */
export function rectificationNotes(notes: readonly RectificationNote[]): Html {
  return html`${notes.map(
    (one) =>
      html`<section class="govuk-inset-text gt-rectification" aria-label="Note of rectification"><p class="govuk-body"><strong>${standing[one.state]?.(one) ?? 'A note stands beside this record.'}</strong></p>${one.note !== '' && html`<p class="govuk-body">${one.note}</p>`}<p class="govuk-hint">Said to be wrong: ${one.disputed}. Raised on ${showDay(one.raised_on)}.</p></section>`,
  )}`;
}

/** The way to have a note put beside a record, for whoever may. */
export function rectificationAct(ref: string): { href: string; text: string } {
  const search = new URLSearchParams({ about_ref: ref }).toString();
  return {
    href: `/information-governance/rectifications/new?${search}`,
    text: 'Record that somebody says this is wrong',
  };
}
