// Joint bodies on screen, seen from both sides: the joint body sees whom it serves and what it sent; a home sees from whom it
// takes copies and what came.
import { type Html, html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page, type View } from '../../kernel/pages/page.ts';
import { acts, link, showDay, showTerm } from '../../ground/drawing.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { tag } from '../../surfaces/web/components/tag.ts';
import { copyStates, shareable, type CopyState, sharingStates, type SharingState } from './joint-body.ts';
import { readJointBodies, type Received } from './received.operations.ts';
import type { Shared } from './sharing.operations.ts';
import {
  acceptBody,
  type Accepted,
  addHome,
  endAcceptance,
  endHome,
  type Home,
} from './standing.operations.ts';

export const jointBodies = { text: 'Joint bodies', href: '/joint-bodies' };

const sharingColours: Record<SharingState, string> = {
  waiting: 'govuk-tag--blue',
  delivered: 'govuk-tag--green',
  refused: 'govuk-tag--red',
};
const copyColours: Record<CopyState, string> = {
  waiting: 'govuk-tag--yellow',
  'taken-in': 'govuk-tag--green',
  declined: 'govuk-tag--grey',
};

export function sharingTag({ state, withdrawn_on }: Pick<Shared, 'state' | 'withdrawn_on'>): Html {
  return withdrawn_on === null
    ? tag({ text: sharingStates[state], classes: sharingColours[state] })
    : tag({ text: 'Withdrawn', classes: 'govuk-tag--grey' });
}

export function copyTag({ state, withdrawn_on, withdrawal_noted_on }: Received): Html {
  return withdrawn_on !== null && withdrawal_noted_on === null
    ? tag({ text: 'Withdrawn by them', classes: 'govuk-tag--red' })
    : tag({ text: copyStates[state], classes: copyColours[state] });
}

function homes(list: readonly Home[], view: View): Html {
  return dataTable({
    id: 'homes',
    caption: 'Home partnerships it serves',
    columns: [
      { heading: 'Partnership', isRowHeader: true, cell: (one) => one.name },
      { heading: 'When', cell: (one) => showTerm(one.from_on, one.until_on) },
      {
        heading: 'What you can do',
        cell: (one) =>
          one.until_on === null && view.can('governance.write')
            ? link(`/joint-bodies/homes/${one.id}/end`, `Set the last day for ${one.name}`)
            : null,
      },
    ],
    rows: list,
    empty: 'No home partnership is recorded yet, so nothing can be sent. Record the first one.',
  });
}

function sent(list: readonly Shared[]): Html {
  return dataTable({
    id: 'sent',
    caption: 'Copies sent',
    columns: [
      {
        heading: 'What',
        isRowHeader: true,
        cell: (one) => link(`/joint-bodies/copies/${one.id}`, one.copy.title),
      },
      { heading: 'Kind', cell: (one) => shareable[one.copy.concept].word },
      { heading: 'To', cell: (one) => one.home },
      { heading: 'Sent on', cell: (one) => showDay(one.shared_on) },
      { heading: 'How it stands', cell: sharingTag },
    ],
    rows: list,
    empty: 'Nothing was sent yet. Choose what a home partnership should learn of, and send it.',
  });
}

function accepted(list: readonly Accepted[], view: View): Html {
  return dataTable({
    id: 'accepted',
    caption: 'Joint bodies we take copies from',
    columns: [
      { heading: 'Joint body', isRowHeader: true, cell: (one) => one.name },
      { heading: 'When', cell: (one) => showTerm(one.from_on, one.until_on) },
      { heading: 'Agreed by', cell: (one) => one.agreed_by },
      {
        heading: 'Circle for what few may see',
        cell: (one) => one.restricted_to ?? 'None: only what everybody here may see is taken',
      },
      {
        heading: 'What you can do',
        cell: (one) =>
          one.until_on === null && view.can('governance.write')
            ? link(`/joint-bodies/acceptances/${one.id}/end`, `Set the last day for ${one.name}`)
            : null,
      },
    ],
    rows: list,
    empty:
      'This partnership takes copies from no joint body, so none can arrive. When your partners have agreed to it, record that here.',
  });
}

function received(list: readonly Received[]): Html {
  return dataTable({
    id: 'received',
    caption: 'Copies that came',
    columns: [
      {
        heading: 'What',
        isRowHeader: true,
        cell: (one) => link(`/joint-bodies/received/${one.id}`, one.copy.title),
      },
      {
        heading: 'Kind',
        cell: (one) => `${shareable[one.copy.concept].word}${one.amends_id === null ? '' : ', amended'}`,
      },
      { heading: 'From', cell: (one) => one.origin_name },
      { heading: 'Came on', cell: (one) => showDay(one.received_on) },
      { heading: 'Who may see it', cell: (one) => one.circle ?? 'Everybody here' },
      { heading: 'How it stands', cell: copyTag },
    ],
    rows: list,
    empty:
      'No copy came yet. What a joint body sends appears here, and on your home page until it is dealt with.',
  });
}

const overview = page({
  path: jointBodies.href,
  title: jointBodies.text,
  query: readJointBodies,
  navigation: { text: jointBodies.text, order: 75 },
  draw: (found, view) =>
    found.kind === 'joint'
      ? html`<h1 class="govuk-heading-l">What this joint body sends</h1><p class="govuk-body">The partnerships it serves read nothing here. What they should learn of is sent to them as a copy, and they decide whether they take it in.</p>${sent(found.shared)}${homes(found.homes, view)}${acts(
          [
            found.homes.some(({ in_force }) => in_force) && {
              href: '/joint-bodies/copies/new',
              text: 'Send a copy to a home partnership',
            },
            view.can('governance.write') && {
              href: '/joint-bodies/homes/new',
              text: 'Record a home partnership that it serves',
            },
          ],
        )}`
      : html`<h1 class="govuk-heading-l">From joint bodies</h1><p class="govuk-body">Bodies that this partnership shares with others, such as a child death overview panel, send copies of what they learned. Take each in as a finding or recommendation of your own, or say why not.</p>${received(found.received)}${accepted(found.accepted, view)}${acts(
          [
            view.can('governance.write') && {
              href: '/joint-bodies/acceptances/new',
              text: 'Record that copies are taken from a joint body',
            },
          ],
        )}`,
});

const ofId = ({ params }: { params: Record<string, string> }) => ({ id: params['id'] });

export const standingPages: AnyPage[] = [
  overview,
  form({
    path: '/joint-bodies/homes/new',
    title: 'Record a home partnership that this joint body serves',
    command: addHome,
    button: 'Record it',
    next: () => jointBodies.href,
    done: 'Home partnership recorded',
    trail: () => [jointBodies],
  }),
  form({
    path: '/joint-bodies/homes/:id/end',
    title: 'Set the last day for a home partnership',
    command: endHome,
    fixed: ofId,
    button: 'Set last day',
    next: () => jointBodies.href,
    done: 'Last day set',
    trail: () => [jointBodies],
  }),
  form({
    path: '/joint-bodies/acceptances/new',
    title: 'Take copies from a joint body',
    command: acceptBody,
    intro: () =>
      html`<p class="govuk-body">From that day on the joint body can send copies here. It reads nothing of yours, and what it sends waits until somebody here takes it in or declines it.</p>`,
    button: 'Record it',
    next: () => jointBodies.href,
    done: 'Recorded: copies can arrive from now on',
    trail: () => [jointBodies],
  }),
  form({
    path: '/joint-bodies/acceptances/:id/end',
    title: 'Set the last day on which copies are taken',
    command: endAcceptance,
    fixed: ofId,
    button: 'Set last day',
    next: () => jointBodies.href,
    done: 'Last day set',
    trail: () => [jointBodies],
  }),
];
