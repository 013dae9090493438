// Draws, on the page of any record that a circle may close: who may see it, how it is to be handled, who looked, and the
// act that moves it.
import { type Html, html } from '../../kernel/pages/html.ts';
import type { View } from '../../kernel/pages/page.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { details } from '../../surfaces/web/components/details.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { rectificationAct, rectificationNotes } from '../../surfaces/web/components/rectification-notes.ts';
import { acts, showDay, showInstant } from '../drawing.ts';
import { handlingReviewDue } from './circle.ts';
import { type Look, wayOf } from './statements/look.ts';
import type { Placement } from './placement.operations.ts';

/** At the head of the page: what was taken out of it, who may see it on which conditions, and what somebody says is wrong. */
export function recordNotes(placement: Placement, today: string): Html {
  return html`${circleNote(placement, today)}${rectificationNotes(placement.rectifications)}`;
}

function circleNote({ circle, redactions }: Placement, today: string): Html | false {
  const taken = redactions.map(
    ({ field, redacted_on, reason }) =>
      html`<p class="govuk-body"><strong>${field === 'file' ? 'A file was removed' : 'A passage was redacted'} on ${showDay(redacted_on)}.</strong> ${reason}</p>`,
  );
  if (circle === null) return taken.length > 0 && insetText({ html: html`${taken}` });
  const { name, originator, handling, review_on } = circle;
  return insetText({
    html: html`${taken}<p class="govuk-body">Only the people of the circle “${name}” can see this record.</p>${
      originator !== null &&
      html`<p class="govuk-body"><strong>${originator} keeps control of it.</strong> Ask them before it is moved, downloaded or quoted outside the circle.</p>`
    }${handling !== null && html`<p class="govuk-body">Handling conditions: ${handling}</p>`}${
      review_on !== null &&
      html`<p class="govuk-body">${
        handlingReviewDue(review_on, today)
          ? html`<strong>The conditions were to be looked at again on ${showDay(review_on)}.</strong>`
          : `The conditions are looked at again on ${showDay(review_on)}.`
      }</p>`
    }`,
  });
}

/** At the foot of the page: who may see it, the act to change that, and who looked. */
export function whoMaySee(placement: Placement, view: View, always = false): Html | false {
  const { ref, circle, moves, looks } = placement;
  const mayMove = view.can('circles.reclassify');
  const mayRedact = view.can('information.dispose');
  const mayNote = view.can('information.rights');
  if (circle === null && moves.length === 0 && !mayMove && !mayRedact && !mayNote) return false;
  const asked = new URLSearchParams({ ref }).toString();
  return html`<h2 class="govuk-heading-m" id="who-may-see">Who may see this</h2><p class="govuk-body">${
    circle === null
      ? 'Open: everybody in the partnership who may see records of this kind.'
      : `Only the people of the circle “${circle.name}”.`
  }</p>${moves.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${moves.map((move) => html`<li>${move.opened ? 'Opened to everybody' : 'Moved to a circle'} on ${showDay(move.moved_on)}${move.person && ` by ${move.person}`}: ${move.reason}</li>`)}</ul>`}${acts(
    [
      mayMove && {
        href: `/circles/moves/new?${asked}`,
        text: circle === null ? 'Close it into a circle' : 'Move it to another circle',
      },
      mayMove &&
        circle !== null &&
        !always && { href: `/circles/openings/new?${asked}`, text: 'Open it to everybody' },
      mayNote && rectificationAct(ref),
      circle !== null && { href: `/circles/releases?${asked}`, text: 'What was asked of its originator' },
      mayRedact && {
        href: `/information-governance/redactions/record?${asked}`,
        text: 'Take words or a file out of it for good',
      },
    ].filter((act) => act && (circle?.originator != null || !act.href.startsWith('/circles/releases'))),
  )}${circle !== null && whoLooked(looks)}`;
}

function whoLooked(looks: readonly Look[]): Html {
  return details({
    summaryText: 'Who looked at it',
    html: dataTable<Look>({
      caption: 'The latest 20 times it was shown to somebody',
      columns: [
        { heading: 'When', isRowHeader: true, cell: (look) => showInstant(look.at, 'Europe/London') },
        { heading: 'Who', cell: (look) => look.person },
        { heading: 'How', cell: wayOf },
        { heading: 'Purpose', cell: (look) => look.purpose },
      ],
      rows: looks,
      empty: 'Nobody has looked at it before you.',
    }),
  });
}
