// Legal holds on screen.
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay } from '../../surfaces/web/components/day.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { html } from '../../kernel/pages/html.ts';
import { type AnyPage, form, page } from '../../kernel/pages/page.ts';
import { buttonLink, home, link } from './drawing.ts';
import { kindWord } from './declared.ts';
import { liftHold, listHolds, type placeHoldAmong, readHold } from './legal-hold.operations.ts';

type Holds = Awaited<ReturnType<typeof listHolds.run>>;
type Hold = Awaited<ReturnType<typeof readHold.run>>;

const list = { text: 'Legal holds', href: '/information-governance/holds' };

function heldWords({ scope, subject }: { scope: string; subject: string | null }): string {
  if (subject === null) return 'Everything the partnership holds';
  return scope === 'record'
    ? `One record: ${kindWord(subject).toLowerCase()} ${subject}`
    : `Every record of the kind “${kindWord(subject).toLowerCase()}”`;
}

export function holdPages(placeHold: ReturnType<typeof placeHoldAmong>): AnyPage[] {
  return [
    page({
      path: list.href,
      title: 'Legal holds',
      query: listHolds,
      trail: () => [home],
      draw: (holds: Holds, view) => html`<h1 class="govuk-heading-l">Legal holds</h1>
<p class="govuk-body">What is held can be neither disposed of nor redacted, however old it is, until the hold is lifted. Place one as soon as an inquiry, a court or an investigation may ask for records.</p>
${dataTable({
  caption: 'Holds',
  captionClasses: 'govuk-visually-hidden',
  rows: holds,
  columns: [
    { heading: 'What is held', isRowHeader: true, cell: (hold) => heldWords(hold) },
    { heading: 'Why', cell: (hold) => hold.reason },
    { heading: 'Since', cell: (hold) => html`${showDay(hold.from_on)}<br>${hold.placed_by}` },
    {
      heading: 'Lifted',
      cell: (hold) =>
        hold.lifted_on === null
          ? html`In force${view.can('information.hold') && html`<br>${link(`${list.href}/${hold.id}/lifting`, 'Lift it')}`}`
          : html`${showDay(hold.lifted_on)}<br>${hold.lifted_by}: ${hold.lifted_reason}`,
    },
  ],
  empty: insetText({
    text: 'Nothing is held. If an inquiry is announced that may ask for your records, place a hold today.',
  }),
})}
${view.can('information.hold') && buttonLink(`${list.href}/new`, 'Place a hold')}`,
      csv: (holds: Holds) => ({
        name: 'legal-holds',
        columns: ['What is held', 'Why', 'Since', 'Placed by', 'Lifted', 'Lifted by', 'Why lifted'],
        rows: holds.map((hold) => [
          heldWords(hold),
          hold.reason,
          hold.from_on,
          hold.placed_by,
          hold.lifted_on,
          hold.lifted_by,
          hold.lifted_reason,
        ]),
      }),
    }),
    form<unknown, { id: string }>({
      path: `${list.href}/new`,
      title: 'Place a legal hold',
      command: placeHold,
      button: 'Place the hold',
      next: () => list.href,
      done: 'The hold is placed. What it covers stays as it is.',
      trail: () => [home, list],
    }),
    form<Hold, { id: string }>({
      path: `${list.href}/:id/lifting`,
      title: 'Lift this hold',
      command: liftHold,
      before: readHold,
      beforeInput: ({ params }) => ({ id: params['id'] }),
      values: (hold) => ({ seen_revision: hold.revision }),
      fixed: ({ params }) => ({ id: params['id'] }),
      intro: (hold) => html`<p class="govuk-body">${heldWords(hold)}. It is held because: ${hold.reason}</p>`,
      button: 'Lift the hold',
      warning: true,
      next: () => list.href,
      done: 'The hold is lifted. What it covered follows its retention again.',
      trail: () => [home, list],
    }),
  ];
}
