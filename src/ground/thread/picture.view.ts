// Draws a strand's place on the thread: one golden line from finding to effect, each strand a bead on it, and every place
// where the thread breaks said in words. A list in the order of the thread, so that it reads the same aloud.
import { type Html, html } from '../../kernel/pages/html.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import type { Place } from './place.operations.ts';
import {
  after,
  breaksAfter,
  isOverdue,
  shortText,
  type StrandRow,
  strandPath,
  wordsOfState,
} from './strand.ts';
import { strands } from './thread.ts';

const dayWords: Record<StrandRow['strand'], string> = {
  finding: 'Found',
  recommendation: 'Made',
  decision: 'Taken',
  action: 'Done',
  'check-made': 'Checked',
  effect: 'Seen',
};

export function threadPicture(place: Place, today: string): Html {
  const here = place.strands.find((row) => row.ref === place.ref);
  const later = after(place.ref, place.edges);
  const whole = place.strands.length > 1;
  return html`<h2 class="govuk-heading-m" id="thread">Its place on the thread</h2>${
    !whole && html`<p class="govuk-body">Nothing is connected with it yet.</p>`
  }<ol class="gt-thread" aria-labelledby="thread">${place.strands.map((row) => {
    // What a strand before this one lacks is said on its own page: only from here on is the whole thread drawn.
    const complete = row === here || later.has(row.ref);
    return html`${bead(row, place, today)}${complete && breaks(row, place)}`;
  })}</ol>`;
}

function bead(row: StrandRow, { ref, strands: rows, edges }: Place, today: string): Html {
  const current = row.ref === ref;
  const sources = edges.filter((edge) => edge.to_ref === row.ref).map((edge) => edge.from_ref);
  const from = rows.filter((other) => sources.includes(other.ref));
  const title = current
    ? html`<strong>${shortText(row.title)}</strong>`
    : html`<a class="govuk-link" href="${strandPath(row.strand, row.id)}">${shortText(row.title)}</a>`;
  return html`<li class="gt-thread__strand${current && ' gt-thread__strand--here'}"${current && html` aria-current="true"`}><p class="gt-thread__kind">${strands[row.strand]}${current && ' (this one)'} ${stateTag(row, today)}</p><p class="gt-thread__title">${title}</p><p class="gt-thread__facts">${facts(row, from)}</p></li>`;
}

function facts(row: StrandRow, from: readonly StrandRow[]): string {
  return [
    row.owner,
    row.on_day && `${dayWords[row.strand]} ${showDay(row.on_day)}`,
    row.due_on && `Due ${showDay(row.due_on)}`,
    row.circle_id && 'In a circle',
    from.length > 0 &&
      `Follows from: ${from.map((f) => `${strands[f.strand].toLowerCase()} “${shortText(f.title, 50)}”`).join('; ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function breaks(row: StrandRow, place: Place): Html {
  const later = after(row.ref, place.edges);
  const list = breaksAfter(
    row,
    place.strands.filter((other) => later.has(other.ref)),
  );
  return html`${list.map((text) => html`<li class="gt-thread__break"><span class="govuk-visually-hidden">The thread breaks here: </span>${text}</li>`)}`;
}

const colours: Record<string, string> = {
  checked: 'govuk-tag--green',
  'in-place': 'govuk-tag--green',
  held: 'govuk-tag--green',
  ratified: 'govuk-tag--green',
  seen: 'govuk-tag--green',
  closed: 'govuk-tag--grey',
  stopped: 'govuk-tag--grey',
  lacking: 'govuk-tag--orange',
  'not-in-place': 'govuk-tag--red',
  'not-seen': 'govuk-tag--orange',
  done: 'govuk-tag--yellow',
};

/** The state in words; the colour only repeats them. */
export function stateTag(row: Pick<StrandRow, 'strand' | 'state' | 'due_on'>, today: string): Html {
  const state = tag({ text: wordsOfState(row), classes: colours[row.state] ?? '' });
  return isOverdue(row, today)
    ? html`${state} ${tag({ text: 'Overdue', classes: 'govuk-tag--red' })}`
    : state;
}
