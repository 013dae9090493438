// Children's records on screen. Before a record opens, the page asks for the purpose; it is kept with the person's name.
import { html } from '../../kernel/pages/html.ts';
import { form, page } from '../../kernel/pages/page.ts';
import { button } from '../../surfaces/web/components/button.ts';
import { dataTable } from '../../surfaces/web/components/data-table.ts';
import { showDay, showInstant } from '../../surfaces/web/components/day.ts';
import { filters } from '../../surfaces/web/components/filters.ts';
import { input } from '../../surfaces/web/components/input.ts';
import { insetText } from '../../surfaces/web/components/inset-text.ts';
import { select } from '../../surfaces/web/components/select.ts';
import { summaryList } from '../../surfaces/web/components/summary-list.ts';
import { acts, addressWith, cutNote, link, mostRows, notRecorded } from '../drawing.ts';
import { recordNotes, emergencyHours, whoMaySee } from '../circles/index.ts';
import { ageOn, sexes, showNhsNumber } from './child.ts';
import {
  addChild,
  changeChild,
  findChild,
  listChildren,
  readChild,
  readChildToChange,
} from './child.operations.ts';
import { askEmergencyAccess, readInEmergency } from './emergency.operations.ts';

const list = { text: 'Children', href: '/children' };
const nameOf = (c: { given_name: string; family_name: string }) => `${c.given_name} ${c.family_name}`;

function age(c: { born_on: string | null; expected_on: string | null }, today: string): string {
  const years = ageOn(c.born_on, today);
  if (years !== null) return years === 1 ? '1 year' : `${years} years`;
  return c.expected_on === null ? 'Not recorded' : `Expected on ${showDay(c.expected_on)}`;
}

const childrenPage = page({
  path: '/children',
  title: 'Children',
  query: listChildren,
  navigation: { text: 'Children', order: 70 },
  draw: ({ rows, filter, circles }, view) =>
    html`<h1 class="govuk-heading-l">Children</h1><p class="govuk-body">The children and young people whose records are in your circles. Each time a record is opened, the purpose is kept with your name; that this list was shown to you is kept too.</p>${
      circles.length === 0
        ? insetText({
            text: view.can('access.manage')
              ? 'You are in no circle, so there is no record here for you. Make a circle first, and let in the people who need it.'
              : 'You are in no circle, so there is no record here for you. The business manager can let you into one.',
          })
        : filters({
            label: 'Filter children',
            fields: [
              input({ name: 'name', id: 'name', label: { text: 'Name' }, value: filter.name }),
              select({
                name: 'circle',
                id: 'circle',
                label: { text: 'Circle' },
                value: filter.circle,
                items: [{ value: '', text: 'Any' }, ...circles.map((c) => ({ value: c.id, text: c.name }))],
              }),
            ],
            active: [
              ...(filter.name
                ? [{ text: `Name: ${filter.name}`, href: addressWith(view.path, { circle: filter.circle }) }]
                : []),
              ...(filter.circle
                ? [
                    {
                      text: circles.find((c) => c.id === filter.circle)?.name ?? 'One circle',
                      href: addressWith(view.path, { name: filter.name }),
                    },
                  ]
                : []),
            ],
            clearHref: view.path,
            result: rows.length === 1 ? '1 child' : `${rows.length} children`,
          })
    }${cutNote(rows.length)}${dataTable({
      caption: 'Children',
      captionClasses: 'govuk-visually-hidden',
      columns: [
        { heading: 'Name', isRowHeader: true, cell: (c) => link(`/children/${c.id}`, nameOf(c)) },
        { heading: 'Age', cell: (c) => age(c, view.today) },
        { heading: 'Circle', cell: (c) => c.circle },
      ],
      rows: rows.slice(0, mostRows),
      empty: 'There is no record here.',
    })}${acts([
      view.can('children.write') && { href: '/children/new', text: 'Record who a child is' },
      view.can('children.emergency') && { href: '/children/emergency', text: 'Ask for emergency access' },
      view.can('access.manage') && { href: '/circles', text: 'Circles: who may see which records' },
      view.can('statements.read') && {
        href: '/circles/statements',
        text: 'Monthly statements of who looked at what',
      },
    ])}`,
});

/** The gate: nothing of the record is shown here, only the question. */
const gatePage = page({
  path: '/children/:id',
  title: 'Why are you opening this record?',
  query: findChild,
  input: ({ params }) => params,
  trail: () => [list],
  draw: ({ id }, view) =>
    html`<h1 class="govuk-heading-l">Why are you opening this record?</h1><p class="govuk-body">It is about a child. Open it only if you need it for your work; your purpose is kept with your name and can be seen by those who look after the partnership.</p><form method="post" action="/children/${id}/record">${view.token}${input(
      {
        name: 'purpose',
        id: 'purpose',
        label: { text: 'Purpose' },
        hint: {
          text: 'For example “Preparing Thursday’s meeting about young people who are missing”. Name nobody: what you write here is kept for good.',
        },
        attributes: { required: true, maxlength: 300 },
      },
    )}${button({ text: 'Open the record' })}</form>`,
});

type Facts = Omit<Awaited<ReturnType<typeof readInEmergency.run>>, 'expires_at'>;

function facts(child: Facts, today: string) {
  return summaryList({
    rows: [
      { key: { text: 'First names' }, value: { text: child.given_name } },
      { key: { text: 'Last name' }, value: { text: child.family_name } },
      child.born_on !== null && { key: { text: 'Born' }, value: { text: showDay(child.born_on) } },
      { key: { text: 'Age' }, value: { text: age(child, today) } },
      { key: { text: 'Sex' }, value: { text: sexes[child.sex as keyof typeof sexes] ?? child.sex } },
      {
        key: { text: 'NHS number' },
        value: {
          html: child.nhs_number === null ? notRecorded : html`${showNhsNumber(child.nhs_number)}`,
        },
      },
      {
        key: { text: 'School, college or early years setting' },
        value: {
          html: child.school
            ? link(`/governance/agencies/${child.school.id}`, child.school.name)
            : notRecorded,
        },
      },
      { key: { text: 'Circle' }, value: { text: child.circle.name } },
    ],
  });
}

const words: Record<string, string> = {
  'children.add-child': 'Recorded',
  'children.change-child': 'Changed',
};

const recordPage = page({
  path: '/children/:id/record',
  title: 'A child’s record',
  query: readChild,
  input: ({ params }) => params,
  trail: () => [list],
  draw: (child, view) =>
    html`<h1 class="govuk-heading-l">${nameOf(child)}</h1><p class="govuk-body">Who this child is. What happened to them stands in the records of each piece of work. That you opened this page is kept.</p>${recordNotes(child.placement, view.today)}${facts(child, view.today)}${dataTable(
      {
        caption: 'Changes to this record',
        columns: [
          { heading: 'When', isRowHeader: true, cell: (h) => showInstant(h.at, 'Europe/London') },
          { heading: 'Who', cell: (h) => h.person },
          { heading: 'What', cell: (h) => words[h.operation] ?? h.operation },
        ],
        rows: child.history,
      },
    )}${acts([view.can('children.write') && { href: `/children/${child.id}/change`, text: 'Change this record' }])}${whoMaySee(child.placement, view, true)}`,
});

export const childPages = [
  childrenPage,
  form({
    path: '/children/new',
    title: 'Record who a child is',
    command: addChild,
    intro: () =>
      html`<p class="govuk-body">Record only who the child is. Only the people of the circle you choose will see it.</p>`,
    button: 'Record',
    next: ({ id }) => `/children/${id}`,
    done: 'Record made',
    trail: () => [list],
  }),
  form({
    path: '/children/emergency',
    title: 'Ask for emergency access',
    command: askEmergencyAccess,
    intro: () =>
      insetText({
        text: `Ask only when a child may come to harm if you wait. The record opens for ${emergencyHours} hours and closes by itself. The business managers are told at once, with your name and reason.`,
      }),
    button: 'Open the record now',
    warning: true,
    next: ({ id }) => `/children/emergencies/${id}`,
    done: `The record is open to you for ${emergencyHours} hours. You find it again on your home page`,
    trail: () => [list],
  }),
  page({
    path: '/children/emergencies/:id',
    title: 'A child’s record, open in an emergency',
    query: readInEmergency,
    input: ({ params }) => params,
    trail: () => [list],
    draw: (child, view) =>
      html`<h1 class="govuk-heading-l">${nameOf(child)}</h1>${insetText({
        text: `Open to you alone until ${showInstant(child.expires_at, 'Europe/London')}, for the reason you gave. The business managers know, and each time you open it is kept. Nothing else of the circle “${child.circle.name}” is open to you.`,
      })}${facts(child, view.today)}`,
  }),
  gatePage,
  recordPage,
  form({
    path: '/children/:id/change',
    title: 'Change who a child is',
    command: changeChild,
    before: readChildToChange,
    beforeInput: ({ params }) => params,
    values: (child) => ({ ...child, seen_revision: child.revision }),
    fixed: ({ params }) => ({ id: params['id'] }),
    button: 'Save',
    next: ({ id }) => `/children/${id}`,
    done: 'Record changed',
    trail: () => [list],
  }),
];
