// One page with every component on it, as a browser would meet it: ids are unique, and whatever names an id finds it.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import test from 'node:test';
import { html, join } from '../../kernel/pages/html.ts';
import type { Html } from '../../kernel/pages/html.ts';
import { accordion } from './components/accordion.ts';
import { backLink } from './components/back-link.ts';
import { breadcrumbs } from './components/breadcrumbs.ts';
import { button } from './components/button.ts';
import { cards } from './components/card.ts';
import { characterCount } from './components/character-count.ts';
import { checkboxes } from './components/checkboxes.ts';
import { dataTable } from './components/data-table.ts';
import { dateInput } from './components/date-input.ts';
import { details } from './components/details.ts';
import { errorMessage } from './components/error-message.ts';
import { errorSummary } from './components/error-summary.ts';
import { fieldset } from './components/fieldset.ts';
import { figure } from './components/figure.ts';
import { fileUpload } from './components/file-upload.ts';
import { filters } from './components/filters.ts';
import { findingList } from './components/finding-list.ts';
import { footer } from './components/footer.ts';
import { hint } from './components/hint.ts';
import { elementsOf, readHtml } from './components/html-tree.ts';
import type { HtmlElement } from './components/html-tree.ts';
import { input } from './components/input.ts';
import { insetText } from './components/inset-text.ts';
import { label } from './components/label.ts';
import { notificationBanner } from './components/notification-banner.ts';
import { pagination } from './components/pagination.ts';
import { panel } from './components/panel.ts';
import { passwordInput } from './components/password-input.ts';
import { phaseBanner } from './components/phase-banner.ts';
import { radios } from './components/radios.ts';
import { rectificationNotes } from './components/rectification-notes.ts';
import { select } from './components/select.ts';
import { serviceNavigation } from './components/service-navigation.ts';
import { skipLink } from './components/skip-link.ts';
import { summaryList } from './components/summary-list.ts';
import { table } from './components/table.ts';
import { tabs } from './components/tabs.ts';
import { tag } from './components/tag.ts';
import { taskList } from './components/task-list.ts';
import { textarea } from './components/textarea.ts';
import { warningText } from './components/warning-text.ts';
import { renderPage } from './layout.ts';
import type { PageOptions } from './layout.ts';

const errors = { errorMessage: { text: 'Mend this' }, hint: { text: 'A hint' } };
const legend = { legend: { text: 'Choose' } };
const yesAndNo = [
  {
    value: 'yes',
    text: 'Yes',
    hint: { text: 'Say how' },
    conditional: { html: input({ name: 'how', label: { text: 'How?' } }) },
  },
  { value: 'no', text: 'No' },
];

const everyComponent: Record<string, Html> = {
  accordion: accordion({
    id: 'sections',
    items: [{ heading: { text: 'One' }, summary: { text: '1' }, content: { text: '…' } }],
  }),
  'back-link': backLink({ href: '/' }),
  breadcrumbs: breadcrumbs({ items: [{ text: 'Home', href: '/' }, { text: 'Here' }] }),
  button: button({ text: 'Save' }),
  card: cards([{ title: 'Actions', href: '/actions', count: { number: 3, of: 'overdue' } }]),
  'character-count': characterCount({
    name: 'story',
    maxlength: 200,
    label: { text: 'What happened?' },
    ...errors,
  }),
  checkboxes: checkboxes({
    name: 'agencies',
    fieldset: legend,
    items: yesAndNo.map(({ value, text }) => ({ value, text })),
    ...errors,
  }),
  'data-table': dataTable({
    caption: 'Actions',
    rows: [1, 2],
    columns: [{ heading: 'Number', cell: (row: number) => row }],
  }),
  'date-input': dateInput({ id: 'born_on', namePrefix: 'born_on', fieldset: legend, ...errors }),
  details: details({ summaryText: 'Why', text: 'Because' }),
  'error-message': errorMessage({ text: 'Alone' }),
  'error-summary': errorSummary({ titleText: 'Again', errorList: [{ text: 'Mend this', href: '#story' }] }),
  fieldset: fieldset(legend),
  figure: figure({ label: 'Children', value: 4 }),
  'file-upload': fileUpload({ name: 'papers', label: { text: 'Papers' }, ...errors }),
  filters: filters({ label: 'Filter', fields: [input({ name: 'words', label: { text: 'Words' } })] }),
  'finding-list': findingList({
    findings: [{ severity: 'high', what: 'Wrong', where: 'Here', mend: 'Do this' }],
  }),
  footer: footer({ meta: { text: 'Twice' } }),
  hint: hint({ text: 'Alone' }),
  input: input({ name: 'town', label: { text: 'Town' }, ...errors }),
  'inset-text': insetText({ text: 'Set in' }),
  label: label({ text: 'Town, again', for: 'town' }),
  'notification-banner': notificationBanner({ text: 'Saved', titleId: 'second-banner' }),
  pagination: pagination({
    next: { href: '?page=2' },
    items: [{ number: 1, href: '?page=1', current: true }],
  }),
  panel: panel({ titleText: 'Done', headingLevel: 2 }),
  'password-input': passwordInput({ name: 'secret', label: { text: 'Password' }, ...errors }),
  'phase-banner': phaseBanner({ tag: { text: 'Trial' }, text: 'New' }),
  radios: radios({ name: 'known', fieldset: legend, items: yesAndNo, ...errors }),
  'rectification-notes': rectificationNotes([
    {
      id: 'a note',
      state: 'accepted',
      disputed: 'The day',
      capacity: 'parent',
      reason: null,
      note: 'It was a Tuesday',
      raised_on: '2025-09-01',
      decided_on: '2025-09-08',
    },
  ]),
  select: select({
    name: 'agency',
    label: { text: 'Agency' },
    items: [{ value: 'p', text: 'Police' }],
    ...errors,
  }),
  'service-navigation': serviceNavigation({
    navigationId: 'second',
    menuButtonText: 'More',
    navigation: [
      { text: 'One', href: '/1' },
      { text: 'Two', href: '/2' },
    ],
  }),
  'skip-link': skipLink({ text: 'Skip', href: '#main-content' }),
  'summary-list': summaryList({ rows: [{ key: { text: 'Name' }, value: { text: 'Sam' } }] }),
  table: table({ head: [{ text: 'A' }], rows: [[{ text: 'a' }]] }),
  tabs: tabs({
    idPrefix: 'by',
    items: [
      { label: 'By agency', panel: { text: '…' } },
      { label: 'By year', panel: { text: '…' } },
    ],
  }),
  tag: tag({ text: 'Open' }),
  'task-list': taskList({
    items: [{ title: { text: 'Write' }, hint: { text: 'Soon' }, href: '/w', status: { text: 'Done' } }],
  }),
  textarea: textarea({ name: 'notes', label: { text: 'Notes' }, ...errors }),
  'warning-text': warningText({ text: 'Take care' }),
};

const options: PageOptions = {
  title: 'Everything',
  partnershipName: 'Fernshire & <partners>',
  personName: "Niamh O'Brien",
  account: [{ text: 'Sign out', href: '/sign-out' }],
  navigation: [
    { text: 'Home', href: '/', current: true },
    { text: 'Actions', href: '/actions' },
  ],
  banner: { text: 'This is a demonstration.' },
  phase: { tag: 'Trial', text: 'This is new.' },
  breadcrumbs: [{ text: 'Home', href: '/' }],
  backLink: { href: '/' },
  errorSummary: ['story', 'agencies', 'born_on-day', 'known', 'known-2', 'papers', 'agency', 'how'].map(
    (id) => ({ text: id, href: `#${id}` }),
  ),
  notification: { type: 'success', text: 'Saved' },
  main: html`<h1>Everything</h1>${join(Object.values(everyComponent))}`,
  aside: html`<p>Beside</p>`,
  wide: true,
  assets: {
    css: ['/assets/a.css'],
    js: '/assets/start.js',
    preload: ['/assets/g.js'],
    icon: '/assets/icon.svg',
  },
};

const page = renderPage(options);
const elements = [...elementsOf(readHtml(page))];
const ids = elements.flatMap((element) => element.attributes.get('id') ?? []);
const attribute = (element: HtmlElement, name: string) => element.attributes.get(name);
const tagged = (tagName: string) => elements.filter((element) => element.tag === tagName);

test('every component has its place on this page', () => {
  // `evidence` draws a room's records with the components that are here.
  const shared = ['choices', 'content', 'day', 'evidence', 'form-group', 'html-tree'];
  const files = readdirSync(new URL('./components/', import.meta.url))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => name.replace(/\.ts$/, ''))
    .filter((name) => !shared.includes(name));
  assert.deepEqual(Object.keys(everyComponent).sort(), files.sort());
});

test('no id stands twice on a page', () => {
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
});

test('every label leads to a field, and every field to be filled in has a label', () => {
  const fields = new Set(
    [...tagged('input'), ...tagged('select'), ...tagged('textarea')].map((field) => attribute(field, 'id')),
  );
  const named = tagged('label').map((element) => attribute(element, 'for'));
  assert.deepEqual(
    named.filter((id) => !fields.has(id)),
    [],
  );
  assert.deepEqual(
    [...fields].filter((id) => !named.includes(id)),
    [],
  );
});

test('every link within the page, the error summary first, leads to an element that is there', () => {
  const inner = tagged('a')
    .map((link) => attribute(link, 'href') ?? '')
    .filter((href) => href.startsWith('#'));
  assert.ok(inner.length >= 10);
  assert.deepEqual(
    inner.filter((href) => !ids.includes(href.slice(1))),
    [],
  );
});

test('whatever describes, names or controls another element names one that is there', () => {
  const references = ['aria-describedby', 'aria-labelledby', 'aria-controls', 'data-aria-controls'];
  const named = elements.flatMap((element) =>
    references.flatMap((name) => attribute(element, name)?.split(' ') ?? []),
  );
  assert.ok(named.length > 20);
  assert.deepEqual(
    named.filter((id) => !ids.includes(id)),
    [],
  );
});

test('a page holds no script, style or handler of its own, so the strict content security policy holds', () => {
  assert.deepEqual(tagged('style'), []);
  assert.deepEqual(
    tagged('script').map(({ attributes, children }) => [[...attributes.keys()], children]),
    [[['src'], []]],
  );
  const names = new Set(elements.flatMap((element) => [...element.attributes.keys()]));
  assert.deepEqual(
    [...names].filter((name) => name === 'style' || name.startsWith('on')),
    [],
  );
});

test('a page has its language, one title, one main part and one h1, and says first when there is something to mend', () => {
  assert.equal(attribute(tagged('html')[0] as HtmlElement, 'lang'), 'en');
  assert.deepEqual(
    tagged('title').map(({ children }) => children),
    [['Error: Everything – Fernshire & <partners> – Golden Thread']],
  );
  assert.equal(tagged('main').length, 1);
  assert.equal(tagged('h1').length, 1);
});

test('a page with the least in it is still whole', () => {
  const least = readHtml(
    renderPage({ title: 'Sign in', navigation: [], main: html`<h1>Sign in</h1>`, assets: options.assets }),
  );
  const found = [...elementsOf(least)].map((element) => element.tag);
  for (const needed of ['header', 'main', 'footer']) assert.ok(found.includes(needed), needed);
  assert.ok(!found.includes('nav'), 'an empty navigation is not drawn');
});
